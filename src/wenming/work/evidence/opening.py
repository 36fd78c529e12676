"""Asks the processes inside for what a file says and shows, and turns the answer into values."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wenming.reading.files import fence

_PICTURE, _PAGE = "wenming.work.evidence.inside.picture", "wenming.work.evidence.inside.page"
_ENDS = "wenming.work.evidence.inside.ends"
# Chinese fonts where systems keep them, each with the number of its face for simplified Chinese.
FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
)


TAKEN_WORDS = "照片自带时间"  # on the stamped copy, which is Chinese whoever asks for it
_FIRST_YEAR, _LAST_YEAR = 1990, 2200  # what a camera says beyond them is no time


@dataclass(frozen=True, slots=True)
class Copies:
    """Pictures of a file for looking at, as WebP; the one with words below as JPEG, empty where there is none."""

    thumbnail: bytes
    preview: bytes
    stamped: bytes = b""


@dataclass(frozen=True, slots=True)
class Photo:
    """What a photograph is and says of itself; ``look`` and ``mirrored`` are empty where nothing is to be seen."""

    width: int
    height: int
    taken_at: datetime | None
    latitude: float | None
    longitude: float | None
    device: str
    look: str
    mirrored: str
    copies: Copies


def open_photo(data: bytes, *, lines: Sequence[str], zone: ZoneInfo) -> Photo:
    """The photograph, its stamped copy with these lines; a time without an offset is one of ``zone``.

    Raises ``UnreadableDocument``: file_damaged, file_demanding, picture_huge.
    """
    font, face = chinese_font()
    head = json.dumps({"lines": list(lines), "taken": TAKEN_WORDS, "font": font, "face": face})
    found: dict[str, Any] = fence.find_inside(_PICTURE, head.encode() + b"\n" + data)
    said = found["said"]
    look, mirrored = found["look"] or ("", "")
    return Photo(
        found["width"],
        found["height"],
        moment(said.get("taken", ""), said.get("offset", ""), zone),
        said.get("latitude"),
        said.get("longitude"),
        said.get("device", ""),
        look,
        mirrored,
        _copies(found),
    )


def open_plain(data: bytes) -> bytes:
    """The photograph as JPEG, upright, for programs that do not open HEIC; raises as ``open_photo``."""
    head = json.dumps({"lines": [], "taken": TAKEN_WORDS, "font": "", "face": 0, "plain": True})
    found: dict[str, Any] = fence.find_inside(_PICTURE, head.encode() + b"\n" + data)
    return base64.b64decode(str(found["plain"]))


def open_page(data: bytes) -> Copies:
    """The first page of a PDF file; raises ``UnreadableDocument``: file_damaged, file_locked, file_demanding."""
    return _copies(fence.find_inside(_PAGE, data))


def open_ends(data: bytes) -> list[bytes]:
    """The first and the last page of a PDF file as JPEG, one where it has one page; raises as ``open_page``."""
    found: dict[str, Any] = fence.find_inside(_ENDS, data)
    return [base64.b64decode(str(one)) for one in found["pages"]]


def moment(taken: str, offset: str, zone: ZoneInfo) -> datetime | None:
    """When a camera says it was: ``2026-03-05T09:12:33`` with ``+08:00``; None where that is no time."""
    try:
        at = datetime.fromisoformat(taken + offset)
    except ValueError:
        return None
    at = at if offset else at.replace(tzinfo=zone)
    return at if _FIRST_YEAR <= at.year < _LAST_YEAR else None


def chinese_font() -> tuple[str, int]:
    """A font that can write Chinese, and which face of it; empty where this computer has none that is known."""
    return next(((path, face) for path, face in FONTS if Path(path).is_file()), ("", 0))


def _copies(found: dict[str, Any]) -> Copies:
    return Copies(*(base64.b64decode(str(found.get(name, ""))) for name in ("thumbnail", "preview", "stamped")))
