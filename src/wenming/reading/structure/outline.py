"""The outline of a document: every item with its number, its own text, and the item it stands under.

The tree is a flat list in the order of the text; each item knows its parent by index. Nothing recurses, so an outline a
thousand levels deep is as harmless as a flat one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.statements import Statement, answers_alone, is_statement_line, read_heading_units
from wenming.reading.duties.subjects import find_subjects
from wenming.reading.structure.bare_headings import bare_headings
from wenming.reading.structure.cells import is_time_cell, may_name_units, whole_row
from wenming.reading.structure.closing import NUMBERS_OF_NOTES, is_closing, is_note
from wenming.reading.structure.free_rows import FreeRow
from wenming.reading.structure.inline import inline_markers
from wenming.reading.structure.markers import Family, Marker, read_marker
from wenming.reading.structure.record_lines import record_lines
from wenming.reading.structure.tables import (
    SHORT_CELL,
    Columns,
    Kind,
    cell_spans,
    heading_number,
    is_points_cell,
    is_rule,
    read_header,
    read_header_lines,
    row_statement,
    units_alone,
)
from wenming.reading.structure.time_lines import time_lines
from wenming.reading.structure.unit_lines import unit_lines

_TITLE_END = re.compile(r"[。；;！!？?]|(?<=[一-鿿])(?:  |\u3000)(?=.{20})|[一-鿿][.．](?![0-9])|[:：](?=.{12})")
_COLON = re.compile("[：:]")
_FOLLOWING = re.compile(r"[^。；;！!？?\n]{2,20}")
_PART = re.compile(r"【[^】：:，。\n]{2,14}】")
_RECURS = 3  # as often as this a heading in 【】 is a label of what each item says of itself
_LONGEST_TITLE = 80
_LONGEST_LISTED = 60  # characters of a numbered line that only says who answers
_LONGEST_CELL = 1000  # characters of a cell that holds several lines
_AROUND_NUMBER = " \u3000.．、()（）"  # a running number alone in its cell: 3, 3., （3）
_SUM = re.compile(r"(?:总分|合计|总计)\s*$")  # what the number behind it is
_MOST_LINES_OF_ROW = 20  # of cells that stand one a line


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
    heading: Span | None = None  # the cell that says what a row of a table is about
    has_children: bool = False
    is_due: bool = False  # whether the times of the row's own cells are deadlines
    is_prose: bool = False  # a paragraph of a text in which nothing is numbered


@dataclass(frozen=True, slots=True)
class Outline:
    """Items in the order of the text; the first stands for all that is not numbered."""

    items: tuple[Item, ...]
    strays: tuple[Span, ...] = ()  # numbers that head nothing


def title_of(text: str, item: Item) -> str:
    """The heading of an item: its first line up to the end of its first sentence, number included.

    A number whose words were cut out with noise goes on with the words that follow (三是。关爱邻里).
    A row of a table is headed by the cell of its task, or, where cells stand one a line, by what follows its number.
    """
    if not item.paragraphs:
        return ""
    is_cells = item.columns and item.marker and item.marker.family is Family.ROW and item.paragraphs[1:]
    start, end = item.heading or item.paragraphs[bool(is_cells)]
    found = _TITLE_END.search(text, max(item.body, start), end)
    if found and start < item.body == found.start() and (following := _FOLLOWING.match(text, found.end(), end)):
        return text[start : item.body] + following[0].rstrip("，,、：: ")
    if found:
        end = found.start() if found[0] in ":：" else found.end()
    return text[start : min(end, start + _LONGEST_TITLE)].rstrip("。；;:：.． \u3000")


def read_outline(text: str, start: int = 0, end: int | None = None) -> Outline:
    """The outline of the view's text between two line starts."""
    stop = len(text) if end is None else end
    builder = _Builder(text, start, stop)
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        builder.add_line(start, line_end)
        start = line_end + 1
    return Outline(tuple(builder.items), tuple(builder.strays))


class _Builder:
    """Places items under each other while lines come in; ``stack`` holds the open items' indexes from the top down."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.items = [Item(None, start, start, -1)]
        self.stack: list[int] = []
        self.parts = Counter(_PART.findall(text, start, stop))  # 【建设内容】, 【进度】 in item after item
        self.bare = bare_headings(text, start, stop)  # headings of sections without a number
        self.unit_lines = unit_lines(text, start, stop)
        self.time_lines = time_lines(text, start, stop)
        self.record_lines = record_lines(text, start, stop)
        self.strays: list[Span] = []
        self.label: Span | None = (
            None  # the last line of responsibility, if it is a label alone or of the list below it
        )
        self.digit = 0  # the last number in digits
        self.is_noting = False  # within the notes under a table
        self.is_closed = False  # after a date or an annex: nothing is an item's until the next number
        self.passed: Span | None = None  # the last line that belonged to no item
        self.table: Columns | None = None  # the table that is being read
        self.open_row: list[Span] = []  # the cells of its last row, where some are still to come
        self.header_end = 0  # where the names of its columns end, where they stand one a line
        self.row = 0  # the running number of its last row
        self.free_row: FreeRow | None = None  # the last row of a table without running numbers, a cell a line
        self.is_free = False  # whether the rows of the table bear no running numbers

    def add_line(self, start: int, end: int) -> None:
        """Take one line: an item, several items, a line of responsibility, or a paragraph of the open item."""
        if self._take_table_line(start, end) or self._take_closing_line(start, end):
            return
        if self.table is None and start in self.bare:
            self._take_bare_heading(start, end)
            return
        marker = read_marker(self.text, start, end)
        after = marker.end if marker else start
        told = start + len(self.text[start:end].rstrip("。；; "))
        if marker and self._is_listed(after, told):
            self._take_statement_line(marker, after, told)
            self.label = (after, told)
            return
        if is_statement_line(self.text, after, end) or (marker is None and answers_alone(self.text, start, end)):
            self._take_statement_line(marker, after, end)
            return
        marker = marker or self._unit_marker(start, end)
        if marker and self._is_within(marker, end):
            marker = None
        if self.table is not None and (marker is None or marker.family is Family.TIME) and self._answers(start, end):
            marker = None
            self._return_to_row()
        self._stop_passing_over(marker)
        if self.is_noting or self.is_closed:
            self.passed = (start, end) if end > start else self.passed
            return
        if marker:
            marker = self._real(marker, end)
            self._push(marker)
            self.items[-1].columns = self.table if self._heads_rows(marker, end) else None
        self._add_text(marker.start if marker else start, marker.end if marker else start, end)

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether a numbered line says who answers, in a list below a label that stands alone (责任单位：)."""
        lines = self.items[self.stack[-1]].statement_lines if self.stack else []
        if not lines or lines[-1] != self.label or end - start > _LONGEST_LISTED:
            return False
        return bool(units_alone(self.text, start, end) or find_subjects(self.text, start, end, orders_only=True))

    def _heads_rows(self, marker: Marker, end: int) -> bool:
        """Whether a section is a row of a table, cells one a line: the points of what stands under it follow."""
        if self.table is None or marker.family is not Family.CHINESE or Kind.POINTS not in self.table.kinds:
            return False
        return any(is_points_cell(self.text[slice(*line)]) for line in islice(self._lines_from(end + 1), 1))

    def _is_within(self, marker: Marker, end: int) -> bool:
        """Whether what looks like a heading only labels a part of the open item (【建设内容】 in item after item)."""
        label = _PART.match(self.text, marker.start, end) if marker.family is Family.HEADED else None
        return bool(label and self.parts[label[0]] >= _RECURS)

    def _take_closing_line(self, start: int, end: int) -> bool:
        """Whether the line opens notes, or what stands after the last item; a date in a table's cell does not."""
        if is_note(self.text, start, end):
            self.is_noting = True
            return True
        if not self._is_in_row() and is_closing(self.text, start, end):
            self.is_closed, self.passed = True, None
            return True
        return False

    def _is_in_row(self) -> bool:
        """Whether the line may be a cell: a table has begun, and no section after it."""
        markers = (self.items[index].marker for index in self.stack)
        return self.table is not None and (
            not self.stack or any(marker and marker.family is Family.ROW for marker in markers)
        )

    def _stop_passing_over(self, marker: Marker | None) -> None:
        """A number ends what belongs to no item; notes have numbers of their own."""
        self.is_noting = self.is_noting and (marker is None or marker.family in NUMBERS_OF_NOTES)
        self.is_closed = self.is_closed and marker is None

    def _take_bare_heading(self, start: int, end: int) -> None:
        """A section begins without a number; it counts as those that bear one."""
        self.is_noting = self.is_closed = False
        self._push(Marker(Family.CHINESE, 0, start, start))
        self._open().paragraphs.append((start, end))

    def _take_statement_line(self, marker: Marker | None, start: int, end: int) -> None:
        """Give the line to the open item; its number heads nothing, unless it is one of a section (三、主办单位：…)."""
        if marker and marker.family in (Family.CHINESE, Family.CHINESE_BRACKET):
            self._push(marker)
        elif marker and marker.family is not Family.DASH:
            self.strays.append((marker.start, marker.end))
        self._open().statement_lines.append((start, end))
        self.label = (start, end) if self.text[end - 1] in ":：" else None

    def _answers(self, start: int, end: int) -> bool:
        """Whether a line is a cell of units or of a time."""
        return bool(units_alone(self.text, start, end)) or is_time_cell(self.text[start:end])

    def _take_table_line(self, start: int, end: int) -> bool:
        """Whether the line was a table's: its header, a row, or one of the cells that stand one a line."""
        if start < self.header_end or is_rule(self.text, start, end):
            return True
        cells = cell_spans(self.text, start, end)
        if len(cells) == 2 and cells[1][0] == cells[1][1]:  # a cell alone, with the sign that ends it
            cells, end = cells[:1], cells[0][1]
        if self.open_row and self._goes_on_with_row(cells):
            return True
        self.open_row = []
        if len(cells) > 1:
            return self._take_row(cells)
        if end - start <= SHORT_CELL and self._take_cell(start, end):
            return True
        return self.is_free and self.table is not None and self._take_free_cell(self.table, start, end)

    def _take_row(self, cells: list[Span]) -> bool:
        columns = read_header([self.text[begin:stop] for begin, stop in cells])
        if columns:
            self._leave_closing()
            self.table, self.is_free = columns, False
            return True
        if self.table is None or len(cells) < 2:
            return False
        if self.table.is_of_persons:
            return True
        filled = [span for span in cells if self.text[span[0] : span[1]].strip()]
        if len(filled) < 2:
            return False
        cells = whole_row(self.text, cells, self.table)
        start, end = filled[0][0], filled[-1][1]
        if self._is_of_row_above(filled):
            self._add_to_row(cells, end)
            return True
        heading = heading_number(self.text, *filled[0])
        if len(filled) == 2 and heading:  # 二 | 乡村环境整治: a row that heads others
            self._push(Marker(Family.CHINESE, heading, start, filled[1][0]))
        else:
            self._push_row(start, ordinal=len(self.items))
            statement = row_statement(self.text, cells, self.table)
            self.items[-1].statements.extend([statement] if statement else [])
            self.items[-1].heading = self._task_cell(cells)
            self.open_row = cells if self._may_go_on(cells, self.table) else []
        self.items[-1].paragraphs.append((start, end))
        return True

    def _is_of_row_above(self, filled: list[Span]) -> bool:
        """Whether a row only names a time and units: of a task that reaches over it, who else answers."""
        above = self.items[-1].marker if self.items else None
        if above is None or above.family is not Family.ROW or len(filled) != 2:
            return False
        return is_time_cell(self.text[slice(*filled[0])]) and may_name_units(self.text, *filled[1])

    def _add_to_row(self, cells: list[Span], end: int) -> None:
        statement = row_statement(self.text, cells, self.table) if self.table else None
        self.items[-1].statements.extend([statement] if statement else [])
        self.items[-1].paragraphs = [(self.items[-1].start, end)]

    def _goes_on_with_row(self, cells: list[Span]) -> bool:
        """Whether a line goes on with the last cell of the open row: a cell may hold several lines."""
        row = [*self.open_row[:-1], (self.open_row[-1][0], cells[0][1]), *cells[1:]]
        if self.table is None or len(row) > self.table.count or self._stands_alone(cells):
            return False
        if cells[0][1] - self.open_row[-1][0] > _LONGEST_CELL or not self._completes(row, cells, self.table):
            return False
        statement = row_statement(self.text, row, self.table)
        self.items[-1].statements = [statement] if statement else []
        self.items[-1].paragraphs = [(self.items[-1].start, cells[-1][1])]
        self.open_row = row if self._may_go_on(row, self.table) else []
        return True

    def _may_go_on(self, row: list[Span], table: Columns) -> bool:
        """Whether a row lacks cells, or ends with one of units, to which more may be added."""
        return len(row) < table.count or len(row) - 1 in table.roles

    def _completes(self, row: list[Span], cells: list[Span], table: Columns) -> bool:
        """Whether the line fits: a whole row takes only more units; one without a number must be whole with it."""
        if len(self.open_row) == table.count:
            return len(cells) == 1 and may_name_units(self.text, *cells[0])
        if table.is_numbered:
            return True
        units = [row[at] for at in table.roles if at < len(row) and self.text[slice(*row[at])].strip()]
        return len(row) == table.count and all(may_name_units(self.text, *span) for span in units)

    def _stands_alone(self, cells: list[Span]) -> bool:
        """Whether a line of a numbered table begins a row, or stands after the table."""
        first = self.text[cells[0][0] : cells[0][1]].strip()
        if not first or first.isdecimal() or heading_number(self.text, *cells[0]):
            return True
        line = cells[0][0], cells[-1][1]
        return is_note(self.text, *line) or is_closing(self.text, *line)

    def _task_cell(self, cells: list[Span]) -> Span | None:
        """The cell of a row that says what is to be done, where the header names its column."""
        at = self.table.task if self.table else None
        if at is None or at >= len(cells) or not self.text[cells[at][0] : cells[at][1]].strip():
            return None
        return cells[at]

    def _leave_closing(self) -> None:
        """A table after the date or the word 附件 is an annex of its own, headed by the line before it."""
        if self.is_closed:
            self.is_closed = False
            self.stack.clear()
            if self.passed:
                self._push(Marker(Family.PART, 0, self.passed[0], self.passed[0]))
                self.items[-1].paragraphs.append(self.passed)

    def _take_cell(self, start: int, end: int) -> bool:
        """A cell on a line of its own: a column's name, or the running number that opens a row."""
        header = read_header_lines(self.text[begin:stop] for begin, stop in self._lines_from(start))
        if header:
            self._leave_closing()
            self._begin_cells(start, *header)
            return True
        cell = self.text[start:end].strip(_AROUND_NUMBER)
        if self.table is None or self.is_free or not self.table.is_numbered or not self._opens_row(start, cell):
            return False
        self.row = int(cell)
        self._push_row(start, ordinal=self.row)
        self.items[-1].columns = self.table
        self.items[-1].paragraphs.append((start, end))
        return True

    def _lines_from(self, start: int) -> Iterator[Span]:
        while start < self.stop:
            end = self.text.find("\n", start, self.stop)
            end = self.stop if end < 0 else end
            yield start, end
            start = end + 1

    def _begin_cells(self, start: int, columns: Columns, taken: int) -> None:
        """Begin a table whose cells stand one a line; where no number follows its header, its rows bear none."""
        lines = list(islice(self._lines_from(start), taken + 3))
        self.header_end = lines[taken - 1][1] + 1
        follows = [self.text[slice(*line)].strip(_AROUND_NUMBER) for line in lines[taken:]]
        self.table = columns
        self.is_free = bool(columns.roles) and not any(cell.isdecimal() for cell in follows)
        self.free_row = None

    def _take_free_cell(self, columns: Columns, start: int, end: int) -> bool:
        """A cell of a row without a running number: a text after cells of units or times begins the next row."""
        marker = read_marker(self.text, start, end)
        row = self.free_row or FreeRow(self.text, columns)
        if is_note(self.text, start, end) or (row.is_whole() and is_closing(self.text, start, end)):
            self.table, self.is_free = None, False
            return False
        if (marker and marker.family < Family.ROW) or is_statement_line(
            self.text, marker.end if marker else start, end
        ):
            self.free_row = None
            return False
        opens = row.opens_with(start, end)
        if self.free_row is None or (opens and row.is_answered):
            self._push_row(start, ordinal=len(self.items))
            self.items[-1].columns, self.items[-1].heading = columns, (start, end)
            row = self.free_row = FreeRow(self.text, columns, self.items[-1].paragraphs)
        row.cells.append((start, end))
        row.is_answered = row.is_answered or not opens
        return True

    def _return_to_row(self) -> None:
        """A cell of units after the numbered parts of another cell is the row's."""
        rows = [at for at, index in enumerate(self.stack) if self.items[index].columns]
        if rows:
            del self.stack[rows[-1] + 1 :]

    def _opens_row(self, start: int, cell: str) -> bool:
        """Whether a cell is the next running number, the first of a new count, or a late one given twice by mistake."""
        if not cell.isdecimal() or len(cell) > 4 or self._awaits_points():
            return False
        number = int(cell)
        if self.row == 0 and self._counts_on(start, number):  # a part of a longer table: its count goes on
            return True
        return number in (1, self.row + 1) or number == self.row > 9 or (number == self.row + 2 > 3 and len(cell) > 1)

    def _counts_on(self, start: int, number: int) -> bool:
        """Whether the count of a part of a table begins here: right below its header, or where the next one follows."""
        if start == self.header_end > 0:
            return not _SUM.search(self.text, max(0, start - SHORT_CELL), start)
        following = islice(self._lines_from(start), 1, _MOST_LINES_OF_ROW)
        cells = (self.text[slice(*line)].strip(_AROUND_NUMBER) for line in following)
        return any(cell.isdecimal() and len(cell) < 5 and int(cell) == number + 1 for cell in cells)

    def _awaits_points(self) -> bool:
        """Whether the open row still lacks its points: the number that comes next is theirs."""
        row = self.items[-1] if self.items else None
        if row is None or row.columns is not self.table or self.table is None or Kind.POINTS not in self.table.kinds:
            return False
        if len(row.paragraphs) > self.table.count:
            return False
        cells = [self.text[slice(*line)] for line in row.paragraphs]
        return len(cells) >= self.table.kinds.index(Kind.POINTS) and not any(map(is_points_cell, cells[1:]))

    def _push_row(self, start: int, *, ordinal: int) -> None:
        self._push(Marker(Family.ROW, ordinal, start, start))
        self.items[-1].is_due = self.table is not None and self.table.is_due

    def _unit_marker(self, start: int, end: int) -> Marker | None:
        """A line that begins with units and a colon (县公安局：负责…), or one of a series, is an item of theirs."""
        if start in self.record_lines:
            return Marker(Family.TASK, 0, start, self.record_lines[start])
        if start in self.time_lines:
            return Marker(Family.TIME, 0, start, start)
        if start in self.unit_lines:
            return Marker(Family.UNIT, 0, start, start)
        colon = _COLON.search(self.text, start, min(end, start + 40))
        if not colon or end - colon.end() < 4 or not read_heading_units(self.text, start, end):
            return None
        return Marker(Family.UNIT, 0, start, start)

    def _open(self) -> Item:
        return self.items[self.stack[-1]] if self.stack else self.items[0]

    def _real(self, marker: Marker, end: int) -> Marker:
        """The number that goes on with its series, where another stands for it: 5、三是…, or 五、 between 4. and 6."""
        second = read_marker(self.text, marker.end, end)
        if second and self._goes_on(second) and not self._goes_on(marker):
            self.strays.append((marker.start, marker.end))
            return second
        is_chinese = marker.family is Family.CHINESE and marker.ordinal > 2
        if is_chinese and not self._goes_on(marker) and self.digit + 1 == marker.ordinal:
            return replace(marker, family=Family.DIGIT)
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
        self.digit = marker.ordinal if marker.family is Family.DIGIT else self.digit

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
        for marker in inline_markers(self.text, body, end, self._open().marker, begun=body > start):
            if start < marker.start:
                self._open().paragraphs.append((start, marker.start))
            self._push(marker)
            start = marker.start
        self._open().paragraphs.append((start, end))
