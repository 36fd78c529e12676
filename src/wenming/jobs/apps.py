"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """后台任务."""

    name = "wenming.jobs"
    verbose_name = _("后台任务")
