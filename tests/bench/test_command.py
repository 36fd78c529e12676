"""What the benchmarks of the command line measure; the limits themselves are held by ``make bench``."""

from pathlib import Path
from shutil import which

import pytest

from bench import command
from bench.hostile import write_hostile_files, write_slow_conversions
from wenming.reading.files.document import open_document
from wenming.reading.model import UnreadableDocument
from wenming.reading.read import read_text


def test_excel_is_measured_against_its_rival() -> None:
    result = command.excel(measures=40, runs=1)
    assert "40 measures" in result.what
    assert result.median > 0


REFUSED = {
    "bomb.docx": "file_bomb",
    "laughs.docx": "file_entities",
    "cut.docx": "file_damaged",
    "malformed.docx": "file_damaged",
    "rowspans.html": "file_bomb",
    "huge.txt": "file_huge",
    "empty.txt": "file_empty",
    "locked.doc": "file_locked",
    "noise.doc": "file_damaged",
    "groups.rtf": "file_damaged",
    "paragraphs.rtf": "file_huge",
    "bomb.odt": "file_bomb",
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_hostile_files_are_hostile(name: str, hostile_folder: Path) -> None:
    with pytest.raises(UnreadableDocument, match=REFUSED[name]):
        open_document(hostile_folder / name)


@pytest.mark.parametrize(("name", "code"), [("line.txt", "line_too_long"), ("long.txt", "too_many_characters")])
def test_the_hostile_texts_are_hostile(name: str, code: str, hostile_folder: Path) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        read_text(open_document(hostile_folder / name).text, name=name, sha256="")


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_chokes(tmp_path: Path) -> None:
    for path in write_slow_conversions(tmp_path):
        with pytest.raises(UnreadableDocument, match="file_demanding"):
            open_document(path)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_files(folder)
    return folder
