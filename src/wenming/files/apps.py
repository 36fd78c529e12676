"""The Django app of this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """文件."""

    name = "wenming.files"
    verbose_name = _("文件")
