"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from wenming.reading.saving import UnwritableOutput, save


def test_it_writes_and_overwrites(tmp_path: Path) -> None:
    out = tmp_path / "表.xlsx"
    for data in (b"one", b"two"):
        save(data, out, source=tmp_path / "plan.txt")
        assert out.read_bytes() == data
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("place", ["missing/out.xlsx", "folder", "plan.txt/out.xlsx", "长" * 300, "a\0b", ""])
def test_a_bad_place_is_refused_and_nothing_is_left(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "plan.txt").write_text("方案")
    with pytest.raises(UnwritableOutput) as refusal:
        save(b"data", tmp_path / place, source=tmp_path / "plan.txt")
    assert refusal.value.code == "output_unwritable"
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "plan.txt"}


def test_the_document_itself_is_never_overwritten(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("方案")
    (tmp_path / "link.xlsx").symlink_to(plan)
    with pytest.raises(UnwritableOutput) as refusal:
        save(b"data", tmp_path / "link.xlsx", source=plan)
    assert (refusal.value.code, plan.read_text()) == ("output_is_source", "方案")


def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput):
        save(b"data", Path("/dev/null"), source=tmp_path / "plan.txt")
    assert Path("/dev/null").is_char_device()
