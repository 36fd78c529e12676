"""The report of a week or a month as one value: everything in it is counted here, from plain rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from wenming.rules.commitments.judging import State
from wenming.rules.commitments.model import Span
from wenming.rules.days.months import month_of, week_of
from wenming.work.board.grid import RUNNING

Told = TypeVar("Told")

LISTED = 60  # lines of one list; the rest is told by its number
_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a report is of."""

    WEEK = "week"  # 周报: from Monday to Sunday
    MONTH = "month"  # 月报


def span_of(kind: Kind, on: date) -> Span:
    """The week or the month that the day is in.

    >>> span_of(Kind.WEEK, date(2026, 3, 5)).first
    datetime.date(2026, 3, 2)
    """
    return Span(*(week_of(on) if kind is Kind.WEEK else month_of(on)))


def usual_day(kind: Kind, today: date) -> date:
    """The day whose week or month is shown first: today; on the first day of one yesterday, since that is whole.

    >>> usual_day(Kind.WEEK, date(2026, 3, 9)), usual_day(Kind.WEEK, date(2026, 3, 10))
    (datetime.date(2026, 3, 8), datetime.date(2026, 3, 10))
    """
    return today - _DAY if span_of(kind, today).first == today else today


def following(kind: Kind, span: Span) -> Span:
    """The week or the month after."""
    return span_of(kind, span.last + _DAY)


@dataclass(frozen=True, slots=True)
class Tally:
    """How what fell due stands; ``due`` is the denominator of all. What is excused (免除) stands nowhere."""

    met: int = 0
    late: int = 0
    missed: int = 0
    disputed: int = 0
    open: int = 0  # neither done nor over

    @property
    def due(self) -> int:
        """How much fell due."""
        return self.met + self.late + self.missed + self.disputed + self.open

    @property
    def done(self) -> int:
        """Done in time or late."""
        return self.met + self.late

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.met + other.met,
            self.late + other.late,
            self.missed + other.missed,
            self.disputed + other.disputed,
            self.open + other.open,
        )


def tally_of(counts: Mapping[State, int]) -> Tally:
    """The tally of so many verdicts in each state.

    >>> tally_of({State.MET: 2, State.DUE_SOON: 1, State.EXEMPT: 9}).due
    3
    """
    still = (*RUNNING, State.NOT_DUE)
    return Tally(
        met=counts.get(State.MET, 0),
        late=counts.get(State.LATE, 0),
        missed=counts.get(State.MISSED, 0),
        disputed=counts.get(State.DISPUTED, 0),
        open=sum(counts.get(state, 0) for state in still),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One verdict that is told by name; ``unit`` is empty for what all are judged by together."""

    due: date
    unit: str
    activity: str
    state: State
    place: tuple[int, int, date]  # commitment, unit, first day of the period: where its working is


@dataclass(frozen=True, slots=True)
class Coming:
    """What falls due of one measure on one day of the period after."""

    due: date
    title: str
    units: int  # 0: all together


@dataclass(frozen=True, slots=True)
class Done:
    """The records of one kind: how many, and with how many people all together."""

    kind: str
    records: int
    people: int


@dataclass(frozen=True, slots=True)
class Returned:
    """A record that the office gave back."""

    unit: str
    title: str
    reason: str
    record: int


@dataclass(frozen=True, slots=True)
class Cannot:
    """A unit says that it cannot; ``answer`` is empty while the office has not decided."""

    unit: str
    activity: str
    reason: str
    answer: str


@dataclass(frozen=True, slots=True)
class Cut(Generic[Told]):
    """The first of many lines."""

    lines: tuple[Told, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many are left out."""
        return self.total - len(self.lines)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report is made from, as it was read."""

    counts: Sequence[tuple[str, str, int]]  # chapter in the order of the plan, state, number
    missed: Sequence[Line] = ()
    missed_total: int = 0
    coming: Sequence[Coming] = ()
    done: Sequence[Done] = ()
    returned: Sequence[Returned] = ()
    returned_total: int = 0
    cannot: Sequence[Cannot] = ()
    cannot_total: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """Whose report it is and of which days; ``made_on`` is the day as of which everything stands."""

    kind: Kind
    span: Span
    made_on: date
    whose: str  # the county, or a unit
    plan: str = ""  # empty: all plans in force

    @property
    def is_over(self) -> bool:
        """Whether all its days are past."""
        return self.span.last < self.made_on


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: the same facts make the same one."""

    about: About
    total: Tally
    chapters: tuple[tuple[str, Tally], ...]
    missed: Cut[Line]
    coming: Cut[Coming]
    done: tuple[Done, ...]
    returned: Cut[Returned]
    cannot: Cut[Cannot]
    next_span: Span = field(kw_only=True)

    @property
    def records(self) -> int:
        """How many records of work there are."""
        return sum(one.records for one in self.done)


def build(about: About, facts: Facts) -> Report:
    """The report of these facts."""
    chapters = tuple((name, tally_of(counts)) for name, counts in _by_chapter(facts.counts).items())
    return Report(
        about=about,
        total=sum((tally for _name, tally in chapters), Tally()),
        chapters=chapters,
        missed=_cut(facts.missed, facts.missed_total),
        coming=_cut(sorted(facts.coming, key=lambda one: (one.due, -one.units, one.title)), len(facts.coming)),
        done=tuple(sorted(facts.done, key=lambda one: (-one.records, one.kind))),
        returned=_cut(facts.returned, facts.returned_total),
        cannot=_cut(facts.cannot, facts.cannot_total),
        next_span=following(about.kind, about.span),
    )


def _by_chapter(counts: Iterable[tuple[str, str, int]]) -> Mapping[str, Mapping[State, int]]:
    found: dict[str, Counter[State]] = defaultdict(Counter)
    for chapter, state, number in counts:
        found[chapter][State(state)] += number
    return found


def _cut(lines: Sequence[Told], total: int) -> Cut[Told]:
    return Cut(tuple(lines[:LISTED]), max(total, len(lines)))
