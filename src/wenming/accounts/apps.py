"""The Django app of this room."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """人员与权限."""

    name = "wenming.accounts"
    verbose_name = _("人员与权限")

    def ready(self) -> None:
        """Listen for people who sign in, by whatever way; the models are there only now."""
        import_module("wenming.accounts.sign_in.arriving")
