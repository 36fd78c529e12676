"""Addresses of the time line."""

from django.urls import path

from wenming.papers.timeline import views

urlpatterns = [
    path("papers/timeline/", views.timeline, name="timeline"),
]
