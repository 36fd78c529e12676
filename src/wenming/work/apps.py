"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkConfig(AppConfig):
    """工作落实."""

    name = "wenming.work"
    verbose_name = _("工作落实")
