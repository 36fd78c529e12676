"""Addresses of how a unit stands."""

from django.urls import path

from wenming.work.units import views

urlpatterns = [path("units/<int:pk>/standing/", views.standing, name="unit")]
