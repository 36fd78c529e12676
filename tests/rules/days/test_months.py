"""Months and weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.days.months import month_after, month_of, week_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "number", "first"),
    [
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 1)),
        (date(2026, 3, 31), -13, date(2025, 2, 1)),
        (date(2026, 5, 31), 0, date(2026, 5, 1)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_are_stepped_over_the_ends_of_years(day: date, number: int, first: date) -> None:
    assert month_after(day, number) == first


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2024, 2, 1), 29),
        (date(2026, 2, 28), 28),
        (date(2000, 2, 5), 29),
        (date(2100, 2, 5), 28),
        (date(2026, 12, 31), 31),
        (date(2026, 4, 30), 30),
    ],
)
def test_a_month_ends_on_its_last_day(day: date, last: int) -> None:
    assert month_of(day) == (day.replace(day=1), day.replace(day=last))


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 1, 1), date(2025, 12, 29)),  # week 1 of 2026 begins in 2025
        (date(2021, 1, 3), date(2020, 12, 28)),  # week 53 of 2020 ends in 2021
        (date(2024, 2, 29), date(2024, 2, 26)),
        (date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 3, 8), date(2026, 3, 2)),
    ],
)
def test_a_week_begins_on_monday(day: date, monday: date) -> None:
    assert week_of(day) == (monday, monday + timedelta(days=6))


@given(DAYS)
def test_a_week_is_that_of_the_standard(day: date) -> None:
    first, last = week_of(day)
    assert first <= day <= last
    assert {one.isocalendar()[:2] for one in (first, last)} == {day.isocalendar()[:2]}


@given(DAYS, st.integers(-600, 600))
def test_steps_lead_back(day: date, number: int) -> None:
    there = month_after(day, number)
    assert month_after(there, -number) == month_of(day)[0]
