"""The Django app of this room."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """工作落实."""

    name = "wenming.work"
    verbose_name = "工作落实"
