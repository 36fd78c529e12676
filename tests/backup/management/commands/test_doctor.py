"""The command, as an administrator or a monitor calls it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def doctor(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("doctor", *arguments, stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_what_is_to_be_mended_stands_last_and_decides(settings: Settings) -> None:
    settings.DEBUG = True
    status, said = doctor()
    grades = [line.split("]")[0] for line in said.splitlines()]
    order = ["[正常", "[留意", "[要修"]
    assert grades == sorted(grades, key=order.index)
    assert (status, "WENMING_DEBUG" in said) == (1, True)


def test_for_a_monitor() -> None:
    status, said = doctor("--json")
    found = {one["check"]: one for one in json.loads(said)}
    assert (status, found["debug"]["grade"], found["workers"]["grade"]) == (1, "ok", "mend")


def test_in_english() -> None:
    assert "[to mend]" in doctor("--lang", "en")[1]
