"""Dates of any precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.iso_dates import is_backwards, is_date


@pytest.mark.parametrize("text", ["2026", "2026-06", "2026-06-30", "--06", "--06-30", "--02-29", "2024-02-29", "0403"])
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "--", "26", "2026-", "2026-6", "2026-13", "2026-00", "2026-02-29", "2026-06-31", "--06-31", "---30"),
        *("0000", "2026-06-00", "2026-06-3", " 2026", "2026-06-30T", "２０２６", "--13", "2026--06"),
    ],
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)


@given(st.dates())
def test_every_day_of_the_calendar(day: date) -> None:
    assert is_date(day.isoformat())
    assert is_date(f"-{day.isoformat()[4:]}")


@pytest.mark.parametrize(
    ("start", "end", "backwards"),
    [
        ("2026-06-30", "2026-06-29", True),
        ("2026-06-30", "2026-05", True),
        ("2026-06-30", "2026-06", False),
        ("2026", "2026-01", False),
        ("2027", "2026-12", True),
        ("--11", "--02", False),
        ("2026-11", "--02", False),
    ],
)
def test_ranges(start: str, end: str, backwards: bool) -> None:
    assert is_backwards(start, end) is backwards
