"""Addresses of measures and how they stand."""

from django.urls import path

from wenming.work.measures import views

urlpatterns = [path("plans/measures/<int:pk>/standing/", views.standing, name="measure")]
