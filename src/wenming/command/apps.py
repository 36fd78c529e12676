"""The Django app of this room."""

from django.apps import AppConfig


class CommandConfig(AppConfig):
    """指挥体系."""

    name = "wenming.command"
    verbose_name = "指挥体系"
