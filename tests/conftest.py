"""What every test may use."""

import os
import shutil
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from wenming.audit import triggers

# How long one example takes says more about the computer than about the program.
settings.register_profile("wenming", deadline=None)
settings.load_profile("wenming")

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in the test's own thread

# A browser that talks to nobody but the page under test.
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, or the one of WENMING_CHROMIUM."""
    chromium = os.environ.get("WENMING_CHROMIUM") or shutil.which("chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The log of the tests' own database can be emptied between tests; tests of the log guard it themselves."""
    del django_db_setup
    with django_db_blocker.unblock():
        assert triggers.is_guarded(connection)
        triggers.remove(connection)
