"""First pages of PDF files."""

import pytest

from tests.work.evidence import files
from wenming.reading.model import UnreadableDocument
from wenming.work.evidence.inside.page import open_page


def test_the_first_page_only() -> None:
    red, blue = (files.scene(300, 400, seed) for seed in (1, 2))
    assert open_page(files.pdf([red, blue])) == open_page(files.pdf([red]))
    assert open_page(files.pdf([red])) != open_page(files.pdf([blue]))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", files.pdf()[:200]])
def test_what_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        open_page(data)
