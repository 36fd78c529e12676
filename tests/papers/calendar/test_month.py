"""A month as a wall calendar has it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.papers.calendar.month import YEARS, Day, month_named, shown, weeks_of
from wenming.rules.days.calendar import make_calendar
from wenming.rules.days.months import month_after

CALENDAR = make_calendar()


def days(first: date) -> dict[date, Day]:
    return {day.on: day for week in weeks_of(first, today=date(2026, 10, 8), calendar=CALENDAR) for day in week}


def test_october_2026_with_its_days_off_and_the_day_that_is_worked_instead() -> None:
    found = days(date(2026, 10, 1))
    assert (found[date(2026, 10, 1)].is_off, found[date(2026, 10, 1)].reason()) == (True, "国庆节放假")
    worked = found[date(2026, 10, 10)]  # a Saturday
    assert (worked.is_shifted, worked.is_working, worked.reason()) == (True, True, "国庆节调休上班")
    assert worked.reason("en") == "National Day: worked instead of a day off"
    plain = found[date(2026, 10, 24)]  # a Saturday like others
    assert (plain.is_off, plain.is_shifted, plain.is_working, plain.reason()) == (False, False, False, "")


def test_festivals_stand_on_their_first_day_only() -> None:
    found = days(date(2026, 10, 1))
    assert "国庆节" in [one.name for one in found[date(2026, 10, 1)].festivals]
    assert "国庆节" not in [one.name for one in found[date(2026, 10, 2)].festivals]


def test_today_and_the_days_beside_the_month() -> None:
    found = days(date(2026, 10, 1))
    assert [on for on, day in found.items() if day.is_today] == [date(2026, 10, 8)]
    assert not found[date(2026, 9, 30)].is_in_month


@given(st.dates(date(2015, 1, 1), date(2045, 12, 31)))
def test_weeks_are_whole_and_hold_the_month(day: date) -> None:
    first = day.replace(day=1)
    weeks = weeks_of(first, today=day, calendar=CALENDAR)
    assert {len(week) for week in weeks} == {7}
    assert all(week[0].on.weekday() == 0 for week in weeks)
    inside = [one.on for week in weeks for one in week if one.is_in_month]
    assert inside[0] == first
    assert inside[-1].toordinal() + 1 == month_after(first).toordinal()
    assert (weeks[0][0].on, weeks[-1][-1].on) == (shown(first).first, shown(first).last)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "1999-01", "９９９９-01", "2026-3", "x" * 99])
def test_a_month_that_makes_no_sense_is_this_one(text: str) -> None:
    assert month_named(text, otherwise=date(2026, 3, 5)) == date(2026, 3, 1)


def test_the_years_are_those_the_calendar_knows() -> None:
    assert month_named(f"{YEARS[-1]}-12", otherwise=date(2026, 1, 1)) == date(YEARS[-1], 12, 1)
