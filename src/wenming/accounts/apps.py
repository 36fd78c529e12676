"""The Django app of this room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """人员与权限."""

    name = "wenming.accounts"
    verbose_name = "人员与权限"
