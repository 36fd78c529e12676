"""Addresses of reviews."""

from django.urls import path

from wenming.work.reviews import views

urlpatterns = [
    path("reviews/", views.review_list, name="reviews"),
    path("reviews/<int:pk>/<int:unit>/<str:first>/", views.review, name="review"),
]
