"""Addresses of the reports."""

from django.urls import path

from wenming.papers.reports import views

urlpatterns = [
    path("papers/", views.report, name="reports"),
    path("papers/report.docx", views.word, name="report_word"),
]
