"""Addresses and secrets of bots as the database keeps them: encrypted with a key that is not in the database."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.encoding import force_str


class CannotOpen(ValueError):
    """It was sealed with another key: the installation's secret key has changed since."""


def sealed(text: str) -> str:
    """The text, for nobody to read (AES-128-CBC with HMAC-SHA256)."""
    return _keys().encrypt(text.encode()).decode()


def opened(text: str) -> str:
    """What was sealed. Raises CannotOpen."""
    try:
        return _keys().decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise CannotOpen from error


def _keys() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"wenming.reminders:{force_str(key)}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
