"""Fields of a TOML table."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from wenming.sample.rows import SampleError, day, only, rows, text, texts


def test_it_reads() -> None:
    row = {"name": " 县教育局 ", "aliases": ["教育局"], "on": date(2026, 1, 28), "units": [{"a": "b"}]}
    assert text(row, "name") == "县教育局"
    assert texts(row, "aliases") == ("教育局",)
    assert day(row, "on") == date(2026, 1, 28)
    assert rows(row, "units") == ({"a": "b"},)
    only(row, ("name", "aliases", "on", "units", "more"))


def test_lists_may_be_missing() -> None:
    assert texts({}, "aliases") == ()
    assert rows({}, "units") == ()


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (text, None),
        (text, ""),
        (text, "  "),
        (text, 3),
        (texts, "教育局"),
        (texts, [""]),
        (texts, ["教育局", 3]),
        (day, "2026-01-28"),
        (day, datetime(2026, 1, 28)),  # noqa: DTZ001 - a TOML file may hold one without a zone
        (rows, {}),
        (rows, ["教育局"]),
    ],
)
def test_it_refuses(read: Callable[[dict[str, Any], str], object], value: object) -> None:
    with pytest.raises(SampleError, match="“key”"):
        read({"key": value}, "key")


def test_a_mistyped_field_is_refused() -> None:
    with pytest.raises(SampleError, match="alias"):
        only({"name": "县教育局", "alias": []}, ("name", "aliases"))
