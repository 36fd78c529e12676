"""What every test may use."""

import os
import shutil
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings
from playwright.sync_api import expect
from pytest_django import DjangoDbBlocker

from wenming.audit import triggers

# How long one example takes says more about the computer than about the program.
# The same examples each time, so that a red run is the change's own fault; --hypothesis-profile=new draws others.
settings.register_profile("wenming", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None, derandomize=False, max_examples=500)
settings.load_profile("wenming")

# How long a page may take says more about the computer, too; what never comes is red all the same.
expect.set_options(timeout=30_000)

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


# Whoever asks for one of these, or bears the mark, uses the database.
DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--database``: only the tests that use the database; the others need not run once for each kind of it.

    ``--hostile``: how many hostile files are handed in.
    """
    parser.addoption("--database", action="store_true", help="run only the tests that use the database")
    parser.addoption("--hostile", default=200, type=int, help="how many hostile uploads to try; 2000 are all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what does not use the database, where that was asked for."""
    if config.getoption("--database"):
        left_out = [one for one in items if not uses_database(one)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [one for one in items if uses_database(one)]


def uses_database(item: pytest.Item) -> bool:
    """Whether the test itself, or a fixture that it asks for, uses the database."""
    asked: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not DATABASE.isdisjoint(asked)


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
