"""Addresses of this room; each folder names its own."""

from django.urls import include, path

app_name = "work"
urlpatterns = [
    path("", include("wenming.work.records.urls")),
]
