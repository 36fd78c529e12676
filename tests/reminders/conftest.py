"""A mail server, and bots on loopback that the installation names."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.reminders.making import Post, post_office


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    """A mail server that the installation uses."""
    with post_office() as (post, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.MAIL = {"EMAIL_HOST": "127.0.0.1"}
        yield post


@pytest.fixture
def named(settings: Settings) -> None:
    """The installation names this computer as a host of bots."""
    settings.WEBHOOK_HOSTS = ["127.0.0.1"]
    settings.REMINDER_SECONDS = 2
