"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wenming.audit import words


class AuditConfig(AppConfig):
    """日志."""

    name = "wenming.audit"
    verbose_name = _("日志")

    def ready(self) -> None:
        """Every room has its models now, and can tell its verbs."""
        words.discover()
