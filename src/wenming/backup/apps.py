"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BackupConfig(AppConfig):
    """备份."""

    name = "wenming.backup"
    verbose_name = _("备份")
