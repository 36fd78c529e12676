"""Passwords that a command asks for."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wenming.accounts.models import User


def asked_password(*, username: str, full_name: str) -> str:
    """Typed unseen, twice, where somebody types, else one line of the input.

    Raises ValidationError where it is too weak, or not the same twice.
    """
    password = _typed() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    validate_password(password, User(username=username, full_name=full_name))
    return password


def _typed() -> str:
    password = getpass(_("密码："))
    if getpass(_("再输一次：")) != password:
        raise ValidationError(_("两次输入的密码不一样。"))
    return password
