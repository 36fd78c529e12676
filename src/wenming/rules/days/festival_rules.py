"""On which days of a year a festival falls, by the rule of its calendar."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from wenming.rules.commitments.model import Span
from wenming.rules.days.lunar import LunarDay, NoSuchDay, day_of_term, new_years_eve, solar_day

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same day of each year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Lunar:
    """A day of the lunar calendar, never of a leap month."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class LunarNewYearsEve:
    """The last day of the lunar year, the 29th or 30th of its last month."""


@dataclass(frozen=True, slots=True)
class SolarTerm:
    """The day of a solar term; ``until`` (month, day): and the days after it up to that one."""

    name: str
    until: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Islamic:
    """A day of the Islamic calendar of Umm al-Qura; in China a region may announce the day before or after."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second … Monday (0) to Sunday (6) of a month, and so many ``days`` from it on."""

    month: int
    nth: int
    weekday: int
    days: int = 1


Rule = Fixed | Lunar | LunarNewYearsEve | SolarTerm | Islamic | NthWeekday


def occurrences(rule: Rule, year: int) -> tuple[Span, ...]:
    """The days of a festival that begins in the common year, in order.

    Mostly one; a lunar or Islamic day may come twice in a common year, or not at all: 腊八 falls in January or
    December. A thirtieth is left out of short months. Where the Islamic table ends, before August 1924 and after
    November 2077, nothing is known.

    >>> occurrences(Islamic(10, 1), 2033)[1].first
    datetime.date(2033, 12, 23)
    """
    return tuple(sorted(span for span in _candidates(rule, year) if span.first.year == year))


def _candidates(rule: Rule, year: int) -> Iterator[Span]:
    match rule:
        case Fixed(month, day):
            yield _one(date(year, month, day))
        case Lunar(month, day):
            yield from map(_one, _lunar(month, day, year))
        case LunarNewYearsEve():
            yield _one(new_years_eve(year))
        case SolarTerm(name, until):
            first = day_of_term(name, year)
            yield Span(first, max(first, date(year, *until)) if until else first)
        case Islamic(month, day):
            yield from map(_one, _islamic(month, day, year))
        case NthWeekday(month, nth, weekday, days):
            begin = date(year, month, 1)
            first = begin + ((weekday - begin.weekday()) % 7 + 7 * (nth - 1)) * _DAY
            yield Span(first, first + (days - 1) * _DAY)


def _one(day: date) -> Span:
    return Span(day, day)


def _lunar(month: int, day: int, year: int) -> Iterator[date]:
    """The day in each lunar year that shares a day with the common one, where the month is long enough."""
    for begun in (year - 1, year):
        with suppress(NoSuchDay):
            yield solar_day(LunarDay(begun, month, day))


def _islamic(month: int, day: int, year: int) -> Iterator[date]:
    """The day in each Islamic year that shares a day with the common one, where the table has it."""
    around = (year - 622) * 33 // 32  # 33 Islamic years are as long as 32 common ones, to within a week
    for islamic in range(around - 1, around + 3):
        with suppress(OverflowError, ValueError):  # beyond the table; a thirtieth in a short month
            yield date.fromordinal(Hijri(islamic, month, day).to_gregorian().toordinal())
