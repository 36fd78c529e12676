"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """方案."""

    name = "wenming.plans"
    verbose_name = _("方案")
