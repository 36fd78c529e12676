"""The first and the last page of a paper as pictures."""

import base64
import io

import pytest
from PIL import Image

from wenming.reading.model import UnreadableDocument
from wenming.work.evidence import opening
from wenming.work.evidence.inside.ends import LONGER, open_ends


def paper(*shades: str) -> bytes:
    """A PDF file with a page of each shade."""
    pages, file = [Image.new("RGB", (210, 297), shade) for shade in shades], io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:])
    return file.getvalue()


def drawn(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_the_first_and_the_last_page_as_large_as_a_scan() -> None:
    found = open_ends(paper("red", "white", "blue"))
    pages = found["pages"]
    assert isinstance(pages, list)
    assert found["count"] == 3
    first, last = (drawn(base64.b64decode(one)) for one in pages)
    assert (first.format, max(first.size)) == ("JPEG", LONGER)
    assert last.getpixel((9, 9))[2] > 200  # type: ignore[index]


def test_one_page_is_both() -> None:
    assert len(opening.open_ends(paper("red"))) == 1


def test_what_is_no_paper_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        opening.open_ends(b"%PDF-1.7 broken")
    assert caught.value.code == "file_damaged"
