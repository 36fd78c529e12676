"""The calendar of an installation: which days are worked, when festivals and school terms are; all made from data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from wenming.rules.commitments.model import Span
from wenming.rules.days.festivals import Announced, Festival, festivals_between, when
from wenming.rules.days.school import Term, terms
from wenming.rules.days.table import NOTICES, DayKind, SpecialDay, nationwide

SCHOOL_YEARS = range(2015, 2046)  # those whose terms the rule fills in; a commitment is of our time
NOTICE_MONTH = 11  # by then the days off of the next year are issued, or about to be
_DAY = timedelta(days=1)
_LONGEST_REST = 31  # days; no run of days off is longer


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known about days.

    ``special`` are the days that are not as their day of the week; ``announced`` the years whose days off are known;
    ``festivals`` what the region has announced; ``school_terms`` are in order and none overlaps another.
    """

    special: Mapping[date, SpecialDay] = field(hash=False)
    announced: frozenset[int]
    festivals: tuple[Announced, ...]
    school_terms: tuple[Term, ...]

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day. In a year that is not announced those are Monday to Friday."""
        special = self.special.get(day)
        return special.kind is DayKind.WORK if special else day.weekday() < 5

    def unannounced(self, first: date, last: date) -> tuple[int, ...]:
        """The years from ``first`` to ``last`` of which only the weekends are known; the caller says so."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.announced)

    def awaited(self, today: date) -> int | None:
        """The year whose notice should be there by now and is not: this one, from November on the next; else None."""
        expected = range(today.year, today.year + (2 if today.month >= NOTICE_MONTH else 1))
        return next((year for year in expected if year not in self.announced), None)

    def when(self, festival: Festival, year: int) -> tuple[Span, ...]:
        """The days of a festival that begins in the year, in order: mostly one span, sometimes two or none."""
        return when(festival, year, self.festivals)

    def festivals_between(self, first: date, last: date) -> tuple[tuple[Span, Festival], ...]:
        """All festivals with a day from ``first`` to ``last``, in the order of their days."""
        return festivals_between(first, last, self.festivals)

    def rest_around(self, span: Span) -> Span:
        """The days and the days off that they touch: of 国庆节 in 2026 the seven days from 1 to 7 October."""
        return Span(self._rest_until(span.first, -_DAY), self._rest_until(span.last, _DAY))

    def _rest_until(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_REST):
            if self.is_working(day) or self.is_working(day + step):
                break
            day += step
        return day


def make_calendar(
    *,
    local: Iterable[SpecialDay] = (),
    announced: Iterable[int] = (),
    festivals: Iterable[Announced] = (),
    given_terms: Iterable[Term] = (),
) -> Calendar:
    """The calendar of the country with what an installation adds.

    ``local`` special days stand before the country's (a region's own days off, or a new notice typed in by hand);
    ``announced`` are the years whose notice is wholly among them. Raises ``BadTerm`` for terms that share days.

    >>> make_calendar().is_working(date(2026, 10, 10))
    True
    """
    special = {day.on: day for day in (*nationwide(), *local)}
    years = frozenset(notice.year for notice in NOTICES) | frozenset(announced)
    return Calendar(special, years, tuple(festivals), terms(SCHOOL_YEARS, given_terms))
