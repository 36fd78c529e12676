"""Addresses of commitments."""

from django.urls import path

from wenming.work.commitments import views

urlpatterns = [
    path("plans/<int:pk>/commitments/", views.overview, name="commitments"),
    path("plans/<int:pk>/commitments/propose/", views.propose, name="propose"),
    path("plans/<int:pk>/commitments/confirm/", views.confirm, name="confirm"),
    path("plans/measures/<int:pk>/commitments/add/", views.add, name="add_commitment"),
    path("commitments/<int:pk>/edit/", views.edit, name="edit_commitment"),
    path("commitments/<int:pk>/set-aside/", views.set_aside, name="set_aside_commitment"),
    path("commitments/preview/", views.preview, name="preview_commitment"),
]
