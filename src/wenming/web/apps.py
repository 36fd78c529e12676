"""The Django app of this room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """网页."""

    name = "wenming.web"
    verbose_name = "网页"
