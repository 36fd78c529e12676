"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScoresConfig(AppConfig):
    """测评轮次."""

    name = "wenming.scores"
    verbose_name = _("测评轮次")
