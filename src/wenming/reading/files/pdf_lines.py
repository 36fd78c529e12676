"""The lines of a PDF page, from where its characters stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from wenming.reading.files.pdf_glyphs import Glyph

# Gaps between neighbours, in parts of the font's height.
_WORD_GAP = 0.15  # between Latin words
_SPACE_GAP = 0.8  # a space that somebody typed between Chinese words
_COLUMN_GAP = 2.5  # between the cells of a table
_SPACED_OUT = 0.35  # the usual gap of a line whose characters were spread


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, in points."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """Half-way between bottom and top."""
        return (self.top + self.bottom) / 2


def lines_of(page: int, glyphs: list[Glyph]) -> list[Line]:
    """The lines that ``glyphs`` make, in the order of the file; ``page`` is their page's number."""
    return [_line(page, row) for row in _rows(glyphs)]


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of characters side by side. Fonts differ in height, so that a row is told by overlap, not by its base."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and not _is_beside(row[-1], glyph):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _is_beside(one: Glyph, other: Glyph) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > min(one.size, other.size) / 2


def _line(page: int, row: list[Glyph]) -> Line:
    glyphs = sorted(row, key=lambda glyph: glyph.left)
    return Line(
        text=_joined(glyphs),
        page=page,
        left=glyphs[0].left,
        right=max(glyph.right for glyph in glyphs),
        bottom=min(glyph.bottom for glyph in glyphs),
        top=max(glyph.top for glyph in glyphs),
        size=median(max(glyph.size, glyph.right - glyph.left) for glyph in glyphs),
    )


def _joined(glyphs: list[Glyph]) -> str:
    gaps = [(after.left - before.right) / max(before.size, after.size, 0.1) for before, after in pairwise(glyphs)]
    chinese = [gap for gap, pair in zip(gaps, pairwise(glyphs), strict=True) if not _are_latin(*pair)]
    # Where characters were spread over a line, only what is wider than the spread is a space.
    spread = max(median(chinese), 0.0) if chinese and median(chinese) > _SPACED_OUT else 0.0
    pieces = [glyphs[0].text]
    for gap, (before, after) in zip(gaps, pairwise(glyphs), strict=True):
        pieces.append(_between(gap - spread, is_latin=_are_latin(before, after)) + after.text)
    return "".join(pieces)


def _between(gap: float, *, is_latin: bool) -> str:
    if gap > _COLUMN_GAP:
        return "\t"
    return " " if gap > (_WORD_GAP if is_latin else _SPACE_GAP) else ""


def _are_latin(before: Glyph, after: Glyph) -> bool:
    return before.text < "\u0250" and after.text < "\u0250"
