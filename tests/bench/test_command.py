"""What the benchmarks of the command line measure; the limits themselves are held by ``make bench``."""

from pathlib import Path

import pytest

from bench import command
from bench.hostile import write_hostile_files
from wenming.reading.files.document import open_document
from wenming.reading.model import UnreadableDocument


def test_excel_is_measured_against_its_rival() -> None:
    result = command.excel(measures=40, runs=1)
    assert "40 measures" in result.what
    assert result.median > 0


@pytest.mark.parametrize("name", ["bomb.docx", "laughs.docx", "cut.docx", "malformed.docx", "huge.txt", "empty.txt"])
def test_the_hostile_files_are_hostile(name: str, hostile_folder: Path) -> None:
    with pytest.raises(UnreadableDocument):
        open_document(hostile_folder / name)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hostile files."""
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_files(folder)
    return folder
