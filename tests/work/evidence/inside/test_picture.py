"""Opening photographs; the process around it is tried in test_opening.py."""

import json

import pytest
from PIL import Image

from tests.work.evidence import files
from wenming.reading.model import UnreadableDocument
from wenming.work.evidence.inside import picture
from wenming.work.evidence.inside.picture import open_picture
from wenming.work.evidence.opening import chinese_font


def found(data: bytes, lines: tuple[str, ...] = ()) -> dict[str, object]:
    font, face = chinese_font()
    head = json.dumps({"lines": lines, "taken": "照片自带时间", "font": font, "face": face})
    return open_picture(head.encode() + b"\n" + data)


def test_what_is_found() -> None:
    told = found(files.photo(), ("2026年3月5日",))
    assert (told["width"], told["height"], len(told["look"])) == (640, 480, 2)  # type: ignore[arg-type]
    assert all(told[name] for name in ("stamped", "preview", "thumbnail", "said"))


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_looks_the_same_however_it_was_held(turn: int) -> None:
    upright = files.scene(600, 400)
    how = picture._TURNS.get(turn)
    back = {
        Image.Transpose.ROTATE_270: Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_90: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(back.get(how, how)) if how is not None else upright
    assert found(files.photo(held, "PNG", turn=turn))["look"] == found(files.photo(upright, "PNG"))["look"]


@pytest.mark.parametrize(
    ("limits", "kind"),
    [({"MOST_POINTS": 99}, "PNG"), ({"MOST_POINTS_JPEG": 99}, "JPEG"), ({"LONGEST_SIDE": 300}, "JPEG")],
)
def test_limits(limits: dict[str, int], kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in limits.items():
        monkeypatch.setattr(picture, name, most)
    with pytest.raises(UnreadableDocument, match="picture_huge"):
        found(files.photo(kind=kind))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_other_formats_are_not_opened(kind: str) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        found(files.saved(files.scene(), kind))
