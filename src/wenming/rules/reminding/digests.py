"""Who gets which digest on a day: at most one each, none on days off, none where nothing is new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from wenming.rules.days.counting import WorkingDays
from wenming.rules.reminding.matters import (
    Level,
    Matter,
    Standing,
    Steps,
    begins_week,
    days_late,
    is_over,
    level,
    news_days,
    standing,
)

_ORDER = list(Standing)


@dataclass(frozen=True, slots=True)
class Reach:
    """For whom somebody is told of a unit's matters: as who does them, as its leader, as the leader in charge."""

    own: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    in_charge: frozenset[int] = frozenset()

    def level_for(self, unit: int) -> Level | None:
        """From which level on the person is told of that unit's matters; None: never."""
        if unit in self.own:
            return Level.OWN
        if unit in self.leads:
            return Level.UNIT_LEADER
        return Level.IN_CHARGE if unit in self.in_charge else None


@dataclass(frozen=True, slots=True)
class Line:
    """One matter of a digest: how it stands, how many working days late, how far up, whether that is new today."""

    matter: Matter
    standing: Standing
    late: int
    level: Level
    is_news: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A line as somebody is told it; ``as_level`` says why they are: it is theirs, or it has gone up to them."""

    line: Line
    as_level: Level


@dataclass(frozen=True, slots=True)
class Digest:
    """All that one person is told on a day, the most pressing first."""

    person: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a day says: the digests, and the lines that went up to somebody who is not there."""

    digests: tuple[Digest, ...] = ()
    unreached: tuple[Part, ...] = field(default=())


def lines_of(
    matters: Iterable[Matter], day: date, steps: Mapping[int, Steps], calendar: WorkingDays
) -> tuple[Line, ...]:
    """What stands on that day, the most pressing first; nothing on a day off. ``steps`` by unit, else the preset."""
    if not calendar.is_working(day):
        return ()
    found = (_line(matter, day, steps.get(matter.unit, Steps()), calendar) for matter in matters)
    return tuple(sorted((line for line in found if line is not None), key=_pressing))


def _line(matter: Matter, day: date, steps: Steps, calendar: WorkingDays) -> Line | None:
    stands = standing(matter, day)
    if stands is None or is_over(matter, day, steps, calendar):
        return None
    up, late = level(matter, day, steps, calendar), days_late(matter, day, calendar)
    return Line(matter, stands, late, up, day in news_days(matter, steps, calendar))


def _pressing(line: Line) -> tuple[int, date, str, int, int]:
    matter = line.matter
    return (_ORDER.index(line.standing), matter.due or matter.since or date.max, matter.kind, matter.key, matter.unit)


def told(lines: Iterable[Line], people: Mapping[int, Reach], day: date, calendar: WorkingDays) -> Told:
    """The digests of that day by person, in the order of their keys."""
    shown, is_first = tuple(lines), begins_week(day, calendar)
    made = (Digest(person, _parts(shown, reach)) for person, reach in sorted(people.items()))
    digests = tuple(one for one in made if one.parts and (is_first or any(part.line.is_news for part in one.parts)))
    return Told(digests, _unreached(shown, people))


def _parts(lines: Iterable[Line], reach: Reach) -> tuple[Part, ...]:
    told_of = ((line, reach.level_for(line.matter.unit)) for line in lines)
    return tuple(Part(line, least) for line, least in told_of if least is not None and line.level >= least)


def _unreached(lines: Iterable[Line], people: Mapping[int, Reach]) -> tuple[Part, ...]:
    """What has gone up, or is somebody's to do, and reaches nobody at that level."""
    there = {
        Level.OWN: frozenset[int]().union(*(reach.own for reach in people.values())),
        Level.UNIT_LEADER: frozenset[int]().union(*(reach.leads for reach in people.values())),
        Level.IN_CHARGE: frozenset[int]().union(*(reach.in_charge for reach in people.values())),
    }
    levels = [(line, one) for line in lines for one in Level if one <= line.level]
    return tuple(Part(line, one) for line, one in levels if line.matter.unit not in there[one])


@dataclass(frozen=True, slots=True)
class Count:
    """How many matters of a unit stand how: all that a group is told, without any name of a person."""

    unit: int
    due: int
    late: int
    returned: int
    asked: int


def counts_of(lines: Iterable[Line]) -> tuple[Count, ...]:
    """The counts of each unit that has something, those with most that is late first."""
    found: dict[int, dict[Standing, int]] = {}
    for line in lines:
        by = found.setdefault(line.matter.unit, dict.fromkeys(Standing, 0))
        by[line.standing] += 1
    made = [Count(unit, **{one.value: number for one, number in by.items()}) for unit, by in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.late, -one.due, one.unit)))


def speaks(lines: Iterable[Line], day: date, calendar: WorkingDays) -> bool:
    """Whether a group is told anything on that day."""
    shown = tuple(lines)
    return bool(shown) and (begins_week(day, calendar) or any(line.is_news for line in shown))
