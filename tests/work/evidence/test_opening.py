"""What comes out of the processes inside, as values."""

import io
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from tests.work.evidence import files
from wenming.reading.model import UnreadableDocument
from wenming.rules.likeness import ALIKE, CERTAIN, distance
from wenming.work.evidence import opening
from wenming.work.evidence.opening import moment, open_page, open_photo, open_plain

CHINA = ZoneInfo("Asia/Shanghai")


def look(data: bytes) -> int:
    return int(open_photo(data, lines=[], zone=CHINA).look, 16)


@pytest.mark.parametrize(
    ("taken", "offset", "at"),
    [
        ("2026-03-05T09:12:33", "+08:00", datetime(2026, 3, 5, 1, 12, 33, tzinfo=UTC)),
        ("2026-03-05T09:12:33", "-05:00", datetime(2026, 3, 5, 14, 12, 33, tzinfo=UTC)),
        ("2026-03-05T09:12:33", "", datetime(2026, 3, 5, 1, 12, 33, tzinfo=UTC)),
        ("2026-13-05T09:12:33", "", None),
        ("0000-00-00T00:00:00", "", None),
        ("0001-01-01T00:00:00", "+14:00", None),
        ("9999-12-31T23:59:59", "-12:00", None),
        ("2026-03-05T09:12:33", "+99:00", None),
        ("", "", None),
    ],
)
def test_moment(taken: str, offset: str, at: datetime | None) -> None:
    assert moment(taken, offset, CHINA) == at


def test_the_same_photo_in_other_clothes_looks_alike() -> None:
    picture = files.scene(1600, 1200, 5)
    first = look(files.saved(picture, quality=92))
    for other in (
        files.saved(picture, quality=40),
        files.saved(picture.resize((800, 600)), quality=85),
        files.saved(picture.point(lambda value: min(255, value + 25))),
        files.saved(picture, "PNG"),
        files.saved(picture, "HEIF", quality=70),
    ):
        assert distance(first, look(other)) <= CERTAIN


def test_other_photos_do_not() -> None:
    looks = [look(files.saved(files.scene(seed=seed))) for seed in range(1, 9)]
    assert min(distance(one, other) for at, one in enumerate(looks) for other in looks[:at]) > ALIKE


def test_without_a_chinese_font_there_is_no_stamped_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FONTS", ())
    photo = open_photo(files.photo(), lines=["2026年3月5日"], zone=CHINA)
    assert (photo.copies.stamped, bool(photo.copies.preview)) == (b"", True)


def test_fonts_are_asked_for_by_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "b.ttc").touch()
    monkeypatch.setattr(opening, "FONTS", ((str(tmp_path / "a.ttc"), 1), (str(tmp_path / "b.ttc"), 2)))
    assert opening.chinese_font() == (str(tmp_path / "b.ttc"), 2)


def test_a_page() -> None:
    copies = open_page(files.pdf())
    assert (copies.thumbnail[:4], copies.preview[8:12], copies.stamped) == (b"RIFF", b"WEBP", b"")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"\xff\xd8\xff"])
def test_refusals(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        open_page(data)
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        open_photo(data, lines=[], zone=CHINA)


def test_what_few_programs_open_becomes_a_jpeg_as_it_is_meant_to_be_seen() -> None:
    copy = Image.open(io.BytesIO(open_plain(files.photo(files.scene(640, 480), "PNG", turn=6))))
    assert (copy.format, copy.size) == ("JPEG", (480, 640))
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        open_plain(files.photo(kind="HEIF")[:900])
