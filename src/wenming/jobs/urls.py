"""Addresses of this room."""

from django.urls import path

from wenming.jobs import views

app_name = "jobs"
urlpatterns = [
    path("system/jobs/", views.overview, name="overview"),
    path("system/jobs/<int:pk>/cancel/", views.cancel, name="cancel"),
    path("system/jobs/<int:pk>/retry/", views.retry, name="retry"),
]
