"""On which days a festival falls, by the rule of its calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.days.sun import ERROR, longitude
from wenming.rules.commitments.model import Span
from wenming.rules.days.festival_rules import (
    Fixed,
    Islamic,
    Lunar,
    LunarNewYearsEve,
    NthWeekday,
    Rule,
    SolarTerm,
    occurrences,
)

NOWRUZ = SolarTerm("春分", until=(3, 21))
LABA = Lunar(12, 8)
EVE_OF_THE_HIJRA = date(622, 7, 18).toordinal()  # 15 July 622 by the calendar of then


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        (Fixed(10, 1), 2026, [date(2026, 10, 1)]),
        (Lunar(1, 15), 2026, [date(2026, 3, 3)]),
        (Lunar(5, 5), 2025, [date(2025, 5, 31)]),
        (Lunar(6, 24), 2025, [date(2025, 7, 18)]),  # not again in the leap month that follows
        (LABA, 2022, [date(2022, 1, 10), date(2022, 12, 30)]),
        (LABA, 2023, []),
        (LABA, 2026, [date(2026, 1, 26)]),
        (Lunar(12, 30), 2026, []),  # the last month of that winter is short
        (Lunar(12, 30), 2024, [date(2024, 2, 9)]),
        (LunarNewYearsEve(), 2026, [date(2026, 2, 16)]),
        (LunarNewYearsEve(), 2024, [date(2024, 2, 9)]),
        (SolarTerm("清明"), 2026, [date(2026, 4, 5)]),
        (Islamic(10, 1), 2026, [date(2026, 3, 20)]),
        (Islamic(12, 10), 2026, [date(2026, 5, 27)]),
        (Islamic(12, 10), 2027, [date(2027, 5, 16)]),
        (Islamic(10, 1), 2033, [date(2033, 1, 2), date(2033, 12, 23)]),
        (Islamic(10, 1), 2078, []),  # the table has ended
        (Islamic(10, 1), 1900, []),
        (NthWeekday(5, 3, 6), 2026, [date(2026, 5, 17)]),
        (NthWeekday(5, 3, 6), 2025, [date(2025, 5, 18)]),
        (NthWeekday(5, 1, 4), 2026, [date(2026, 5, 1)]),
    ],
)
def test_days_of_a_year(rule: Rule, year: int, days: list[date]) -> None:
    assert occurrences(rule, year) == tuple(Span(day, day) for day in days)


@pytest.mark.parametrize(
    ("rule", "year", "span"),
    [
        (NthWeekday(9, 3, 5, days=2), 2026, Span(date(2026, 9, 19), date(2026, 9, 20))),
        (NOWRUZ, 2026, Span(date(2026, 3, 20), date(2026, 3, 21))),
        (NOWRUZ, 2027, Span(date(2027, 3, 21), date(2027, 3, 21))),
    ],
)
def test_festivals_of_several_days(rule: Rule, year: int, span: Span) -> None:
    assert occurrences(rule, year) == (span,)


@settings(max_examples=20)
@given(st.integers(1950, 2077))
def test_nowruz_begins_when_the_sun_crosses_the_equator(year: int) -> None:
    (span,) = occurrences(NOWRUZ, year)
    begins = (longitude(span.first) + 180) % 360 - 180
    ends = (longitude(span.first + timedelta(days=1)) + 180) % 360 - 180
    assert begins - ERROR <= 0 <= ends + ERROR
    assert span.last == max(span.first, date(year, 3, 21))


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1925, 2073))
def test_an_islamic_day_comes_once_in_each_islamic_year(month: int, day: int, year: int) -> None:
    found = [span.first for near in range(year, year + 4) for span in occurrences(Islamic(month, day), near)]
    named = [Gregorian.fromdate(one).to_hijri() for one in found]
    assert {(one.month, one.day) for one in named} == {(month, day)}
    assert [one.year for one in named] == list(range(named[0].year, named[0].year + len(named)))
    assert 4 <= len(named) <= 5


@given(st.integers(1, 12), st.integers(1, 29), st.integers(1925, 2076))
def test_the_islamic_calendar_by_mere_counting_is_near(month: int, day: int, year: int) -> None:
    for span in occurrences(Islamic(month, day), year):
        islamic = Gregorian.fromdate(span.first).to_hijri().year
        before = (islamic - 1) * 354 + (3 + 11 * islamic) // 30  # eleven years in thirty have a day more
        counted = EVE_OF_THE_HIJRA + before + (59 * (month - 1) + 1) // 2 + day
        assert abs(span.first.toordinal() - counted) <= 2


@given(st.integers(1, 12), st.integers(1, 4), st.integers(0, 6), st.integers(1900, 2199))
def test_the_nth_weekday_is_one(month: int, nth: int, weekday: int, year: int) -> None:
    (span,) = occurrences(NthWeekday(month, nth, weekday), year)
    first = span.first
    assert first == span.last
    assert first.weekday() == weekday
    assert (first.month, (first.day - 1) // 7 + 1) == (month, nth)


@settings(max_examples=20)
@given(st.integers(1, 12), st.integers(1, 29), st.integers(1930, 2090))
def test_a_lunar_day_comes_once_in_each_lunar_year(month: int, day: int, year: int) -> None:
    found = [span.first for near in range(year, year + 3) for span in occurrences(Lunar(month, day), near)]
    assert found == sorted(set(found))
    assert 2 <= len(found) <= 4
    assert {(later - earlier).days for earlier, later in pairwise(found)} <= {
        *range(353, 356),
        *range(383, 386),
    }
