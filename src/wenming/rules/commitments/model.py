"""A commitment: one machine-checkable rule of a measure, as frozen values that cannot be wrong in themselves.

Whom a commitment binds is given from outside: a subject is a whole number, ``TOGETHER`` is all of them as one.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Number = int | float

TOGETHER = 0  # the subject that stands for all: everybody's records count for it
LARGEST = 10**15  # of any number: larger ones are slips, and lose their last digits
MOST_DAYS = 366  # of grace, of a warning, of periods in a rhythm
MOST_YEARS = 30  # of a span


class NoCommitment(ValueError):
    """These values make no commitment; the message says which and why."""


def _expect(is_so: bool, why: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not is_so:
        raise NoCommitment(why)


class Every(StrEnum):
    """The period of a rhythm."""

    DAY = "day"
    WEEK = "week"  # Monday to Sunday
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    SCHOOL_TERM = "school_term"
    WHOLE = "whole"  # no rhythm: the whole span is one period


class Direction(StrEnum):
    """What a figure has to do about its target."""

    REACH = "reach"  # 达到: at least so much in the end
    HOLD = "hold"  # 保持: never less
    FALL = "fall"  # 降到: at most so much in the end


@dataclass(frozen=True, slots=True)
class Amount:
    """At least ``min`` and at most ``max`` of ``unit`` (次, 天, 小时, 人, 部 …); one of the two is said.

    Where both are said, ``min`` is what is asked and ``max`` only what was expected: nobody fails by doing more.
    """

    min: Number | None
    max: Number | None
    unit: str

    def __post_init__(self) -> None:
        said = [number for number in (self.min, self.max) if number is not None]
        _expect(bool(said), "an amount says at least or at most")
        _expect(all(0 <= number <= LARGEST for number in said), "an amount is a number, not below 0")
        _expect(said == sorted(said), "at least is not more than at most")
        _expect(bool(self.unit), "an amount is of something")

    @property
    def is_limit(self) -> bool:
        """Whether it only forbids more: ``max`` is a limit where it stands alone."""
        return self.min is None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days, the first and the last included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        _expect(self.first <= self.last, "a span ends on or after the day it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Window:
    """The days that count: those in one of the ``months`` (1 to 12) of any year, or in one of the ``spans``.

    A festival, a theme month or a season is a window; ``name`` is what it is called (国庆节), if it is called anything.
    """

    months: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        _expect(bool(self.months or self.spans), "a window has days")
        _expect(all(1 <= month <= 12 for month in self.months), "a month is 1 to 12")

    def __contains__(self, day: date) -> bool:
        return day.month in self.months or any(day in span for span in self.spans)


@dataclass(frozen=True, slots=True)
class Population:
    """Those whom a coverage is over: by key where they are known, else by their number alone, else by name only."""

    name: str
    size: int | None = None
    members: frozenset[int] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        _expect(bool(self.name), "a population has a name")
        _expect(self.size is None or self.size >= 1, "a population has somebody")
        _expect(not self.members or self.size in (None, len(self.members)), "the size is the number of members")

    @property
    def count(self) -> int | None:
        """How many they are; None where nobody has said."""
        return len(self.members) or self.size


def _expect_rhythm(every: int) -> None:
    _expect(1 <= every <= MOST_DAYS, "a rhythm is every 1, 2, 3 … periods")


@dataclass(frozen=True, slots=True)
class Recurring:
    """So much in ``every`` periods: once a month, half a day a week, at most two meetings a quarter."""

    amount: Amount
    every: int
    period: Every

    def __post_init__(self) -> None:
        _expect_rhythm(self.every)


@dataclass(frozen=True, slots=True)
class Total:
    """So much by the end of the span, all ``together`` or by each subject."""

    amount: Amount
    together: bool


@dataclass(frozen=True, slots=True)
class Length:
    """Every record is so long, or so large; at least one is made."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every member of a population is reached at least so many ``times`` in ``every`` periods."""

    times: int
    population: Population
    every: int = 1
    period: Every = Every.WHOLE

    def __post_init__(self) -> None:
        _expect(self.times >= 1, "a coverage reaches everybody at least once")
        _expect_rhythm(self.every)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Done once, by the end of the span."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure reaches, holds or falls to ``target`` of ``unit`` (%, 户, 万元)."""

    figure: str
    direction: Direction
    target: Number
    unit: str

    def __post_init__(self) -> None:
        _expect(bool(self.figure), "a figure has a name")
        _expect(-LARGEST <= self.target <= LARGEST, "a target is a number")


@dataclass(frozen=True, slots=True)
class Growth:
    """A figure grows at least as fast as another, ``reference``: funds with revenue."""

    figure: str
    reference: str

    def __post_init__(self) -> None:
        _expect(bool(self.figure) and bool(self.reference), "a figure has a name")
        _expect(self.figure != self.reference, "a figure grows as fast as another, not as itself")


@dataclass(frozen=True, slots=True)
class Standing:
    """No number: the office reviews what was done in ``every`` periods and says whether it is enough."""

    every: int
    period: Every

    def __post_init__(self) -> None:
        _expect_rhythm(self.every)


Demand = Recurring | Total | Length | Coverage | Deadline | Rate | Growth | Standing


@dataclass(frozen=True, slots=True)
class Commitment:
    """A demand with the days it holds for, and what a record must be to count.

    ``least`` is what each record that counts must have by itself: once a week and half a day each. Work done within
    ``grace_days`` (working days where so said) after a period's due day counts for it as late. ``soon_days`` before
    the due day what is still open is called due soon.
    """

    demand: Demand
    span: Span
    window: Window | None = None
    least: Amount | None = None
    grace_days: int = 0
    grace_in_working_days: bool = False
    needs_evidence: bool = False
    soon_days: int = 7

    def __post_init__(self) -> None:
        _expect(0 <= self.grace_days <= MOST_DAYS, "days of grace are 0 or more, up to a year")
        _expect(0 <= self.soon_days <= MOST_DAYS, "days before the due day are 0 or more, up to a year")
        _expect(self.span.last.year - self.span.first.year <= MOST_YEARS, "a span is of 30 years at most")
        _expect(1900 <= self.span.first.year <= 2199, "a span is of our time")


def rhythm(demand: Demand) -> tuple[int, Every]:
    """How many of which period a demand repeats in; ``(1, WHOLE)`` where it does not repeat."""
    if isinstance(demand, Recurring | Coverage | Standing):
        return (demand.every, demand.period)
    return (1, Every.WHOLE)


def figures_of(demand: Demand) -> tuple[str, ...]:
    """The figures that a demand is judged by; none where it is judged by records or reviews."""
    match demand:
        case Rate(figure=figure):
            return (figure,)
        case Growth(figure=figure, reference=reference):
            return (figure, reference)
    return ()
