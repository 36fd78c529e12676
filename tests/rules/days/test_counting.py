"""Working days counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.days.calendar import make_calendar
from wenming.rules.days.counting import MOST, add_working_days, working_days_between

CHINA = make_calendar()
days = st.dates(date(2023, 6, 1), date(2028, 6, 1))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # a Friday
        (date(2026, 3, 6), 0, date(2026, 3, 6)),
        (date(2026, 3, 7), 0, date(2026, 3, 7)),  # a Saturday stays
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # the Saturday is worked
        (date(2026, 2, 13), 2, date(2026, 2, 24)),  # then the nine days of 春节
        (date(2026, 9, 30), 5, date(2026, 10, 13)),  # the seven of 国庆, and Saturday the 10th is worked
        (date(2026, 10, 8), -1, date(2026, 9, 30)),
        (date(2026, 3, 9), -1, date(2026, 3, 6)),
    ],
)
def test_so_many_working_days_later(day: date, count: int, expected: date) -> None:
    assert add_working_days(day, count, CHINA) == expected


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 3, 6), date(2026, 3, 6), 0),
        (date(2026, 3, 6), date(2026, 3, 9), 1),
        (date(2026, 3, 6), date(2026, 3, 8), 0),
        (date(2026, 9, 30), date(2026, 10, 10), 3),
        (date(2025, 12, 31), date(2026, 12, 31), 248),
        (date(2026, 3, 9), date(2026, 3, 6), 0),
    ],
)
def test_working_days_between(first: date, last: date, count: int) -> None:
    assert working_days_between(first, last, CHINA) == count


@given(days, st.integers(1, 60))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    due = add_working_days(day, count, CHINA)
    assert CHINA.is_working(due)
    assert working_days_between(day, due, CHINA) == count


@given(days, st.integers(1, 60))
def test_back_and_forth_comes_to_the_next_working_day_at_most(day: date, count: int) -> None:
    there = add_working_days(day, count, CHINA)
    back = add_working_days(there, -count, CHINA)
    assert back == day if CHINA.is_working(day) else back < day
    assert working_days_between(back, day, CHINA) == 0


@given(days, st.integers(-60, 60), st.integers(0, 60))
def test_more_days_come_later(day: date, count: int, more: int) -> None:
    assert add_working_days(day, count, CHINA) <= add_working_days(day, count + more, CHINA)


@given(days, st.integers(0, 90), st.integers(0, 90))
def test_counts_add_up(day: date, one: int, other: int) -> None:
    middle, end = day + timedelta(days=one), day + timedelta(days=one + other)
    parts = working_days_between(day, middle, CHINA) + working_days_between(middle, end, CHINA)
    assert parts == working_days_between(day, end, CHINA)


@pytest.mark.parametrize("count", [MOST + 1, -MOST - 1])
def test_no_more_than_makes_sense(count: int) -> None:
    with pytest.raises(ValueError, match="at most"):
        add_working_days(date(2026, 1, 1), count, CHINA)
