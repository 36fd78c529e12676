"""Opens a photograph: what it says of itself, how it looks, smaller copies, and one with words below it.

Reads one line of JSON, ``{"lines": […], "taken": "…", "font": "…", "face": 0}``, and after it the bytes of the file;
with ``"plain": true`` it also makes a JPEG with nothing below.
"""

import io
import json
from collections.abc import Mapping
from typing import Any

import pi_heif
from PIL import Image, UnidentifiedImageError

from wenming.reading.files import fence
from wenming.reading.model import UnreadableDocument
from wenming.rules.likeness import SIDE, look_of, written
from wenming.work.evidence.inside.camera import ODD, said_of
from wenming.work.evidence.inside.copies import copies_of, flat, jpeg, shrunk
from wenming.work.evidence.inside.stamp import Stamp, stamped

MEMORY = 768 << 20  # bytes: a photo of 48 million points from a phone, unpacked twice
SECONDS = 8.0  # of the processor; such a photo takes 2 to 3
MOST_POINTS = 50_000_000  # what has to be unpacked whole; no side longer than the next
LONGEST_SIDE = 30_000
MOST_POINTS_JPEG = 220_000_000  # is unpacked at an eighth of its size at once
STAMPED = 2048  # pixels of the longer side

Image.MAX_IMAGE_PIXELS = None  # our own limits are below
pi_heif.register_heif_opener(thumbnails=False)


def open_picture(data: bytes) -> dict[str, object]:
    """What is found; raises ``UnreadableDocument`` for what is no whole picture, and for what is too large."""
    head, _, content = data.partition(b"\n")
    told = json.loads(head)
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "HEIF")) as picture:
            return _found(picture, told)
    except UnreadableDocument:
        raise
    except (UnidentifiedImageError, EOFError, Image.DecompressionBombError, *ODD) as error:
        raise UnreadableDocument("file_damaged") from error


def _found(picture: Image.Image, told: Mapping[str, Any]) -> dict[str, object]:
    width, height = picture.size
    _refuse_huge(picture)
    said = said_of(picture)
    stamp = _stamp(told, str(said.get("taken", "")))
    upright = _upright(picture)
    grey = upright.convert("L").resize((SIDE, SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    look = look_of(grey.tobytes())
    return {
        "said": said,
        "width": width,
        "height": height,
        "look": [written(look.bits), written(look.mirrored)] if look else [],
        "plain": jpeg(upright) if told.get("plain") else "",
        "stamped": jpeg(stamped(shrunk(upright, STAMPED), stamp)) if stamp.lines and stamp.font else "",
        **copies_of(upright),
    }


def _stamp(told: Mapping[str, Any], taken: str) -> Stamp:
    """The lines that were asked for, and the camera's own time to the minute below them."""
    own = [f"{told['taken']} {taken[:16].replace('T', ' ')}"] if taken else []
    return Stamp((*told["lines"], *own), told["font"], told["face"])


def _refuse_huge(picture: Image.Image) -> None:
    width, height = picture.size
    most = MOST_POINTS_JPEG if picture.format in {"JPEG", "MPO"} else MOST_POINTS
    if width * height > most or max(width, height) > LONGEST_SIDE:
        raise UnreadableDocument("picture_huge")


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as it is meant to be seen, in red, green and blue; of a large JPEG no more than is needed."""
    picture.draft("RGB", (STAMPED, STAMPED))
    picture.load()
    small = shrunk(flat(picture), STAMPED)
    turn = _turn(picture)
    return small.transpose(turn) if turn is not None else small


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turn(picture: Image.Image) -> Image.Transpose | None:
    """How to turn it, as the camera noted (Exif, Orientation); HEIC pictures come turned already."""
    try:
        return _TURNS.get(picture.getexif().get(274, 1))
    except ODD:
        return None


if __name__ == "__main__":
    fence.answer_found(open_picture, memory=MEMORY, seconds=SECONDS)
