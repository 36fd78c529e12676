"""Sizes of a zip by its directory alone; the table of cases is in test_package.py, which asks the same."""

import io
import zipfile

import pytest

from wenming.reading.files.unpacking import refuse_bomb
from wenming.reading.model import UnreadableDocument


@pytest.mark.parametrize(("size", "is_refused"), [(1_000_000, False), (30_000_000, True)])
def test_a_part_that_is_packed_too_tight(size: int, is_refused: bool) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(size))
    if not is_refused:
        refuse_bomb(file.getvalue())
        return
    with pytest.raises(UnreadableDocument, match="file_bomb"):
        refuse_bomb(file.getvalue())
