"""The lunar calendar 农历 and the 24 solar terms 节气, as they fall by Beijing time (GB/T 33661)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import sxtwl

SOLAR_TERMS = (  # in the order of the library, from the winter solstice on
    *("冬至", "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种"),
    *("夏至", "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪"),
)
_ORDINAL_OF_JULIAN_DAY = 1_721_425  # how far Python's count of days lags behind the Julian one, both from midnight


class NoSuchDay(ValueError):
    """The lunar calendar has no such day: a thirtieth in a short month, a leap month in another year."""


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """A day of the lunar calendar; ``year`` is the one in which its first month begins."""

    year: int
    month: int
    day: int
    is_leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """A month of a lunar year: its number, whether it is the leap month of that number, its first day and length."""

    number: int
    is_leap: bool
    first: date
    length: int


@lru_cache(maxsize=256)
def lunar_months(year: int) -> tuple[LunarMonth, ...]:
    """The twelve or thirteen months of a lunar year, in order."""
    months: list[LunarMonth] = []
    first, end = new_years_day(year), new_years_day(year + 1)
    while first < end:
        found = sxtwl.fromSolar(first.year, first.month, first.day)
        length = 29 if _is_first(first + timedelta(days=29)) else 30
        months.append(LunarMonth(int(found.getLunarMonth()), bool(found.isLunarLeap()), first, length))
        first += timedelta(days=length)
    return tuple(months)


def _is_first(day: date) -> bool:
    return bool(sxtwl.fromSolar(day.year, day.month, day.day).getLunarDay() == 1)


@lru_cache(maxsize=256)
def new_years_day(year: int) -> date:
    """The first day of the lunar year, 春节: in January or February of the common year of the same number.

    >>> new_years_day(2027)
    datetime.date(2027, 2, 6)
    """
    found = sxtwl.fromLunar(year, 1, 1)
    return date(found.getSolarYear(), found.getSolarMonth(), found.getSolarDay())


def new_years_eve(year: int) -> date:
    """The day before the lunar year begins, 除夕: the 29th or 30th of the month before."""
    return new_years_day(year) - timedelta(days=1)


def lunar_day(day: date) -> LunarDay:
    """The day by the lunar calendar.

    >>> lunar_day(date(2026, 1, 26))
    LunarDay(year=2025, month=12, day=8, is_leap=False)
    """
    year = day.year if day >= new_years_day(day.year) else day.year - 1
    month = next(month for month in reversed(lunar_months(year)) if month.first <= day)
    return LunarDay(year, month.number, (day - month.first).days + 1, month.is_leap)


def solar_day(lunar: LunarDay) -> date:
    """The day by the common calendar. Raises ``NoSuchDay``."""
    for month in lunar_months(lunar.year):
        if (month.number, month.is_leap) == (lunar.month, lunar.is_leap) and 1 <= lunar.day <= month.length:
            return month.first + timedelta(days=lunar.day - 1)
    raise NoSuchDay(f"the lunar calendar has no {lunar}")


@lru_cache(maxsize=64)
def solar_terms(year: int) -> tuple[tuple[date, str], ...]:
    """The 24 solar terms of a common year in order: the day by Beijing time, and the name."""
    found = {
        (date.fromordinal(int(term.jd + 0.5) - _ORDINAL_OF_JULIAN_DAY), SOLAR_TERMS[term.jqIndex])
        for spring in (year - 1, year)  # the library's years go from one 立春 to the next
        for term in sxtwl.getJieQiByYear(spring)
    }
    return tuple(sorted(one for one in found if one[0].year == year))


def solar_term(day: date) -> str | None:
    """The solar term that falls on the day, if one does.

    >>> solar_term(date(2026, 4, 5))
    '清明'
    """
    return next((name for on, name in solar_terms(day.year) if on == day), None)


def day_of_term(name: str, year: int) -> date:
    """The day of a solar term in a common year. Raises ``KeyError`` for a name that is none of the 24."""
    return {term: day for day, term in solar_terms(year)}[name]
