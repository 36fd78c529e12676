"""Dates of any precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.iso_dates import is_backwards, is_date, typed_date


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


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("9月30日", "--09-30"),
        ("9 月", "--09"),
        ("6月底", "--06"),
        ("6月份", "--06"),
        ("2026年6月30日", "2026-06-30"),
        ("2026年6月", "2026-06"),
        ("2026.6.30", "2026-06-30"),
        ("2026/6", "2026-06"),
        ("2026年", "2026"),
        ("2026年底", "2026"),
        ("9-30", "--09-30"),
        ("--09-30", "--09-30"),
        ("2月30日", None),
        ("26", None),
        ("0403年", None),
        ("六月", None),
        ("", None),
    ],
)
def test_dates_as_people_type_them(words: str, date: str | None) -> None:
    assert typed_date(words) == date


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
