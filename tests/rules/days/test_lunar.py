"""The lunar calendar and the solar terms, against tables, another library and the sun itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lunar_python import Lunar, Solar

from tests.rules.days.sun import ERROR, longitude
from wenming.rules.days.lunar import (
    SOLAR_TERMS,
    LunarDay,
    NoSuchDay,
    day_of_term,
    lunar_day,
    lunar_months,
    new_years_day,
    new_years_eve,
    solar_day,
    solar_term,
    solar_terms,
)

days = st.dates(date(1930, 1, 1), date(2099, 12, 31))
few = settings(max_examples=20)  # each draws a year, and a year takes its time


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2024, 2, 10), LunarDay(2024, 1, 1)),
        (date(2025, 1, 28), LunarDay(2024, 12, 29)),
        (date(2025, 7, 25), LunarDay(2025, 6, 1, is_leap=True)),
        (date(2026, 1, 26), LunarDay(2025, 12, 8)),
        (date(2026, 2, 16), LunarDay(2025, 12, 29)),
        (date(2026, 9, 25), LunarDay(2026, 8, 15)),
        (date(2033, 12, 22), LunarDay(2033, 11, 1, is_leap=True)),  # the year whose leap month many tables have wrong
    ],
)
def test_days_of_the_lunar_calendar(day: date, lunar: LunarDay) -> None:
    assert lunar_day(day) == lunar
    assert solar_day(lunar) == day


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2023, date(2023, 1, 22)),
        (2024, date(2024, 2, 10)),
        (2025, date(2025, 1, 29)),
        (2026, date(2026, 2, 17)),
        (2027, date(2027, 2, 6)),
        (2028, date(2028, 1, 26)),
        (2030, date(2030, 2, 3)),
    ],
)
def test_the_year_begins(year: int, day: date) -> None:
    assert new_years_day(year) == day
    assert new_years_eve(year) == day - timedelta(days=1)


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDay(2025, 12, 30),  # a short month
        LunarDay(2026, 6, 1, is_leap=True),  # no leap year
        LunarDay(2025, 13, 1),
        LunarDay(2025, 1, 0),
    ],
)
def test_a_day_that_is_not_is_said(lunar: LunarDay) -> None:
    with pytest.raises(NoSuchDay, match="has no"):
        solar_day(lunar)


# The new moon of September 2057 falls within seconds of midnight in Beijing: nobody knows yet on which side.
@few
@given(days.filter(lambda day: not date(2057, 9, 28) <= day < date(2057, 10, 28)))
def test_another_library_says_the_same(day: date) -> None:
    other = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    month = other.getMonth()  # below 0 in a leap month
    assert lunar_day(day) == LunarDay(other.getYear(), abs(month), other.getDay(), is_leap=month < 0)


@few
@given(days)
def test_there_and_back(day: date) -> None:
    assert solar_day(lunar_day(day)) == day


@few
@given(st.integers(1930, 2099))
def test_months_tile_the_year(year: int) -> None:
    months = lunar_months(year)
    for month, following in pairwise(months):
        assert month.first + timedelta(days=month.length) == following.first
    assert months[0].first == new_years_day(year)
    assert months[-1].first + timedelta(days=months[-1].length) == new_years_day(year + 1)
    assert [month.number for month in months if not month.is_leap] == list(range(1, 13))
    assert sum(month.is_leap for month in months) == len(months) - 12 <= 1


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("清明", date(2024, 4, 4)),
        ("清明", date(2026, 4, 5)),
        ("春分", date(2026, 3, 20)),
        ("春分", date(2027, 3, 21)),
        ("秋分", date(2025, 9, 23)),
        ("冬至", date(2024, 12, 21)),
        ("小寒", date(2026, 1, 5)),
    ],
)
def test_days_of_solar_terms(name: str, day: date) -> None:
    assert day_of_term(name, day.year) == day
    assert solar_term(day) == name
    assert solar_term(day + timedelta(days=1)) is None


def test_a_term_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        day_of_term("立夜", 2026)


@few
@given(st.integers(1930, 2099))
def test_another_library_has_the_same_terms(year: int) -> None:
    table = Lunar.fromYmd(year, 1, 1).getJieQiTable()
    theirs = {term: found.toYmd() for term, found in table.items() if term in SOLAR_TERMS and found.getYear() == year}
    ours = {name: day.isoformat() for day, name in solar_terms(year)}
    assert theirs.items() <= ours.items()
    assert len(theirs) >= 20  # their table begins and ends within a winter


@few
@given(st.integers(1950, 2077))
def test_the_sun_stands_where_each_term_says(year: int) -> None:
    terms = solar_terms(year)
    assert [name for _, name in terms] == [*SOLAR_TERMS[1:], SOLAR_TERMS[0]]
    for day, name in terms:
        due = 270 + 15 * SOLAR_TERMS.index(name)  # the winter solstice is at 270 degrees
        begins = (longitude(day) - due + 180) % 360 - 180
        ends = (longitude(day + timedelta(days=1)) - due + 180) % 360 - 180
        assert begins - ERROR <= 0 <= ends + ERROR
