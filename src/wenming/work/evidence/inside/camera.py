"""What a photograph says of itself: when, where, by which device (CIPA DC-008, Exif 3.0). It may say anything."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import SupportsFloat

from PIL import Image

_DETAILS, _PLACE = 0x8769, 0x8825  # directories of Exif
_MAKER, _MODEL, _CHANGED = 271, 272, 306
_TAKEN, _TAKEN_OFFSET, _CHANGED_OFFSET = 36867, 36881, 36880
_LATITUDE_SIDE, _LATITUDE, _LONGITUDE_SIDE, _LONGITUDE = 1, 2, 3, 4
_TIME = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_LONGEST = 100  # characters
# What Pillow raises for tags that are not what they say.
ODD = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    SyntaxError,
    OSError,
    OverflowError,
    ArithmeticError,
)

Tags = Mapping[int, object]


def said_of(picture: Image.Image) -> dict[str, object]:
    """``taken`` (2026-03-05T09:12:33), ``offset`` (+08:00), ``latitude``, ``longitude`` (degrees), ``device``; what is
    missing or makes no sense is left out.
    """
    try:
        exif = picture.getexif()
        top, details, place = dict(exif), exif.get_ifd(_DETAILS), exif.get_ifd(_PLACE)
    except ODD:
        return {}
    return {name: value for name, value in _said(top, details, place).items() if value not in {None, ""}}


def _said(top: Tags, details: Tags, place: Tags) -> dict[str, object]:
    taken = _moment(details.get(_TAKEN))
    latitude = _degrees(place.get(_LATITUDE), place.get(_LATITUDE_SIDE), "S", 90)
    longitude = _degrees(place.get(_LONGITUDE), place.get(_LONGITUDE_SIDE), "W", 180)
    is_placed = latitude is not None and longitude is not None and (latitude, longitude) != (0, 0)
    return {
        "taken": taken or _moment(top.get(_CHANGED)),
        "offset": _offset(details.get(_TAKEN_OFFSET if taken else _CHANGED_OFFSET)),
        "latitude": latitude if is_placed else None,
        "longitude": longitude if is_placed else None,
        "device": _device(_text(top.get(_MAKER)), _text(top.get(_MODEL))),
    }


def _text(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
    return "".join(sign for sign in text if sign.isprintable()).strip()[:_LONGEST]


def _moment(value: object) -> str:
    found = _TIME.match(_text(value))
    return "{}-{}-{}T{}:{}:{}".format(*found.groups()) if found else ""


def _offset(value: object) -> str:
    text = _text(value)
    return text if _OFFSET.fullmatch(text) else ""


def _device(maker: str, model: str) -> str:
    """ "HUAWEI", "HUAWEI ABC" is one device, "HUAWEI ABC"."""
    name = model if model.lower().startswith(maker.lower()) else f"{maker} {model}"
    return name.strip()[:_LONGEST]


def _degrees(parts: object, side: object, negative: str, most: int) -> float | None:
    """Degrees, minutes and seconds in one number; None where they are none."""
    try:
        degrees, minutes, seconds = (float(part) for part in _three(parts))
    except ODD:
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value) or abs(value) > most:
        return None
    return round(-value if _text(side).upper() == negative else value, 6)


def _three(parts: object) -> Sequence[SupportsFloat]:
    if isinstance(parts, tuple) and len(parts) == 3:
        return parts
    raise ValueError(type(parts))
