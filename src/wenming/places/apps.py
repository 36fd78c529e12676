"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """辖区与单位."""

    name = "wenming.places"
    verbose_name = _("辖区与单位")
