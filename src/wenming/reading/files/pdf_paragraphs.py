"""From the lines of PDF pages to paragraphs: running heads and page numbers out, broken lines joined."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from wenming.reading.files.pdf_lines import Line
from wenming.reading.files.pdf_tables import Table, joined
from wenming.reading.files.table_rows import lines_of_table
from wenming.reading.page_numbers import is_page_number

_EDGE = 2  # lines at the top and at the bottom of a page among which heads and page numbers stand
_ROOM = 1.6  # ems that punctuation may leave free at the end of a full line
_INDENT = 1.2  # ems from which a line is indented
_SAME_SIZE = 0.15  # fonts differ less within a paragraph
_LARGER = 1.15  # times the body's size: a title
_NARROWEST = 0.75  # of the page's width: the margin is nowhere further left
_OFTEN = 0.4  # share of pages on which a head recurs; odd and even pages may have two
_FEW_PAGES = 3

_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|(?:\.\s){4,})\s*[-—(（]?[0-9]{1,4}[-—)）]?$")
_DIGITS = re.compile(r"[0-9０-９ivxlcIVXLC]+")
_SENTENCE_END = tuple("。；：！？;:!?）)”")
_NUMBER = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、章节条]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])"
)


def paragraphs_of(pages: list[list[Line | Table]], widths: list[float]) -> Iterator[str]:
    """The paragraphs and table rows of a document, in order; ``widths`` are those of its pages, in points."""
    items = [item for page in _without_edges(pages) for item in page if not _is_of_contents(item)]
    lines = [item for item in items if isinstance(item, Line)]
    # Pages of one width share their margins.
    by_width = {width: Margins([line for line in lines if widths[line.page] == width], width) for width in set(widths)}
    margins = [by_width[width] for width in widths]
    for is_table, run in groupby(items, key=lambda item: isinstance(item, Table)):
        if is_table:
            yield from _table_lines([item for item in run if isinstance(item, Table)])
        else:
            yield from _joined([item for item in run if isinstance(item, Line)], margins)


def _table_lines(tables: list[Table]) -> Iterator[str]:
    """The lines of tables that follow each other; those with the same columns are one that goes on over pages."""
    for _, parts in groupby(tables, key=lambda table: [round(place / 6) for place in table.columns]):
        yield from lines_of_table(joined(list(parts)))


def _joined(lines: list[Line], margins: list["Margins"]) -> Iterator[str]:
    text = lines[0].text
    for before, line in pairwise(lines):
        if margins[before.page] is margins[line.page] and margins[line.page].goes_on(before, line):
            text = _glued(text, line.text)
        else:
            yield text
            text = line.text
    yield text


def _glued(text: str, more: str) -> str:
    is_latin = text[-1].isascii() and more[0].isascii() and text[-1].isalnum() and more[0].isalnum()
    return f"{text} {more}" if is_latin else text + more


class Margins:
    """Where the text of a document starts and ends, and how large it is."""

    def __init__(self, lines: list[Line], width: float) -> None:
        weights: Counter[float] = Counter()
        for line in lines:
            weights[round(line.size, 1)] += len(line.text)
        self.size = weights.most_common(1)[0][0] if weights else 1.0
        body = [
            line for line in lines if abs(line.size - self.size) <= _SAME_SIZE * self.size and len(line.text) > 5
        ] or lines
        lefts, rights = sorted(line.left for line in body), sorted(line.right for line in body)
        # A few lines may stand out on either side.
        self.left = lefts[len(lefts) // 20] if lefts else 0.0
        # Where all lines are short, none of them reaches the margin.
        self.right = max(rights[-1 - len(rights) // 20] if rights else 0.0, _NARROWEST * width)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether ``line`` goes on with the paragraph of ``before``."""
        if not self._are_neighbours(before, line) or "\t" in before.text + line.text:
            return False
        if self._is_title(before) and self._is_title(line) and line.left - self.left > line.size / 2:
            return True
        if before.right < self.right - _ROOM * before.size or line.left > self.left + _INDENT * line.size:
            return False
        is_new_item = before.text.endswith(_SENTENCE_END) and _NUMBER.match(line.text)
        return not is_new_item

    def _are_neighbours(self, before: Line, line: Line) -> bool:
        if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size):
            return False
        distance = before.bottom - line.top
        return line.page == before.page + 1 or (line.page == before.page and -before.size < distance < 2 * before.size)

    def _is_title(self, line: Line) -> bool:
        """Whether a line is set larger than the text and in the middle, or from margin to margin."""
        before, after = line.left - self.left, self.right - line.right
        return line.size >= _LARGER * self.size and abs(before - after) < 2 * line.size


def _without_edges(pages: list[list[Line | Table]]) -> Iterator[list[Line | Table]]:
    """The pages' items without page numbers, and without what recurs at the edges of many pages."""
    edges = [_edge([item for item in page if isinstance(item, Line)]) for page in pages]
    heads = Counter(head for edge in edges for head in {_shape(line) for line in edge})
    recurring = {head for head, times in heads.items() if times >= max(_OFTEN * len(pages), _FEW_PAGES)}
    for page, edge in zip(pages, edges, strict=True):
        out = [line for line in edge if _shape(line) in recurring or _is_number_of_page(line, heads)]
        yield [item for item in page if not any(item is other for other in out)]


def _is_of_contents(item: Line | Table) -> bool:
    """Whether an item is a line of a table of contents: dots lead from a heading to its page."""
    return isinstance(item, Line) and bool(_LEADERS.search(item.text))


def _edge(lines: list[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: -line.middle)
    return [*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]]


def _shape(line: Line) -> tuple[str, int]:
    """What a running head shows on every page, and about where: its numbers may differ."""
    return _DIGITS.sub("#", re.sub(r"\s+", "", line.text)), round(line.middle / 12)


def _is_number_of_page(line: Line, heads: Counter[tuple[str, int]]) -> bool:
    return is_page_number(line.text) or (line.text.isdecimal() and heads[_shape(line)] > 1)
