"""What an installation adds to the calendar of the country: days off, festivals as announced, terms, whole notices."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wenming.rules.commitments.model import Span
from wenming.rules.days.calendar import SCHOOL_YEARS, Calendar, make_calendar
from wenming.rules.days.festivals import BY_NAME, Announced
from wenming.rules.days.school import SHORTEST, BadTerm, Season, Term
from wenming.rules.days.table import DayKind, SpecialDay

LONGEST = 31  # days off in a row, or of a festival
LONGEST_TERM = 220
_DAY = timedelta(days=1)


class AddedKind(StrEnum):
    """What is said of the days."""

    OFF = "off"
    WORK = "work"
    FESTIVAL = "festival"
    AUTUMN = "autumn"
    SPRING = "spring"
    NOTICE = "notice"  # all days off of the year are known


SPECIAL = (AddedKind.OFF, AddedKind.WORK)
TERMS = (AddedKind.AUTUMN, AddedKind.SPRING)


@dataclass(frozen=True, slots=True)
class Added:
    """One entry: days from ``first`` to ``last``; ``name`` is the festival or why, ``source`` the document."""

    kind: AddedKind
    first: date
    last: date
    name: str
    source: str = ""

    @property
    def days(self) -> Iterator[date]:
        """Each of its days."""
        return (self.first + number * _DAY for number in range((self.last - self.first).days + 1))

    def shares_a_day(self, other: "Added") -> bool:
        """Whether a day is in both."""
        return self.first <= other.last and other.first <= self.last


class Fault(StrEnum):
    """Why an entry cannot be meant."""

    BACKWARDS = "backwards"
    OUT_OF_TIME = "out_of_time"
    TOO_LONG = "too_long"
    TERM_LENGTH = "term_length"
    NO_WHOLE_YEAR = "no_whole_year"
    UNKNOWN_FESTIVAL = "unknown_festival"
    SAID_ALREADY = "said_already"
    TERMS_MEET = "terms_meet"


def calendar_with(added: Iterable[Added]) -> Calendar:
    """The calendar of the country with what the installation adds; raises ``BadTerm`` where terms share days.

    >>> eid = Added(AddedKind.OFF, date(2026, 5, 28), date(2026, 5, 28), "古尔邦节")
    >>> calendar_with([eid]).is_working(date(2026, 5, 28))
    False
    """
    every = tuple(added)
    return make_calendar(
        local=[
            SpecialDay(day, DayKind(one.kind), one.name, one.source)
            for one in every
            if one.kind in SPECIAL
            for day in one.days
        ],
        announced=[one.first.year for one in every if one.kind is AddedKind.NOTICE],
        festivals=[
            Announced(one.name, Span(one.first, one.last), one.source)
            for one in every
            if one.kind is AddedKind.FESTIVAL
        ],
        given_terms=[_term(one) for one in every if one.kind in TERMS],
    )


def _term(one: Added) -> Term:
    is_autumn = one.kind is AddedKind.AUTUMN
    year = one.first.year if is_autumn else one.first.year - 1
    return Term(year, Season.AUTUMN if is_autumn else Season.SPRING, one.first, one.last)


def fault_of(one: Added, others: Collection[Added]) -> Fault | None:
    """Why the entry cannot be added to the others; None where it can."""
    return _of_itself(one) or _beside(one, others)


def _of_itself(one: Added) -> Fault | None:
    days = (one.last - one.first).days + 1
    if days < 1:
        return Fault.BACKWARDS
    if one.first.year not in SCHOOL_YEARS or one.last.year not in SCHOOL_YEARS:
        return Fault.OUT_OF_TIME
    if one.kind is AddedKind.NOTICE:
        year = one.first.year
        return None if (one.first, one.last) == (date(year, 1, 1), date(year, 12, 31)) else Fault.NO_WHOLE_YEAR
    if one.kind in TERMS:
        return None if SHORTEST <= days <= LONGEST_TERM else Fault.TERM_LENGTH
    if days > LONGEST:
        return Fault.TOO_LONG
    is_unknown = one.kind is AddedKind.FESTIVAL and one.name not in BY_NAME
    return Fault.UNKNOWN_FESTIVAL if is_unknown else None


def _beside(one: Added, others: Collection[Added]) -> Fault | None:
    if any(_speaks_of_the_same(one, other) and one.shares_a_day(other) for other in others):
        return Fault.SAID_ALREADY
    if one.kind not in TERMS:
        return None
    try:
        calendar_with([*(other for other in others if other.kind in TERMS), one])
    except BadTerm:
        return Fault.TERMS_MEET
    return None


def _speaks_of_the_same(one: Added, other: Added) -> bool:
    """Whether days that both have would be said twice."""
    for kinds in (SPECIAL, TERMS, (AddedKind.NOTICE,)):
        if one.kind in kinds:
            return other.kind in kinds
    return other.kind is AddedKind.FESTIVAL and one.name == other.name


def sorted_out(
    entries: Sequence[Added], standing: Collection[Added]
) -> tuple[list[Added], list[Added], list[tuple[int, Fault]]]:
    """Of a list of entries those that are new, those that stand already, and by their place those that cannot be."""
    new: list[Added] = []
    known: list[Added] = []
    faults: list[tuple[int, Fault]] = []
    kept = list(standing)
    for place, one in enumerate(entries):
        if one in standing:
            known.append(one)
        elif fault := fault_of(one, kept):
            faults.append((place, fault))
        else:
            new.append(one)
            kept.append(one)
    return new, known, faults
