"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    """日历和报表."""

    name = "wenming.papers"
    verbose_name = _("日历和报表")
