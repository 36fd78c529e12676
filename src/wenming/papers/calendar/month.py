"""A month as a wall calendar has it: weeks from Monday, days off and shifted working days, festivals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wenming.rules.commitments.model import Span
from wenming.rules.days.calendar import Calendar
from wenming.rules.days.festivals import Festival
from wenming.rules.days.months import WEEK, month_of, week_of
from wenming.rules.days.table import DayKind, SpecialDay
from wenming.rules.days.words import special_in_words, under_the_day

YEARS = range(2015, 2046)  # those of which the calendar of the house knows everything
_DAY = timedelta(days=1)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Day:
    """One day: what it is called, and whether offices work."""

    on: date
    is_in_month: bool
    is_today: bool
    is_working: bool
    special: SpecialDay | None
    festivals: tuple[Festival, ...]
    under: str  # the day of the lunar calendar or the solar term; Chinese

    @property
    def is_off(self) -> bool:
        """Whether a notice makes it a day off (休)."""
        return self.special is not None and self.special.kind is DayKind.OFF

    @property
    def is_shifted(self) -> bool:
        """Whether a notice makes it a working day (班)."""
        return self.special is not None and self.special.kind is DayKind.WORK

    def reason(self, language: str = "zh") -> str:
        """Why it is worked or not against its day of the week; empty where it is not."""
        return special_in_words(self.special, language) if self.special else ""


def month_named(text: str, *, otherwise: date) -> date:
    """The first day of the month that the text names (2026-03); that of ``otherwise`` where it names none of ours.

    >>> month_named("2026-03", otherwise=date(2025, 1, 5)), month_named("x", otherwise=date(2025, 1, 5))
    (datetime.date(2026, 3, 1), datetime.date(2025, 1, 1))
    """
    found = _MONTH.fullmatch(text)
    if not found or int(found[1]) not in YEARS or not 1 <= int(found[2]) <= 12:
        return otherwise.replace(day=1)
    return date(int(found[1]), int(found[2]), 1)


def shown(first: date) -> Span:
    """The whole weeks that the month touches."""
    return Span(week_of(first)[0], week_of(month_of(first)[1])[1])


def weeks_of(first: date, *, today: date, calendar: Calendar) -> Sequence[Sequence[Day]]:
    """The month that begins on ``first``, a row a week."""
    span = shown(first)
    festivals = calendar.festivals_between(span.first, span.last)
    days = [span.first + number * _DAY for number in range((span.last - span.first).days + 1)]
    made = [_day(day, first, today, calendar, festivals) for day in days]
    return [made[start : start + WEEK] for start in range(0, len(made), WEEK)]


def _day(on: date, first: date, today: date, calendar: Calendar, festivals: Sequence[tuple[Span, Festival]]) -> Day:
    return Day(
        on=on,
        is_in_month=on.month == first.month,
        is_today=on == today,
        is_working=calendar.is_working(on),
        special=calendar.special.get(on),
        festivals=tuple(festival for span, festival in festivals if span.first == on),
        under=under_the_day(on),
    )
