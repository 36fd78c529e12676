"""Addresses of personal data."""

from django.urls import path

from wenming.accounts.personal import views

urlpatterns = [
    path("personal-data/", views.notice, name="notice"),
    path("account/correct/", views.correct, name="correct"),
    path("account/data/", views.take_own, name="take_own"),
    path("people/<int:pk>/data/", views.take_for, name="take_for"),
    path("people/<int:pk>/erase/", views.erase, name="erase"),
]
