"""PDF files with a text layer: each page's characters with their places, put together to lines and paragraphs."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from wenming.reading.files import fence
from wenming.reading.files.pdf_glyphs import Glyph, repaired
from wenming.reading.files.pdf_lines import Line, lines_of
from wenming.reading.files.pdf_paragraphs import paragraphs_of
from wenming.reading.files.pdf_rules import Rule, rules_of
from wenming.reading.files.pdf_tables import Grid, Table, grids_of
from wenming.reading.model import UnreadableDocument

_FEWEST = 3  # characters on an average page: below that the text is a stamp on a scanned image
_MOST_UNREADABLE = 0.3  # share of characters without a meaning: the fonts do not say what they show


def read_pdf(data: bytes) -> str:
    """The text of a PDF file. Raises ``UnreadableDocument``, also where there is no text layer."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [(list(_glyphs(page)), rules_of(page)) for page in document]
            width = min((document.get_page_size(number)[0] for number in range(len(document))), default=0.0)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocument("file_locked" if is_locked else "file_damaged") from error
    _check([glyphs for glyphs, _ in pages])
    return "\n".join(paragraphs_of([items_of(number, *page) for number, page in enumerate(pages)], width))


def _check(pages: list[list[Glyph]]) -> None:
    texts = [glyph.text for glyphs in pages for glyph in glyphs]
    unreadable = sum(1 for text in texts if text == "\ufffd" or "\ue000" <= text <= "\uf8ff")
    if len(texts) < _FEWEST * len(pages) or not texts or unreadable > _MOST_UNREADABLE * len(texts):
        raise UnreadableDocument("file_no_text_layer")


def items_of(page: int, glyphs: list[Glyph], rules: list[Rule]) -> list[Line | Table]:
    """The lines and tables of a page in the order of the file; a table stands where its first character does."""
    grids = grids_of(rules)
    items: list[Line | Table] = []
    loose: list[Glyph] = []
    met: list[Grid] = []
    owners = [(glyph, next((grid for grid in grids if grid.take(glyph)), None)) for glyph in glyphs]
    for glyph, grid in owners:
        if grid is None:
            loose.append(glyph)
        elif grid not in met:
            met.append(grid)
            items.extend([*lines_of(page, loose), grid.table(page)])
            loose = []
    return [*items, *lines_of(page, loose)]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The characters of a page that leave ink, in the order of the file."""
    textpage = page.get_textpage()
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for index in range(textpage.count_chars()):
        text = repaired(raw.FPDFText_GetUnicode(textpage, index))
        if text and raw.FPDFText_GetLooseCharBox(textpage, index, place):
            yield Glyph(text, box.left, box.bottom, box.right, box.top)
    textpage.close()


if __name__ == "__main__":
    fence.answer(read_pdf)
