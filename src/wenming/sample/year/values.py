"""What a simulated year is made of and what comes out. Units and tasks are called by their place in their tuple."""

from dataclasses import dataclass
from datetime import date

from wenming.rules.commitments.model import Commitment
from wenming.sample.year.habits import Habit
from wenming.work.models import ExcuseKind, ObjectionKind, Outcome
from wenming.work.records.proposing import Why
from wenming.work.records.states import Act


@dataclass(frozen=True, slots=True)
class Worker:
    """A unit: how it works, and where it meets."""

    habit: Habit
    room: str


@dataclass(frozen=True, slots=True)
class Task:
    """A commitment: ``workers`` are those whom it judges; where all are judged as one, those who may record for it."""

    activity: str
    rule: Commitment
    workers: tuple[int, ...]
    is_together: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Used:
    """A record counts for a task, or the unit unticked it."""

    task: int
    is_counted: bool
    why: Why


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a record on a day; the unit changes and withdraws, the office returns and accepts."""

    act: Act
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A record of work; ``outputs`` are pairs of count and word."""

    worker: int
    kind: str
    title: str
    first: date
    last: date
    entered_on: date
    minutes: int | None
    people: int | None
    place: str
    words: str
    outputs: tuple[tuple[int, str], ...]
    is_proved: bool
    uses: tuple[Used, ...] = ()
    others: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Excused:
    """The office excused a unit, from one task or (None) from all."""

    kind: ExcuseKind
    worker: int
    task: int | None
    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Objected:
    """A unit objected; without ``decided_on`` the office has not decided yet."""

    kind: ObjectionKind
    task: int
    worker: int
    reason: str
    made_on: date
    outcome: Outcome | None = None
    answer: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The office said of a unit (None: of all together) whether it is enough."""

    task: int
    worker: int | None
    on: date
    is_enough: bool
    words: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure on a day, of a unit or (None) of the county."""

    name: str
    worker: int | None
    on: date
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Year:
    """All that happened; records in the order in which they were entered."""

    done: tuple[Done, ...]
    excused: tuple[Excused, ...]
    objected: tuple[Objected, ...]
    reviewed: tuple[Reviewed, ...]
    measured: tuple[Measured, ...]
