"""The negative list (负面清单): what happened, whether it falls in the window, and what it costs by the city's status.

A sanction acts on the score (points off) and on eligibility (nominee stopped, title suspended or cancelled).
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from fractions import Fraction


class Status(StrEnum):
    """How the city stands to the title."""

    NONE = "none"  # neither
    NOMINEE = "nominee"  # 提名城市
    HOLDER = "holder"  # 已命名


class Effect(StrEnum):
    """What a sanction does; the later ones are the heavier ones."""

    POINTS = "points"  # 扣分
    STOPPED = "stopped"  # 停止提名资格
    SUSPENDED = "suspended"  # 停牌
    CANCELLED = "cancelled"  # 取消称号


@dataclass(frozen=True, slots=True)
class Sanction:
    """What follows for a city of this status from an event within ``months`` before ``before``.

    ``before`` names a day of the round ("test", "application"); ``months`` None: whenever it happened before that day.
    ``points`` are taken off, ``suspended_months`` is how long a title is suspended.
    """

    status: Status
    effect: Effect
    before: str
    months: int | None = 12
    points: Fraction = Fraction(0)
    suspended_months: int = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; the first of its sanctions that applies is the one."""

    code: str
    title: str
    sanctions: tuple[Sanction, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: which line of the list, and when."""

    entry: str
    on: date


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one event costs; ``sanction`` None: nothing, and ``why`` says whether by its day or by the city's status."""

    event: Event
    sanction: Sanction | None
    why: str
    until: date | None = None  # of a suspension


@dataclass(frozen=True, slots=True)
class Outcome:
    """All consequences together: the points off, and the heaviest effect on eligibility."""

    consequences: tuple[Consequence, ...]
    points_off: Fraction
    effect: Effect | None

    @property
    def is_eligible(self) -> bool:
        """Whether nothing but points was lost."""
        return self.effect in {None, Effect.POINTS}


def consequences(
    entries: Iterable[Entry], events: Iterable[Event], *, status: Status, days: dict[str, date]
) -> Outcome:
    """What the events cost a city of that status; ``days`` are the days of the round that windows count back from."""
    known = {entry.code: entry for entry in entries}
    found = tuple(_consequence(known.get(event.entry), event, status, days) for event in _in_order(events))
    applied = [one.sanction for one in found if one.sanction]
    heaviest = max((one.effect for one in applied), key=list(Effect).index, default=None)
    return Outcome(found, sum((one.points for one in applied), Fraction(0)), heaviest)


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.on, event.entry))


def _consequence(entry: Entry | None, event: Event, status: Status, days: dict[str, date]) -> Consequence:
    if entry is None:
        return Consequence(event, None, "not_listed")
    its = [one for one in entry.sanctions if one.status is status]
    if not its:
        return Consequence(event, None, "other_status")
    hit = next((one for one in its if _falls_in(event.on, one, days)), None)
    if hit is None:
        return Consequence(event, None, "outside_window")
    until = _months_after(event.on, hit.suspended_months) if hit.effect is Effect.SUSPENDED else None
    return Consequence(event, hit, "applies", until)


def _falls_in(on: date, sanction: Sanction, days: dict[str, date]) -> bool:
    end = days.get(sanction.before)
    if end is None or on >= end:
        return False
    return sanction.months is None or on >= _months_after(end, -sanction.months)


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month; at the ends of the calendar its end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def reached(score: Fraction, outcomes: Sequence[Outcome]) -> Fraction:
    """The score less the points that were taken off, never below 0."""
    return max(score - sum((one.points_off for one in outcomes), Fraction(0)), Fraction(0))
