"""PDF files with a text layer: each page's characters with their places, put together to lines and paragraphs."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from wenming.reading.files import fence
from wenming.reading.files.pdf_glyphs import Glyph, repaired
from wenming.reading.files.pdf_lines import Line, lines_of
from wenming.reading.files.pdf_paragraphs import paragraphs_of
from wenming.reading.files.pdf_rules import Rule, rules_of
from wenming.reading.files.pdf_tables import Grid, Table, grids_of
from wenming.reading.files.pdf_turns import Turn, quarters_of, usual
from wenming.reading.model import UnreadableDocument

_FEWEST = 3  # characters on an average page: below that the text is a stamp on a scanned image
_MOST_UNREADABLE = 0.3  # share of characters without a meaning: the fonts do not say what they show
# Time that the text of a page earns: at most 3 s, for 300 full pages.
_SECONDS_PER_CHARACTER = 1e-5
_FULL_PAGE = 1000  # characters
_MOST_EARNING = 300  # pages


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows, as it is read."""

    glyphs: list[Glyph]
    rules: list[Rule]
    width: float


def read_pdf(data: bytes) -> str:
    """The text of a PDF file. Raises ``UnreadableDocument``, also where there is no text layer."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableDocument("file_locked" if is_locked else "file_damaged") from error
    _check([page.glyphs for page in pages])
    items = [items_of(number, page.glyphs, page.rules) for number, page in enumerate(pages)]
    return "\n".join(paragraphs_of(items, [page.width for page in pages]))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """The pages; each with text on it earns the time that such a page takes."""
    for number, page in enumerate(document):
        read = _page(page)
        if number < _MOST_EARNING:
            fence.extend(_SECONDS_PER_CHARACTER * min(len(read.glyphs), _FULL_PAGE))
        yield read


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


def _page(page: pypdfium2.PdfPage) -> Page:
    characters = list(_characters(page))
    turn = Turn(usual(quarters for quarters, _, _ in characters), *page.get_mediabox())
    glyphs = [Glyph(text, *turn.box(*box)) for quarters, text, box in characters if quarters == turn.quarters]
    return Page(glyphs, rules_of(page, turn), turn.width)


def _characters(page: pypdfium2.PdfPage) -> Iterator[tuple[int | None, str, tuple[float, float, float, float]]]:
    """The characters of a page that leave ink, in the order of the file: how each runs, what it is, where it stands."""
    textpage = page.get_textpage()
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for index in range(textpage.count_chars()):
        text = repaired(raw.FPDFText_GetUnicode(textpage, index))
        if text and raw.FPDFText_GetLooseCharBox(textpage, index, place):
            quarters = quarters_of(raw.FPDFText_GetCharAngle(textpage, index))
            yield quarters, text, (box.left, box.bottom, box.right, box.top)
    textpage.close()


if __name__ == "__main__":
    fence.answer(read_pdf)
