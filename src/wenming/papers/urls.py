"""Addresses of this room; each folder names its own."""

from django.urls import include, path

app_name = "papers"
urlpatterns = [
    path("", include("wenming.papers.calendar.urls")),
    path("", include("wenming.papers.feeds.urls")),
    path("", include("wenming.papers.reports.urls")),
    path("", include("wenming.papers.timeline.urls")),
]
