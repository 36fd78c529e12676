"""Addresses of the calendar."""

from django.urls import path

from wenming.papers.calendar import views

urlpatterns = [
    path("papers/calendar/", views.month, name="calendar"),
    path("papers/calendar/day/", views.day, name="day"),
]
