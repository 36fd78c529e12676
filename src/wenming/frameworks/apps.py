"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrameworksConfig(AppConfig):
    """测评体系."""

    name = "wenming.frameworks"
    verbose_name = _("测评体系")
