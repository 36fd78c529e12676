"""The boxes of videos (ISO/IEC 14496-12): whether all of them are there, and what the file says of time and place.

Only the heads of boxes are read, and one small box; nothing is decoded. A box begins with its length, 4 bytes, and its
name, 4 bytes; the length 1 says that 8 bytes follow with a longer one, 0 that it goes to the end of the file.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

_LARGEST_HEAD = 4096  # bytes of the first box, which names the brands
_MOST_BOXES = 100_000  # of a video that was recorded in pieces
_LARGEST_MOVIE = 16 << 20  # bytes of the box that describes a film
_BEGIN = datetime(1904, 1, 1, tzinfo=UTC)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # cameras without a clock write 0, or 1970
_PLACE = re.compile(rb"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)")  # ISO 6709: +30.2741+120.1551/


class Seekable(Protocol):
    """A file that can be read from anywhere."""

    def seek(self, place: int, /) -> object:
        """Go there."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a file: its name, where its content begins, where it ends."""

    name: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Film:
    """What a video says of itself: when it was recorded, in degrees where."""

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


class Broken(ValueError):
    """The boxes do not fit into each other."""


def brand(head: bytes) -> bytes:
    """The brand of a file of boxes, by its first bytes; empty where it is none."""
    if head[4:8] != b"ftyp" or len(head) < 12:
        return b""
    (length,) = struct.unpack_from(">I", head)
    return head[8:12] if 12 <= length <= _LARGEST_HEAD else b""


def boxes(file: Seekable, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places of a file; raises Broken where one goes beyond the end."""
    for _box in range(_MOST_BOXES):
        if end - start < 8:
            return
        file.seek(start)
        head = file.read(16)
        length, name = struct.unpack_from(">I4s", head) if len(head) >= 8 else (8, b"")
        content = start + 8
        if length == 1 and len(head) == 16:
            (length,) = struct.unpack_from(">Q", head, 8)
            content = start + 16
        stop = end if length == 0 else start + length
        if not content <= stop <= end:
            raise Broken(name)
        yield Box(name, content, stop)
        start = stop
    raise Broken(b"too many")


def is_whole(file: Seekable, size: int) -> bool:
    """Whether the boxes fill the file, with a description of the film and the film among them."""
    try:
        names = {box.name for box in boxes(file, 0, size)}
    except Broken:
        return False
    return {b"ftyp", b"moov", b"mdat"} <= names


def film(file: Seekable, size: int) -> Film:
    """What a video says of itself; nothing where it says nothing, or nonsense."""
    try:
        movie = _find(file, 0, size, b"moov")
        if movie is None or movie.end - movie.start > _LARGEST_MOVIE:
            return Film()
        place = _place(file, movie)
        return Film(_taken_at(file, movie), *place)
    except Broken:
        return Film()


def _find(file: Seekable, start: int, end: int, name: bytes) -> Box | None:
    return next((box for box in boxes(file, start, end) if box.name == name), None)


def _taken_at(file: Seekable, movie: Box) -> datetime | None:
    """When the film was begun: seconds since 1904 in its header, 4 bytes or 8."""
    header = _find(file, movie.start, movie.end, b"mvhd")
    if header is None:
        return None
    file.seek(header.start)
    content = file.read(12)
    if len(content) < 12:
        return None
    (seconds,) = struct.unpack_from(">Q" if content[0] == 1 else ">I", content, 4)
    at = _BEGIN + timedelta(seconds=min(seconds, 2**33))
    return at if at >= _EARLIEST else None


def _place(file: Seekable, movie: Box) -> tuple[float | None, float | None]:
    """Where: a text that phones write among the remarks."""
    remarks = _find(file, movie.start, movie.end, b"udta")
    place = _find(file, remarks.start, remarks.end, b"\xa9xyz") if remarks else None
    if place is None:
        return None, None
    file.seek(place.start)
    found = _PLACE.search(file.read(64))
    if found is None or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        return None, None
    return float(found[1]), float(found[2])
