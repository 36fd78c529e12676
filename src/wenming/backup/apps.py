"""The Django app of this room."""

from django.apps import AppConfig


class BackupConfig(AppConfig):
    """备份."""

    name = "wenming.backup"
    verbose_name = "备份"
