"""How a matter stands on a day, how far up it has gone, and when it is news."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.days.calendar import make_calendar
from wenming.rules.reminding.matters import (
    Kind,
    Level,
    Matter,
    Standing,
    Steps,
    begins_week,
    days_late,
    is_over,
    level,
    news_days,
    next_working,
    standing,
)

CHINA = make_calendar()
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
FRIDAY = date(2026, 3, 6)


def task(due: date) -> Matter:
    return Matter(Kind.TASK, 1, 1, "民主评议", due=due)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        (task(date(2026, 3, 14)), None),  # eight days off
        (task(date(2026, 3, 13)), Standing.DUE),
        (task(FRIDAY), Standing.DUE),
        (task(date(2026, 3, 5)), Standing.LATE),
        (Matter(Kind.ASKED, 1, 1, "小结", due=date(2026, 4, 30), since=FRIDAY), Standing.ASKED),
        (Matter(Kind.ASKED, 1, 1, "小结", due=date(2026, 3, 5)), Standing.LATE),
        (Matter(Kind.RETURNED, 1, 1, "会议", since=FRIDAY), Standing.RETURNED),
        (Matter(Kind.RETURNED, 1, 1, "会议", since=date(2026, 3, 7)), None),  # it has not happened yet
    ],
)
def test_how_it_stands(matter: Matter, expected: Standing | None) -> None:
    assert standing(matter, FRIDAY) == expected


@pytest.mark.parametrize(
    ("day", "late", "expected"),
    [
        (date(2026, 3, 6), 0, Level.OWN),
        (date(2026, 3, 8), 0, Level.OWN),  # a Sunday passes nobody
        (date(2026, 3, 10), 2, Level.OWN),
        (date(2026, 3, 11), 3, Level.UNIT_LEADER),
        (date(2026, 3, 12), 4, Level.UNIT_LEADER),
        (date(2026, 3, 13), 5, Level.IN_CHARGE),
    ],
)
def test_it_goes_up_by_working_days(day: date, late: int, expected: Level) -> None:
    assert days_late(task(FRIDAY), day, CHINA) == late
    assert level(task(FRIDAY), day, Steps(), CHINA) == expected


def test_a_step_may_be_left_out() -> None:
    late = date(2026, 3, 20)
    assert level(task(FRIDAY), late, Steps(None, None), CHINA) == Level.OWN
    assert level(task(FRIDAY), late, Steps(3, None), CHINA) == Level.UNIT_LEADER
    assert level(task(FRIDAY), late, Steps(None, 5), CHINA) == Level.IN_CHARGE


def test_a_long_holiday_is_no_delay() -> None:
    assert level(task(date(2026, 9, 30)), date(2026, 10, 7), Steps(1, 2), CHINA) == Level.OWN
    assert level(task(date(2026, 9, 30)), date(2026, 10, 8), Steps(1, 2), CHINA) == Level.UNIT_LEADER


def test_what_nobody_can_mend_any_more_is_not_said_for_ever() -> None:
    assert not is_over(task(FRIDAY), date(2026, 3, 27), Steps(), CHINA)
    assert is_over(task(FRIDAY), date(2026, 3, 30), Steps(), CHINA)


def test_the_days_on_which_it_is_news() -> None:
    expected = {date(2026, 3, 3), FRIDAY, date(2026, 3, 9), date(2026, 3, 11), date(2026, 3, 13)}
    assert news_days(task(FRIDAY), Steps(), CHINA) == expected
    returned = Matter(Kind.RETURNED, 1, 1, "会议", since=date(2026, 3, 7))
    assert news_days(returned, Steps(), CHINA) == {date(2026, 3, 9)}  # a Saturday's is told on Monday


def test_the_first_day_after_days_off() -> None:
    assert begins_week(date(2026, 3, 9), CHINA)
    assert not begins_week(date(2026, 3, 10), CHINA)
    assert begins_week(date(2026, 10, 8), CHINA)  # a Thursday after 国庆
    assert not begins_week(date(2026, 3, 8), CHINA)


@given(DAYS, st.integers(1, 10), st.integers(1, 10))
def test_news_falls_on_working_days_only(due: date, first: int, second: int) -> None:
    assert all(CHINA.is_working(day) for day in news_days(task(due), Steps(first, second), CHINA))


@given(DAYS, st.integers(0, 60), st.integers(1, 10), st.integers(1, 10))
def test_as_days_pass_it_only_goes_up_and_says_so(due: date, ahead: int, first: int, second: int) -> None:
    day, steps = due + timedelta(days=ahead), Steps(first, second)
    before = level(task(due), day, steps, CHINA)
    after = level(task(due), day + timedelta(days=1), steps, CHINA)
    assert after >= before
    if after > before:
        assert day + timedelta(days=1) in news_days(task(due), steps, CHINA)


@given(DAYS)
def test_the_next_working_day_is_the_nearest(day: date) -> None:
    found = next_working(day, CHINA)
    assert CHINA.is_working(found)
    assert not any(CHINA.is_working(day + timedelta(days=one)) for one in range((found - day).days))
