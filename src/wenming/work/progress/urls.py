"""Addresses of progress."""

from django.urls import path

from wenming.work.progress import views

urlpatterns = [path("plans/<int:pk>/progress/", views.progress, name="progress")]
