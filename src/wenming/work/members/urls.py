"""Addresses of rolls."""

from django.urls import path

from wenming.work.members import bringing_views, views

urlpatterns = [
    path("members/", views.roll_list, name="rolls"),
    path("members/offered/", views.offered, name="offered_members"),
    path("members/<int:pk>/", views.roll, name="roll"),
    path("members/<int:pk>/add/", bringing_views.add, name="add_members"),
    path("members/<int:pk>/confirm/", bringing_views.confirm, name="confirm_members"),
    path("members/<int:pk>/undo/", bringing_views.undo, name="undo_members"),
    path("members/<int:pk>/excel/", views.excel, name="roll_excel"),
    path("members/<int:pk>/reached/<int:commitment>/<str:first>/", views.reached, name="reached"),
    path("members/<int:pk>/reached/<int:commitment>/<str:first>/excel/", views.reached_excel, name="reached_excel"),
    path("members/one/<int:pk>/", views.change, name="change_member"),
]
