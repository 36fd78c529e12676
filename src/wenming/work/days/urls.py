"""Addresses of the days of the installation."""

from django.urls import path

from wenming.work.days import views

urlpatterns = [
    path("days/", views.days, name="days"),
    path("days/add/", views.add, name="add_days"),
    path("days/import/", views.import_table, name="import_days"),
    path("days/table.csv", views.table, name="days_table"),
    path("days/progress/", views.progress, name="days_progress"),
    path("days/<int:pk>/remove/", views.remove, name="remove_days"),
]
