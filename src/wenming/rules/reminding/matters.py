"""What somebody can be reminded of, how it stands on a day, and on which days it is news.

A matter is news when it comes near, on the day it falls due, the working day after, and when it goes up to a leader. A
day off is passed over: what it would have told is told on the next working day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from wenming.rules.days.counting import WorkingDays, add_working_days, working_days_between

NEAR = 7  # days before it is due that a matter is told of
BEFORE = 3  # working days before it is due that it is news
LATE_TOLD = 10  # working days after the last step up; what is late for longer stays on the desk only
_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What sort of matter it is."""

    TASK = "task"  # a commitment to be kept
    ASKED = "asked"  # material that the office asked for
    RETURNED = "returned"  # a record that came back


class Standing(StrEnum):
    """How a matter stands on a day; the most pressing first."""

    LATE = "late"
    RETURNED = "returned"
    ASKED = "asked"
    DUE = "due"


class Level(IntEnum):
    """How far up a matter has gone."""

    OWN = 0  # those who do it
    UNIT_LEADER = 1  # the leader of the unit
    IN_CHARGE = 2  # the leader who looks after the unit


@dataclass(frozen=True, slots=True)
class Steps:
    """With how many working days behind its last day a late matter goes up, 1 or more; None: it does not."""

    unit_leader: int | None = 3
    in_charge: int | None = 5


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that a unit has to do: ``due`` is its last day, ``since`` when it came (what was returned, asked)."""

    kind: Kind
    key: int
    unit: int
    what: str
    due: date | None = None
    since: date | None = None


def standing(matter: Matter, day: date) -> Standing | None:
    """How it stands on that day; None where nothing is to be said yet."""
    if matter.due is not None and matter.due < day:
        return Standing.LATE
    if matter.since is not None and matter.since > day:
        return None
    if matter.kind is not Kind.TASK:
        return Standing(matter.kind.value)
    is_near = matter.due is not None and matter.due - day <= NEAR * _DAY
    return Standing.DUE if is_near else None


def days_late(matter: Matter, day: date, calendar: WorkingDays) -> int:
    """How many working days have passed since it was due, that day counted; 0 where it is not late."""
    return working_days_between(matter.due, day, calendar) if matter.due is not None else 0


def level(matter: Matter, day: date, steps: Steps, calendar: WorkingDays) -> Level:
    """How far up it has gone by that day: only what is late goes up."""
    late = days_late(matter, day, calendar)
    if steps.in_charge is not None and late >= steps.in_charge:
        return Level.IN_CHARGE
    if steps.unit_leader is not None and late >= steps.unit_leader:
        return Level.UNIT_LEADER
    return Level.OWN


def is_over(matter: Matter, day: date, steps: Steps, calendar: WorkingDays) -> bool:
    """Whether it has been late for so long that saying it again helps nobody."""
    return days_late(matter, day, calendar) > max(steps.unit_leader or 0, steps.in_charge or 0) + LATE_TOLD


def news_days(matter: Matter, steps: Steps, calendar: WorkingDays) -> frozenset[date]:
    """The working days on which something about it is new."""
    due, days = matter.due, set()
    if matter.since is not None:
        days.add(matter.since)
    if due is not None:
        days |= {add_working_days(due, -BEFORE, calendar), due, due + _DAY}
        days |= {add_working_days(due, late, calendar) for late in (steps.unit_leader, steps.in_charge) if late}
    return frozenset(next_working(day, calendar) for day in days)


def next_working(day: date, calendar: WorkingDays) -> date:
    """That day, or the first working day after it."""
    return day if calendar.is_working(day) else add_working_days(day, 1, calendar)


def begins_week(day: date, calendar: WorkingDays) -> bool:
    """Whether it is the first working day since the last day off: then all that stands is told, new or not."""
    return calendar.is_working(day) and not calendar.is_working(day - _DAY)
