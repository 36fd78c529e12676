"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommandConfig(AppConfig):
    """指挥体系."""

    name = "wenming.command"
    verbose_name = _("指挥体系")
