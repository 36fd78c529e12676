"""Copies of pictures."""

import base64
import io

import pytest
from PIL import Image

from tests.work.evidence import files
from wenming.work.evidence.inside.copies import copies_of, flat, shrunk


def opened(text: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(text)))


@pytest.mark.parametrize(("size", "small", "large"), [((3200, 1600), (320, 160), (1600, 800)), ((90, 60),) * 3])
def test_sizes(size: tuple[int, int], small: tuple[int, int], large: tuple[int, int]) -> None:
    found = copies_of(files.scene(*size))
    assert (opened(found["thumbnail"]).size, opened(found["preview"]).size) == (small, large)
    assert opened(found["preview"]).format == "WEBP"


def test_nothing_of_the_original_is_left() -> None:
    picture = files.scene()
    picture.info["exif"] = files.photo()
    picture.info["icc_profile"] = b"x" * 40
    assert shrunk(picture, 100).info == {}


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "CMYK", "I;16", "F", "YCbCr"])
def test_every_sort_of_picture_becomes_flat(mode: str) -> None:
    assert flat(Image.new(mode, (9, 9))).mode == "RGB"


def test_what_is_transparent_shows_white() -> None:
    assert flat(Image.new("RGBA", (2, 2), (0, 0, 0, 0))).getpixel((0, 0)) == (255, 255, 255)
