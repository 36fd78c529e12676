"""The Django app of this room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """方案."""

    name = "wenming.plans"
    verbose_name = "方案"
