"""Addresses of this room; a unit's own page shows its duties and is in the room of plans."""

from django.urls import path

from wenming.places import views

app_name = "places"
urlpatterns = [
    path("units/", views.directory, name="list"),
    path("units/new/", views.add, name="add"),
    path("units/<int:pk>/edit/", views.edit, name="edit"),
    path("units/<int:pk>/merge/", views.merge, name="merge"),
    path("units/classes/", views.classes, name="classes"),
    path("units/classes/new/", views.add_class, name="add_class"),
    path("units/classes/<int:pk>/", views.unit_class, name="class"),
    path("units/classes/<int:pk>/edit/", views.edit_class, name="edit_class"),
]
