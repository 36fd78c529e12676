"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wenming.web.field_errors import speak_courteously


class WebConfig(AppConfig):
    """网页."""

    name = "wenming.web"
    verbose_name = _("网页")

    def ready(self) -> None:
        """Fields speak our words from the start."""
        speak_courteously()
