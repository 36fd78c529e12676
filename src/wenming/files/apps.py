"""The Django app of this room."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """文件."""

    name = "wenming.files"
    verbose_name = "文件"
