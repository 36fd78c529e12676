"""Addresses of suspensions and exemptions."""

from django.urls import path

from wenming.work.excuses import views

urlpatterns = [
    path("commitments/<int:pk>/excuse/<int:unit>/", views.excuse, name="excuse"),
    path("excuses/<int:pk>/end/", views.end, name="end_excuse"),
]
