"""Addresses of the working of verdicts."""

from django.urls import path

from wenming.work.verdicts import views

urlpatterns = [
    path("why/<int:pk>/<int:unit>/", views.why, name="why"),
    path("why/<int:pk>/<int:unit>/<str:first>/", views.why, name="why_on"),
]
