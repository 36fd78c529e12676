"""Passwords that a command asks for."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password

from wenming.accounts.models import User


def asked_password(*, username: str, full_name: str) -> str:
    """Typed unseen where somebody types, else one line of the input. Raises ValidationError where it is too weak."""
    password = getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    validate_password(password, User(username=username, full_name=full_name))
    return password
