"""The Django app of this room."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """辖区与单位."""

    name = "wenming.places"
    verbose_name = "辖区与单位"
