"""A line of the log: nobody's name, no second line, the time with its offset."""

import logging
import re
import sys

import pytest
from django.db import IntegrityError, connection, transaction

from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.web.logs import Lines, one_line, without_quoted


def line(message: str, *, error: Exception | None = None) -> str:
    """What is written."""
    trace = (type(error), error, None) if error else None
    record = logging.LogRecord("wenming", logging.ERROR, "", 0, message, (), trace)
    return Lines().format(record)


def test_when_how_grave_where_what() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]{12}[+-]\d\d:\d\d ERROR wenming said", line("said"))


def test_text_from_outside_begins_no_line() -> None:
    assert one_line("a\r\nERROR b\x1b[0m\u2028 青禾") == "a\\r\\nERROR b\\x1b[0m\\u2028 青禾"
    assert "\n" not in line("a\nb")


@pytest.mark.parametrize(
    "text",
    [
        "DETAIL:  Key (username)=(李敏) already exists.",
        "DETAIL:  Key (a, b)=(李敏, (1)) already exists.",
        "DETAIL:  Failing row contains (1, 李敏, null).",
        'FATAL:  password authentication failed for user "李敏"',
        'FATAL:  role "李敏" does not exist',
        'invalid input syntax for type integer: "李敏"',
        "postgresql://wenming:李敏@db/wenming",
    ],
)
def test_what_a_database_quotes_is_left_out(text: str) -> None:
    assert "李敏" not in without_quoted(text)
    assert "…" in without_quoted(text)
    assert "李敏" not in line("failed", error=ValueError(text))


@pytest.mark.django_db
def test_a_real_error_of_the_database_names_nobody() -> None:
    make_person("李敏")
    try:
        with transaction.atomic():
            User.objects.create_user(username="李敏")
    except IntegrityError:
        kind, error, trace = sys.exc_info()
    record = logging.LogRecord("wenming", logging.ERROR, "", 0, "failed", (), (kind, error, trace))  # type: ignore[arg-type]
    written = Lines().format(record).replace("username=", "")
    assert "accounts_user" in written
    assert connection.vendor
    assert "=(李敏)" not in written
