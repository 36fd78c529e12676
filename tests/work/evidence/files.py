"""Files for tests, made here: photographs with what cameras write into them, videos, papers, and what only looks so."""

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()

_DAY = (2026, 3, 5, 12, 0, 0)
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)


def scene(width: int = 640, height: int = 480, seed: int = 1) -> Image.Image:
    """A made-up picture that looks unlike that of another seed."""
    picture = Image.new("RGB", (width, height), (40 * seed % 255, 90, 150))
    draw = ImageDraw.Draw(picture)
    state = seed * 2654435761 % 2**32
    for _number in range(24):
        state = (1103515245 * state + 12345) % 2**31
        left, top = state % width, state // 7 % height
        wide, high = width // 12 + state // 11 % (width // 3), height // 12 + state // 13 % (height // 3)
        shade = (state >> 5) % 256, (state >> 9) % 256, (state >> 13) % 256
        draw.rectangle((left, top, left + wide, top + high), fill=shade)
    return picture


def photo(
    picture: Image.Image | None = None,
    kind: str = "JPEG",
    *,
    taken: str = "2026:03:05 09:12:33",
    offset: str = "+08:00",
    place: tuple[float, float] | None = (30.2741, 120.1551),
    device: tuple[str, str] = ("HUAWEI", "Mate 60"),
    turn: int = 1,
) -> bytes:
    """A photograph with what a camera writes."""
    exif = Image.Exif()
    if device[1]:
        exif[271], exif[272] = device
    exif[274] = turn
    details = exif.get_ifd(0x8769)
    if taken:
        details[36867] = taken
    if offset:
        details[36881] = offset
    if place:
        directory = exif.get_ifd(0x8825)
        directory[1], directory[2] = "N" if place[0] >= 0 else "S", _three(abs(place[0]))
        directory[3], directory[4] = "E" if place[1] >= 0 else "W", _three(abs(place[1]))
    return saved(picture or scene(), kind, exif=exif)


def saved(picture: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """The bytes of a picture."""
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def _three(degrees: float) -> tuple[float, float, float]:
    minutes = degrees % 1 * 60
    return float(int(degrees)), float(int(minutes)), round(minutes % 1 * 60, 3)


def box(name: bytes, content: bytes = b"") -> bytes:
    """A box of a video."""
    return struct.pack(">I4s", 8 + len(content), name) + content


def video(at: datetime | None = None, place: bytes = b"", brand: bytes = b"isom", film: bytes = b"x" * 200) -> bytes:
    """A video as far as its boxes go; nobody could look at it."""
    seconds = int((at - _EPOCH).total_seconds()) if at else 0
    header = box(b"mvhd", struct.pack(">B3xII", 0, seconds, seconds) + bytes(88))
    remarks = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(place), 0) + place)) if place else b""
    start = box(b"ftyp", brand + struct.pack(">I", 512) + brand)
    return start + box(b"moov", header + remarks) + box(b"mdat", film)


def office(*names: str, content: bytes = b"<w/>") -> bytes:
    """A zip with members of these names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def word(*more: str) -> bytes:
    """A Word file as far as its members go."""
    return office("[Content_Types].xml", "word/document.xml", *more)


def excel(*more: str) -> bytes:
    """An Excel file as far as its members go."""
    return office("[Content_Types].xml", "xl/workbook.xml", *more)


def old_office(*streams: str) -> bytes:
    """An old office file as far as its directory goes."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + b"".join((f"{name}\0".encode("utf-16-le")).ljust(128, b"\0") for name in ("Root Entry", *streams))


def pdf(pages: Sequence[Image.Image] | None = None) -> bytes:
    """A PDF of pictures."""
    first, *others = pages or [scene(400, 560, 3)]
    return saved(first, "PDF", save_all=True, append_images=others)
