"""Addresses of this room; each folder names its own."""

from django.urls import include, path

app_name = "work"
urlpatterns = [
    path("", include("wenming.work.board.urls")),
    path("", include("wenming.work.commitments.urls")),
    path("", include("wenming.work.days.urls")),
    path("", include("wenming.work.evidence.urls")),
    path("", include("wenming.work.excuses.urls")),
    path("", include("wenming.work.figures.urls")),
    path("", include("wenming.work.measures.urls")),
    path("", include("wenming.work.members.urls")),
    path("", include("wenming.work.objections.urls")),
    path("", include("wenming.work.progress.urls")),
    path("", include("wenming.work.records.urls")),
    path("", include("wenming.work.signup.urls")),
    path("", include("wenming.work.reviews.urls")),
    path("", include("wenming.work.requests.urls")),
    path("", include("wenming.work.units.urls")),
    path("", include("wenming.work.verdicts.urls")),
]
