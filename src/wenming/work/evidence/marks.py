"""What a file says of itself beside what people said: a difference is a mark for whoever looks, not a judgement."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

FAR_METRES = 2000  # two photos of one occasion are rarely taken further apart
_EARTH = 6_371_000  # metres


class MarkKind(StrEnum):
    """What differs."""

    BEFORE = "before"  # taken before the first day of what was recorded
    AFTER = "after"  # taken after its last day
    AHEAD = "ahead"  # taken later than it was handed in: the camera's clock is wrong
    APART = "apart"  # taken far from another photo of the same record


@dataclass(frozen=True, slots=True)
class Place:
    """Where, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class OfFile:
    """What a file says, and when it was handed in."""

    taken_at: datetime | None
    added_at: datetime
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says that the file proves, and where its other photos were taken."""

    first: date
    last: date
    others: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One difference: ``count`` days, or metres for what is apart."""

    kind: MarkKind
    count: int


def marks(file: OfFile, said: Said, zone: ZoneInfo) -> tuple[Mark, ...]:
    """What differs; days are those of ``zone``. A file that says nothing differs in nothing."""
    return (*_of_time(file, said, zone), *_of_place(file, said))


def _of_time(file: OfFile, said: Said, zone: ZoneInfo) -> Iterator[Mark]:
    if file.taken_at is None:
        return
    day, added = file.taken_at.astimezone(zone).date(), file.added_at.astimezone(zone).date()
    if day > added:
        yield Mark(MarkKind.AHEAD, (day - added).days)
    elif day < said.first:
        yield Mark(MarkKind.BEFORE, (said.first - day).days)
    elif day > said.last:
        yield Mark(MarkKind.AFTER, (day - said.last).days)


def _of_place(file: OfFile, said: Said) -> Iterator[Mark]:
    if file.place is None or not said.others:
        return
    nearest = min(metres(file.place, other) for other in said.others)
    if nearest > FAR_METRES:
        yield Mark(MarkKind.APART, round(nearest))


def metres(one: Place, other: Place) -> float:
    """How far apart, over the ground (haversine)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
