"""Addresses of this room."""

from django.urls import path

from wenming.reminders import bot_views, own_views, views

app_name = "reminders"
urlpatterns = [
    path("reminders/", views.preview, name="preview"),
    path("reminders/sent/", views.sent, name="sent"),
    path("reminders/steps/", views.steps, name="steps"),
    path("reminders/groups/", bot_views.bots, name="bots"),
    path("reminders/groups/add/", bot_views.add_bot, name="add_bot"),
    path("reminders/groups/<int:pk>/", bot_views.change_bot, name="change_bot"),
    path("reminders/groups/<int:pk>/try/", bot_views.try_bot, name="try_bot"),
    path("reminders/groups/<int:pk>/remove/", bot_views.remove_bot, name="remove_bot"),
    path("account/reminders/", own_views.own, name="own"),
    path("account/reminders/try/", own_views.try_mail, name="try_mail"),
]
