"""Addresses of the board."""

from django.urls import path

from wenming.work.board import views

urlpatterns = [path("board/", views.board, name="board")]
