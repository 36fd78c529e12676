"""Which items a table holds and which stand under which: from columns, from stretched cells, or from codes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from wenming.rules.frameworks.model import Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.sheets.codes import Code, Depths, code_of, numbered, split_code
from wenming.rules.frameworks.sheets.columns import Matching, Means
from wenming.rules.frameworks.sheets.faults import Remark
from wenming.rules.frameworks.sheets.grid import Grid, Row, cell_name
from wenming.rules.seen import one_line

_SUMS = re.compile("(合计|总计|小计|总分)[:：]?")
_NOTES = re.compile(r"(注|备注|说明|填表\w{0,6})[0-9]?[:：]")
_SHOWN = 30  # characters of what was left out


@dataclass(eq=False, slots=True)
class Node:
    """An item on its way: where it stands, its code and title, and what the cells beside it say of it."""

    row: int
    column: int
    depth: int
    code: Code | None
    title: str
    above: "Node | None"
    number: int = 0  # of a numbered line that shares its cell with others
    last: int = 0  # the last row that is its own, or of an item below it
    below: "list[Node]" = field(default_factory=list)
    points: Fraction | None = None
    texts: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    evidence: list[Wanted] = field(default_factory=list)
    checks: list[SiteCheck] = field(default_factory=list)
    survey: list[Question] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    @property
    def cell(self) -> str:
        """Where it stands, as Excel calls it."""
        return cell_name(self.row, self.column)

    def walk(self) -> "Iterator[Node]":
        """This item and those below it."""
        yield self
        for one in self.below:
            yield from one.walk()


@dataclass(slots=True)
class Structure:
    """The items of a table, those that stand under nothing, and whose each row is."""

    grid: Grid
    matching: Matching
    tops: list[Node] = field(default_factory=list)
    owners: dict[int, list[Node]] = field(default_factory=dict)
    faults: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _path: list[Node] = field(default_factory=list)
    _depths: Depths = field(default_factory=Depths)

    def read(self) -> None:
        """Go through the rows."""
        heads = tuple(row.cells for row in self.grid.rows if row.number <= self.matching.head)
        for row in self.grid.rows:
            if row.number > self.matching.head and row.filled and row.cells not in heads:
                self._row(row)

    def _row(self, row: Row) -> None:
        if self._is_no_item(row):
            text = row.text(row.filled[0])[:_SHOWN]
            self.remarks.append(Remark(cell_name(row.number, row.filled[0]), "left_out", {"text": text}))
            return
        made = list(self._made(row))
        self.owners[row.number] = made or self._path[-1:]
        for node in (*made, *self._path):
            node.last = row.number

    @staticmethod
    def _is_no_item(row: Row) -> bool:
        """Sums, and notes that stand in a row alone."""
        text = row.text(row.filled[0])
        return bool(_SUMS.fullmatch(text) or (len(row.filled) == 1 and _NOTES.match(text)))

    def _made(self, row: Row) -> Iterator[Node]:
        """The deepest items that begin in this row: one, or several that share a cell."""
        if self._is_heading(row):
            column = row.filled[0]
            code, title = split_code(row.text(column))
            yield self._open(
                row, column, self._depths.of(code) + 1 if code and self.matching.by_codes else 0, code, title
            )
        elif self.matching.by_codes:
            yield from self._by_code(row)
        else:
            yield from self._by_columns(row)

    def _is_heading(self, row: Row) -> bool:
        """Whether the row is a heading across the table."""
        if len(row.filled) != 1:
            return False
        _top, _bottom, left, right = self.grid.stretched(row.number, row.filled[0])
        return right > left

    def _by_columns(self, row: Row) -> Iterator[Node]:
        levels = self.matching.of(Means.LEVEL)
        begun = [
            (depth, column)
            for depth, column in enumerate(levels, start=1)
            if row.text(column) and not self.grid.goes_on(row.number, column)
        ]
        if not begun:
            self._expect_no_code(row)
        for place, (depth, column) in enumerate(begun, start=1):
            is_last = place == len(begun)
            code = self._code_beside(row, column, is_last=is_last)
            if self._stands_open(row.text(column), code, depth) and (not is_last or depth == len(levels)):
                continue
            if is_last and depth == len(levels):
                yield from self._opened(row, column, depth, code)
            else:
                node = self._open(row, column, depth, *_titled(row.text(column), code))
                if is_last:
                    yield node

    def _expect_no_code(self, row: Row) -> None:
        for column in self.matching.of(Means.CODE):
            goes_on = any(self.grid.goes_on(row.number, level) for level in self.matching.of(Means.LEVEL))
            if row.text(column) and not goes_on:
                about = {"item": row.text(column)}
                self.faults.append(Remark(cell_name(row.number, column), "no_title", about))

    def _code_beside(self, row: Row, column: int, *, is_last: bool) -> str:
        """The code of the item in that column; of several columns of codes the nearest to the left is its own."""
        columns = self.matching.of(Means.CODE)
        if len(columns) == 1:
            return row.text(columns[0]) if is_last else ""
        before = [level for level in self.matching.of(Means.LEVEL) if level < column]
        own = [one for one in columns if max(before, default=-1) < one < column]
        return row.text(own[-1]) if own else ""

    def _stands_open(self, text: str, code: str, depth: int) -> bool:
        """Whether the cell only repeats the item under which the rows stand already."""
        return any(node.depth == depth and _said(node) == _told(*_titled(text, code)) for node in self._path)

    def _by_code(self, row: Row) -> Iterator[Node]:
        column = self.matching.of(Means.LEVEL)[0]
        if not row.text(column) or self.grid.goes_on(row.number, column):
            self._expect_no_code(row)
            return
        written = next((row.text(one) for one in self.matching.of(Means.CODE) if row.text(one)), "")
        code, title = _titled(row.text(column), written)
        if self._path and _said(self._path[-1]) == _told(code, title):
            return
        if code is None:
            self.faults.append(Remark(cell_name(row.number, column), "no_level"))
            return
        yield from self._opened(row, column, self._depths.of(code) + 1, written)

    def _opened(self, row: Row, column: int, depth: int, written: str) -> Iterator[Node]:
        """The item of a cell; or several, where its numbered lines are items of their own."""
        text = row.text(column)
        before, texts = numbered(text) if self.matching.splits and not self._is_coded(written) else (text, {})
        if len(texts) < 2:
            yield self._open(row, column, depth, *_titled(text, written))
            return
        if before:
            self._open(row, column, depth, *_titled(before.rstrip(":："), written))
        for number, one in texts.items():
            local = Code(f"{number})", "bracket")
            yield self._open(row, column, depth + bool(before), local, one_line(one), number)

    def _is_coded(self, written: str) -> bool:
        return bool(written) and not self.matching.by_codes

    def _open(self, row: Row, column: int, depth: int, code: Code | None, title: str, number: int = 0) -> Node:
        """Begin an item; those as deep and deeper are closed by it."""
        while self._path and self._path[-1].depth >= depth:
            self._path.pop()
        above = self._path[-1] if self._path else None
        node = Node(row.number, column, depth, code, title, above, number, row.number)
        (above.below if above else self.tops).append(node)
        self._path.append(node)
        return node


def _titled(text: str, written: str) -> tuple[Code | None, str]:
    """The code of an item and its title; ``written``: the code in a column of its own."""
    if written:
        code = code_of(written)
        known = code if code and code.text == written else Code(written, "")
        return replace(known, is_apart=True), one_line(text)
    code, title = split_code(text)
    return code, one_line(title)


def _said(node: Node) -> tuple[str, str]:
    return _told(node.code, node.title)


def _told(code: Code | None, title: str) -> tuple[str, str]:
    return (code.text if code else ""), title
