"""Addresses of requests for material and of the burden."""

from django.urls import path

from wenming.work.requests import burden_views, running, unit_views, views

urlpatterns = [
    path("burden/", burden_views.burden, name="burden"),
    path("units/<int:pk>/burden/", burden_views.unit_burden, name="unit_burden"),
    path("requests/", views.request_list, name="requests"),
    path("requests/new/", views.new, name="new_request"),
    path("requests/asked/", unit_views.asked_list, name="asked"),
    path("requests/<int:pk>/", views.page, name="request"),
    path("requests/<int:pk>/change/", views.change, name="change_request"),
    path("requests/<int:pk>/send/", views.send, name="send_request"),
    path("requests/<int:pk>/merge/", views.merge, name="merge_request"),
    path("requests/<int:pk>/discard/", views.discard, name="discard_request"),
    path("requests/<int:pk>/units/", running.ask_more, name="ask_more_units"),
    path("requests/<int:pk>/remind/", running.remind, name="remind_units"),
    path("requests/<int:pk>/close/", running.close, name="close_request"),
    path("requests/<int:pk>/cancel/", running.cancel, name="cancel_request"),
    path("requests/<int:pk>/accept/", running.accept_many, name="accept_answers"),
    path("answers/<int:pk>/", unit_views.answer, name="answer"),
    path("answers/<int:pk>/not-ours/", unit_views.not_ours, name="not_ours"),
    path("answers/<int:pk>/judge/", running.judge, name="judge_answer"),
]
