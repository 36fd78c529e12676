"""The Django app of this room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """日志."""

    name = "wenming.audit"
    verbose_name = "日志"
