"""Addresses of this room."""

from django.urls import path

from wenming.audit import views

app_name = "audit"
urlpatterns = [
    path("log/", views.log, name="list"),
    path("log/<int:number>/", views.event, name="event"),
    path("log/excel/", views.excel, name="excel"),
    path("log/heads/", views.heads, name="heads"),
    path("log/heads.txt", views.heads_text, name="heads_text"),
    path("log/of/<str:kind>/<str:key>/", views.history, name="history"),
]
