"""A web page as the lines that a browser shows: paragraphs, ``<br>`` lines, numbered items, table rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from wenming.reading.files.number_formats import formatted
from wenming.reading.files.table_rows import Cell, Row, lines_of_table

Element = Any  # lxml carries no types

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "details", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "caption", "option",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
    "map", "head", "title", "select", "button", "textarea", "input", "link", "meta", "rp", "rt",
})  # fmt: skip
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[\s\u200b\u2060\ufeff]+")
_BROKEN_CHINESE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_TEXT_IN_A_CELL = 3000  # characters; a cell that holds more frames a page


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: its text, how many of its characters are links, and the block that holds it."""

    text: str
    linked: int
    block: Element
    is_row: bool = False


def lines_of(root: Element) -> list[Line]:
    """All lines that are shown under ``root``, in order."""
    flow = _Flow(root)
    for event, element in (walk := etree.iterwalk(root, events=("start", "end"))):
        if event == "end":
            flow.close(element)
        elif is_unseen(element):
            walk.skip_subtree()
            flow.skipped = element
        elif element.tag == "table" and _is_data(element):
            flow.add_table(element)
            walk.skip_subtree()
            flow.skipped = element
        else:
            flow.open(element)
    flow.flush()
    return flow.lines


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of ``element``."""
    if element.tag in _UNSEEN or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return bool(_INVISIBLE.search(element.get("style", "")))


@dataclass
class _Flow:
    """Collects text until a block starts or ends."""

    root: Element
    lines: list[Line] = field(default_factory=list)
    skipped: Element | None = None
    _texts: list[str] = field(default_factory=list)
    _linked: int = 0
    _links_open: int = 0
    _label: str = ""  # the number of an item whose text has not come yet
    _blocks: list[Element] = field(default_factory=list)
    _counts: list[int] = field(default_factory=list)  # where each open list stands

    def open(self, element: Element) -> None:
        """A start tag."""
        if element.tag in _BLOCKS:
            self.flush()
            self._blocks.append(element)
        if element.tag in {"ol", "ul"}:
            self._counts.append(_integer(element.get("start"), 1) - 1)
        elif element.tag == "li":
            self._label = self._number(element)
        self._links_open += _is_link(element)
        self._add(element.text, is_preformatted=element.tag == "pre")

    def close(self, element: Element) -> None:
        """An end tag, and the text after it."""
        if element is self.skipped:
            self.skipped = None
        else:
            if element.tag in _BLOCKS:
                self.flush()
                self._blocks.pop()
            if element.tag in {"ol", "ul"}:
                self._counts.pop()
            elif element.tag == "li":
                self._label = ""
            self._links_open -= _is_link(element)
        if element is not self.root:
            self._add(element.tail, is_preformatted=bool(self._blocks) and self._blocks[-1].tag == "pre")

    def add_table(self, table: Element) -> None:
        """A table of data, whole."""
        self.flush()
        linked = sum(len("".join(link.itertext()).strip()) for link in table.iter("a") if _is_link(link))
        texts = list(lines_of_table(_rows(table)))
        self.lines.extend(Line(text, linked // len(texts), table, is_row=True) for text in texts)

    def _number(self, item: Element) -> str:
        parent = item.getparent()
        if not self._counts or parent is None or parent.tag != "ol":
            return ""
        self._counts[-1] = _integer(item.get("value"), self._counts[-1] + 1)
        return formatted(self._counts[-1], _LIST_TYPES.get(parent.get("type", "1"), "decimal")) + "."

    def _add(self, text: str | None, *, is_preformatted: bool) -> None:
        if not text:
            return
        pieces = text.split("\n") if is_preformatted else [_BROKEN_CHINESE.sub("", text)]
        for number, piece in enumerate(pieces):
            if number:
                self.flush()
            if self._label and piece.strip():
                self._texts.append(self._label)
                self._label = ""
            self._texts.append(piece)
            self._linked += len(piece.strip()) if self._links_open else 0

    def flush(self) -> None:
        """End the line."""
        if not self._texts:
            return
        text = _SPACE.sub(" ", "".join(self._texts)).strip()
        if text:
            self.lines.append(Line(text, self._linked, self._blocks[-1] if self._blocks else self.root))
        self._texts.clear()
        self._linked = 0


def _is_link(element: Element) -> bool:
    """Whether this is a link to elsewhere; Word's bookmarks and anchors within the page are none."""
    return element.tag == "a" and not element.get("href", "#").startswith("#")


def _integer(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and len(value) < 7 and value.isdecimal() else otherwise


def _is_data(table: Element) -> bool:
    """Whether a table holds data; one that only lays out a page holds tables, headings, whole texts, or one column."""
    if table.get("role") == "presentation" or any(True for _ in table.iterdescendants("table", *HEADINGS)):
        return False
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in table.iter("tr")]
    if len(widths) < 2 or max(widths) < 2:
        return False
    return all(sum(map(len, cell.itertext())) < _MOST_TEXT_IN_A_CELL for cell in table.iter("td", "th"))


def _rows(table: Element) -> Iterator[Row]:
    open_cells: dict[int, list[int]] = {}  # by column: rows still to cover, width
    for row in table.iter("tr"):
        if not is_unseen(row):
            yield Row(0, list(_cells(row, open_cells)))


def _cells(row: Element, open_cells: dict[int, list[int]]) -> Iterator[Cell]:
    column = 0
    for element in row.iterchildren("td", "th"):
        for cell in _covered(open_cells, column):
            column += cell.span
            yield cell
        span = min(max(_integer(element.get("colspan"), 1), 1), 100)
        below = _integer(element.get("rowspan"), 1) - 1
        if below > 0:
            open_cells[column] = [below, span]
        yield Cell([line.text for line in lines_of(element)], [], span)
        column += span
    yield from _covered(open_cells, column)


def _covered(open_cells: dict[int, list[int]], column: int) -> Iterator[Cell]:
    """The cells from above that still cover this row from ``column`` on, side by side."""
    while column in open_cells and open_cells[column][0] > 0:
        span = open_cells[column][1]
        open_cells[column][0] -= 1
        yield Cell([], [], span, goes_on=True)
        column += span
