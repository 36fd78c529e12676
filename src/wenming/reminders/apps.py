"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    """提醒."""

    name = "wenming.reminders"
    verbose_name = _("提醒")
