"""Addresses of the calendar feeds."""

from django.urls import path

from wenming.papers.feeds import views

urlpatterns = [
    path("papers/feeds/", views.feeds, name="feeds"),
    path("papers/feeds/new/", views.make, name="make_feed"),
    path("papers/feeds/<int:pk>/revoke/", views.revoke, name="revoke_feed"),
    path("calendar/<str:secret>.ics", views.feed, name="feed"),
]
