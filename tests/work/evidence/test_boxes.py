"""The boxes of videos."""

import io
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.evidence.files import box, video
from wenming.work.evidence.boxes import Broken, Film, boxes, brand, film, is_whole

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
FTYP = box(b"ftyp", b"isom\0\0\2\0isom")


def names(data: bytes) -> list[bytes]:
    return [one.name for one in boxes(io.BytesIO(data), 0, len(data))]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (FTYP, b"isom"),
        (video(brand=b"qt  "), b"qt  "),
        (b"\0\0\0\x18ftyp", b""),
        (b"\xff\xff\xff\xffftypisom", b""),
        (b"\0\0\0\x04ftypisom", b""),
        (b"PK\x03\x04", b""),
        (b"", b""),
    ],
)
def test_brand(head: bytes, found: bytes) -> None:
    assert brand(head) == found


def test_boxes_one_after_the_other() -> None:
    long = struct.pack(">I4sQ", 1, b"mdat", 20) + b"abcd"
    assert names(FTYP + long + box(b"free")) == [b"ftyp", b"mdat", b"free"]
    assert names(FTYP + struct.pack(">I4s", 0, b"mdat") + b"to the end") == [b"ftyp", b"mdat"]
    assert names(FTYP + b"\0\0\0") == [b"ftyp"]


@pytest.mark.parametrize("length", [2, 7, 500, 2**32 - 1])
def test_wrong_sizes(length: int) -> None:
    with pytest.raises(Broken):
        names(FTYP + struct.pack(">I4s", length, b"moov") + bytes(40))


def test_boxes_without_end() -> None:
    data = box(b"free") * 100_001
    with pytest.raises(Broken, match="too many"):
        names(data)


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (video(), True),
        (video()[:-1], False),
        (FTYP + box(b"mdat"), False),
        (FTYP + box(b"moov"), False),
        (b"", False),
    ],
)
def test_is_whole(data: bytes, whole: bool) -> None:
    assert is_whole(io.BytesIO(data), len(data)) == whole


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(video(NOON, b"+30.2741+120.1551/"), Film(NOON, 30.2741, 120.1551), id="time and place"),
        pytest.param(video(NOON), Film(NOON), id="time"),
        pytest.param(video(None, b"-03.5-060.25+012.0/"), Film(None, -3.5, -60.25), id="no clock, in the south"),
        pytest.param(video(None, b"+99.0+200.0/"), Film(), id="no place on earth"),
        pytest.param(video(datetime(1970, 1, 1, tzinfo=UTC)), Film(), id="a clock that was never set"),
        pytest.param(FTYP + box(b"moov", box(b"mvhd", b"\0")), Film(), id="a header cut short"),
        pytest.param(FTYP + box(b"moov", b"\xff" * 40), Film(), id="nonsense"),
        pytest.param(FTYP, Film(), id="no film"),
    ],
)
def test_what_it_says(data: bytes, said: Film) -> None:
    assert film(io.BytesIO(data), len(data)) == said


def test_a_header_with_long_numbers() -> None:
    seconds = int((NOON - datetime(1904, 1, 1, tzinfo=UTC)).total_seconds())
    data = FTYP + box(b"moov", box(b"mvhd", struct.pack(">B3xQQ", 1, seconds, seconds) + bytes(88)))
    assert film(io.BytesIO(data), len(data)).taken_at == NOON


@given(st.binary(max_size=300), st.integers(0, 300))
def test_whatever_comes_it_answers(noise: bytes, cut: int) -> None:
    data = video(NOON, b"+1+1/")[:cut] + noise
    is_whole(io.BytesIO(data), len(data))
    film(io.BytesIO(data), len(data))
