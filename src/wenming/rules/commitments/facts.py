"""What is known about a subject: what was done, what was measured, what it is excused from; and how much a fact is."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wenming.rules.commitments.model import Number
from wenming.rules.commitments.roll import Enrolled

# Half a day is a morning or an afternoon of meetings, three hours; a plan says "at least", so the short one of the
# year's office hours holds.
HOURS_A_DAY = 6
MINUTES_AN_HOUR = 60

OCCURRENCES = frozenset({"次", "期", "场"})  # a record is one of them unless it says more
PEOPLE = frozenset({"人", "名", "人次"})
MINUTES = {"分钟": 1, "小时": MINUTES_AN_HOUR, "天": HOURS_A_DAY * MINUTES_AN_HOUR}  # of each unit of time


class FactState(StrEnum):
    """What became of a record."""

    COUNTED = "counted"
    RETURNED = "returned"  # by the office, to be corrected
    WITHDRAWN = "withdrawn"  # by the unit
    NOT_ACCEPTED = "not_accepted"  # the office says that it does not count for this
    NOT_MEANT = "not_meant"  # the unit says that it does not count for this


@dataclass(frozen=True, slots=True)
class Fact:
    """A record of work: ``amounts`` are pairs of unit and number, ``reached`` the members of a population by key.

    ``key`` tells records apart: a record of several units is a fact of each with the same key, and counts once where
    all stand together.
    """

    key: int
    subject: int
    first: date
    last: date
    amounts: tuple[tuple[str, Number], ...] = ()
    reached: frozenset[int] = field(default_factory=frozenset)
    has_evidence: bool = False
    state: FactState = FactState.COUNTED

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a record ends on or after the day it begins")


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a figure on a day."""

    name: str
    on: date
    value: Number


@dataclass(frozen=True, slots=True)
class Review:
    """The office says of a day whether what was done until then is enough."""

    on: date
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """Time stands still for a reason that the office accepts; without ``last`` until further notice."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Nothing is asked on these days; without ``last`` until further notice."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A subject says that it is not theirs, or that they cannot; time stands still until the office has decided."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known about a subject beside its records; with a ``roll``, a coverage is counted by name."""

    pauses: tuple[Pause, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    figures: tuple[Figure, ...] = ()
    reviews: tuple[Review, ...] = ()
    roll: tuple[Enrolled, ...] = ()


NOTHING_ELSE = Circumstances()


def measure(fact: Fact, unit: str) -> Number | None:
    """How much of ``unit`` a record is; None where it does not say.

    Of 次, 期 and 场 it is one unless it says more. Time is converted; where a record gives none, several days are as
    many 天 as the dates have. People are the number said, else those named. Anything else is what was counted by that
    word.

    >>> measure(Fact(1, 7, date(2026, 3, 2), date(2026, 3, 2), (("小时", 3),)), "天")
    0.5
    """
    said = dict(fact.amounts)
    if unit in OCCURRENCES:
        return max(1, said.get(unit, 1))
    if unit in MINUTES:
        return _time(fact, said, unit)
    if unit in PEOPLE:
        return next((said[word] for word in (unit, *sorted(PEOPLE)) if word in said), len(fact.reached) or None)
    return said.get(unit)


def _time(fact: Fact, said: dict[str, Number], unit: str) -> Number | None:
    for word in (unit, *MINUTES):
        if word in said:
            return said[word] if word == unit else said[word] * MINUTES[word] / MINUTES[unit]
    days = (fact.last - fact.first).days + 1
    return days * MINUTES["天"] / MINUTES[unit] if days > 1 else None
