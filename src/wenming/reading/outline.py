"""The outline of a document: every item with its number, its own text, and the item it stands under.

The tree is a flat list in the order of the text; each item knows its parent by index. Nothing recurses, so an outline a
thousand levels deep is as harmless as a flat one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wenming.reading.labels import LABEL
from wenming.reading.numbering import Family, Marker, read_marker
from wenming.reading.numerals import parse_number
from wenming.reading.statements import Statement, read_heading_units
from wenming.reading.tables import (
    NUMBER_COLUMN,
    SHORT_CELL,
    Columns,
    cell_spans,
    is_column_name,
    read_header,
    row_statement,
)
from wenming.reading.units import is_sure_name
from wenming.reading.view import Span

_TITLE_END = re.compile(r"[。；;！!？?]|[一-鿿][.．](?![0-9])|[:：](?=.{12})")
_INLINE = re.compile(
    r"(?<=[。；;：:）)！!？?”.])\s?(?=[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,2}[.．、﹒](?![0-9０-９]{1,2}[^0-9０-９])"
    r"|[（(][0-9０-９]{1,2}[）)]|[①-⑳])|(?<![第条款项之])(?=[（(][一二三四五六七八九十]{1,3}[）)](?![项款条]))"
)
# What stands after the last sentence of a document: its date, its annexes, whom it is copied to.
_CLOSING = re.compile(
    r"(?:[0-9０-９〇○零一二三四五六七八九XＸ×]{4}\s?年\s?[0-9０-９一二三四五六七八九十XＸ×]{1,3}\s?月\s?[0-9０-９一二三四五六七八九十XＸ×]{1,3}\s?日(?:印发)?$"
    r"|附\s?件[0-9一二三四五六七八九十]{0,2}\s?(?:[:：]|$)|附[:：]|抄\s?送|主\s?送|报\s?送[:：]|主题词|[（(]?此件|[（(]?联系人[:：]|共印)",
    re.MULTILINE,
)
_NOTE = re.compile(r"(?:备\s?)?注\s?[:：]|(?:填表|有关)?说\s?明\s?[:：]|填报说明")
_OF_NOTES = (Family.DIGIT, Family.DIGIT_BRACKET, Family.DIGIT_HALF_BRACKET, Family.CIRCLED)
_DATE_LINE = re.compile(
    r"\s*[0-9０-９〇○零一二三四五六七八九]{4}\s?年\s?[0-9０-９一二三四五六七八九十]{1,3}\s?月\s?[0-9０-９一二三四五六七八九十]{1,3}\s?日"
)
_SUBSTANTIVE = 12  # characters: an item within a sentence that is shorter than this only counts things up


@dataclass(slots=True)
class Item:
    """One numbered item; ``start`` is where its number stands, ``body`` where its text begins."""

    marker: Marker | None  # None for what stands before the first number
    start: int
    body: int
    parent: int  # index in the outline, -1 at the top
    paragraphs: list[Span] = field(default_factory=list)  # its own text, number included, its children's text not
    statement_lines: list[Span] = field(default_factory=list)  # lines of responsibility after its text
    statements: list[Statement] = field(default_factory=list)  # who answers for a row of a table
    columns: Columns | None = None  # of the table whose row it is, where its cells stand one a line
    has_children: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Items in the order of the text; the first stands for all that is not numbered."""

    items: tuple[Item, ...]
    strays: tuple[Span, ...] = ()  # numbers that head nothing


def title_of(text: str, item: Item) -> str:
    """The heading of an item: its first line up to the end of its first sentence, number included."""
    if not item.paragraphs:
        return ""
    start, end = item.paragraphs[0]
    found = _TITLE_END.search(text, item.body, end)
    stop = found.end() if found and found[0][0] in "。；;！!？?" else (found.end() - len(found[0]) if found else end)
    if found and found[0][-1] in ".．":
        stop = found.end()
    return text[start : min(stop, start + 80)].rstrip("。；;:： ")


def read_outline(text: str, start: int = 0, end: int | None = None) -> Outline:
    """The outline of the view's text between two line starts."""
    builder = _Builder(text, start)
    stop = len(text) if end is None else end
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        builder.add_line(start, line_end)
        start = line_end + 1
    return Outline(tuple(builder.items), tuple(builder.strays))


class _Builder:
    """Places items under each other while lines come in; ``stack`` holds the open items' indexes from the top down."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.items = [Item(None, start, start, -1)]
        self.stack: list[int] = []
        self.strays: list[Span] = []
        self.is_noting = False  # notes under a table: 注：1.…；2.…
        self.table: Columns | None = None  # the table that is being read
        self.header: list[str] | None = None  # the names of its columns, while they come one a line
        self.row = 0  # the running number of its last row
        self.is_closed = (
            False  # signature, date, list of copies: nothing that follows is an item's, up to the next number
        )

    def add_line(self, start: int, end: int) -> None:
        """Take one line: an item, several items, a line of responsibility, or a paragraph of the open item."""
        if self._take_table_line(start, end):
            return
        if _NOTE.match(self.text, start, end):
            self.is_noting = True
            return
        if _CLOSING.match(self.text, start, end) or _is_signature(self.text, start, end):
            self.is_closed = True
            return
        marker = read_marker(self.text, start, end)
        after = marker.end if marker else start
        if _is_statement_line(self.text, after, end):
            if marker and marker.family in (Family.CHINESE, Family.CHINESE_BRACKET):  # 三、主办单位：… is an item
                self._push(marker)
            elif marker and marker.family is not Family.DASH and after > start:
                self.strays.append((marker.start, marker.end))
            self._open().statement_lines.append((after, end))
            return
        marker = marker or self._unit_marker(start, end)
        if marker and marker.family is Family.WORD and _counts_on(self.text, marker, end):
            marker = None
        self.is_noting = self.is_noting and (marker is None or marker.family in _OF_NOTES)
        if self.is_noting:
            return
        self.is_closed = self.is_closed and not marker
        if self.is_closed:
            return
        if marker:
            marker = self._real(marker, end)
            self._push(marker)
        self._add_text(marker.start if marker else start, marker.end if marker else start, end)

    def _take_table_line(self, start: int, end: int) -> bool:
        """Whether the line was a table's: its header, a row, or one of the cells that stand one a line."""
        if self.text.find("\t", start, end) >= 0:
            return self._take_row(cell_spans(self.text, start, end))
        return end - start <= SHORT_CELL and self._take_cell(start, end)

    def _take_row(self, cells: list[Span]) -> bool:
        columns = read_header([self.text[begin:stop] for begin, stop in cells])
        if columns:
            self.table = columns
            return True
        if self.table is None or len(cells) < 2:
            return False
        filled = [span for span in cells if self.text[span[0] : span[1]].strip()]
        if len(filled) < 2:
            return False
        heading = _chinese_cell(self.text, *filled[0])
        if len(filled) == 2 and heading:  # 二 | 乡村环境整治: a row that heads others
            self._push(Marker(Family.CHINESE, heading.ordinal, filled[0][0], filled[1][0]))
            self.items[-1].paragraphs.append((filled[0][0], filled[1][1]))
            return True
        self._push_row(filled[0][0], ordinal=len(self.items))
        statement = row_statement(self.text, cells, self.table)
        if statement:
            self.items[-1].statements.append(statement)
        self.items[-1].paragraphs.append((filled[0][0], filled[-1][1]))
        return True

    def _take_cell(self, start: int, end: int) -> bool:
        """A cell on a line of its own: a column's name, or the running number that opens a row."""
        cell = self.text[start:end].strip()
        if NUMBER_COLUMN.fullmatch(cell):
            self.header, self.table = [cell], None
            return True
        if self.header is not None:
            if is_column_name(cell) and not cell.isdigit():
                self.header.append(cell)
                return True
            self.table = read_header(self.header)
            self.header = None
        if self.table is None or not self.table.is_numbered or not cell.isdigit():
            return False
        if int(cell) not in (self.row + 1, 1) and not (int(cell) == self.row and self.row > 9):
            return False
        self.row = int(cell)
        self._push_row(start, ordinal=self.row)
        self.items[-1].columns = self.table
        self.items[-1].paragraphs.append((start, end))
        return True

    def _push_row(self, start: int, *, ordinal: int) -> None:
        self._push(Marker(Family.ROW, ordinal, start, start))

    def _unit_marker(self, start: int, end: int) -> Marker | None:
        """A line that begins with units and a colon (县公安局：负责…) is an item of theirs."""
        colon = _COLON.search(self.text, start, min(end, start + 40))
        if not colon or end - colon.end() < 4 or not read_heading_units(self.text, start, colon.end()):
            return None
        return Marker(Family.UNIT, 0, start, start)

    def _open(self) -> Item:
        return self.items[self.stack[-1]] if self.stack else self.items[0]

    def _real(self, marker: Marker, end: int) -> Marker:
        """The second of two numbers where it goes on with its series and the first does not (5、三是…)."""
        second = read_marker(self.text, marker.end, end)
        if second and self._goes_on(second) and not self._goes_on(marker):
            self.strays.append((marker.start, marker.end))
            return second
        return marker

    def _goes_on(self, marker: Marker) -> bool:
        return any(
            open_marker.family is marker.family and open_marker.ordinal + 1 == marker.ordinal
            for index in self.stack[-12:]
            if (open_marker := self.items[index].marker)
        )

    def _push(self, marker: Marker) -> None:
        """Open an item: beside the open one of its family, else under what ranks above it."""
        depth = self._depth(marker.family)
        del self.stack[depth:]
        parent = self.stack[-1] if self.stack else -1
        if parent >= 0:
            self.items[parent].has_children = True
        self.items.append(Item(marker, marker.start, marker.end, parent))
        self.stack.append(len(self.items) - 1)

    def _depth(self, family: Family) -> int:
        """How many of the open items stay open when one of ``family`` begins."""
        families = [marker.family for index in self.stack if (marker := self.items[index].marker)]
        if family in families:
            return families.index(family)
        if family.is_ranked:
            for depth, open_family in enumerate(families):
                if open_family.is_ranked and open_family > family:
                    return depth
        return len(families)

    def _add_text(self, start: int, body: int, end: int) -> None:
        """Give a line's text to the open item, cut where a number within the line begins another item."""
        for marker in _inline_markers(self.text, body, end, self._open().marker, begun=body > start):
            if start < marker.start:
                self._open().paragraphs.append((start, marker.start))
            self._push(marker)
            start = marker.start
        self._open().paragraphs.append((start, end))


def _is_signature(text: str, start: int, end: int) -> bool:
    """Whether the line is a unit's name with a date on the next."""
    return end - start <= 40 and bool(_DATE_LINE.match(text, end + 1)) and is_sure_name(text[start:end].strip())


def _chinese_cell(text: str, start: int, end: int) -> Marker | None:
    """A cell that holds nothing but a Chinese numeral."""
    numeral = text[start:end].strip(" （()）、.")
    value = parse_number(numeral) if _CHINESE_CELL.fullmatch(numeral) else None
    return Marker(Family.CHINESE, value, start, end) if isinstance(value, int) else None


_CHINESE_CELL = re.compile("[一二三四五六七八九十]{1,3}")
_COLON = re.compile("[：:]")
_WORDS = "零一二三四五六七八九十"


def _counts_on(text: str, marker: Marker, end: int) -> bool:
    """Whether 二是 follows 一是 in one paragraph: then they count up its sentences and are no items."""
    if marker.ordinal >= len(_WORDS) - 1:
        return False
    following = _WORDS[marker.ordinal + 1] + text[marker.end - 1]
    return text.find(following, marker.end, end) >= 0


def _is_statement_line(text: str, start: int, end: int) -> bool:
    """Whether the line opens with a label of responsibility, bare or in a bracket that fills the line."""
    if start < end and text[start] in "（(【[［〔":
        if not _CLOSED.search(text, max(start, end - 3), end):
            return False
        start += 1
    found = LABEL.match(text, start, end)
    return bool(found and (found["duty"] or found["person"]))


_CLOSED = re.compile(r"[）)】\]］〕][。；;]?$")


def _inline_markers(
    text: str, start: int, end: int, open_marker: Marker | None, *, begun: bool
) -> Iterator[Marker]:
    """Numbers within a line that begin items: those that count on from one and head more than a phrase."""
    markers = [
        marker for found in _INLINE.finditer(text, start, end) if (marker := read_marker(text, found.end(), end))
    ]
    if not markers:
        return
    last: dict[Family, int] = {open_marker.family: open_marker.ordinal} if open_marker else {}
    series = _series(markers, last)
    if not series:
        return
    stops = [marker.start for marker in series[1:]] + [end]
    lengths = sorted(stop - marker.end for marker, stop in zip(series, stops, strict=True))
    counts_on = begun and open_marker is not None and series[0].family is open_marker.family  # 1.…；2.…；3.… fill the line
    if counts_on or lengths[len(lengths) // 2] >= _SUBSTANTIVE:
        yield from series


def _series(markers: list[Marker], last: dict[Family, int]) -> list[Marker]:
    """The markers that continue a count or begin one that goes on."""
    ahead: dict[Family, set[int]] = {}
    for marker in markers:
        ahead.setdefault(marker.family, set()).add(marker.ordinal)
    kept: list[Marker] = []
    for marker in markers:
        begins = marker.ordinal == 1 and 2 in ahead[marker.family]
        if begins or (last.get(marker.family, 0) + 1 == marker.ordinal and marker.family in last):
            kept.append(marker)
            last[marker.family] = marker.ordinal
    return kept
