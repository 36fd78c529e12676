"""Tables of a PDF page: the grid that ruled lines make, and which characters stand in which of its cells."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from wenming.reading.files.pdf_glyphs import Glyph
from wenming.reading.files.pdf_lines import Line, lines_of
from wenming.reading.files.pdf_rules import Rule
from wenming.reading.files.table_rows import Cell, Row

_TOUCH = 4.0  # points within which ruled lines meet, or are one line drawn twice
_COVERED = 0.6  # of a cell's side must be ruled to part it from its neighbour
_MOST_COLUMNS, _MOST_ROWS = 40, 300
_PADDING = 5.4  # points between a cell's side and its text
_CLOSING = frozenset("、，。；：！？）】》」』”’")

Place = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Table:
    """One table, or the part of it on one page."""

    page: int
    columns: tuple[float, ...]
    rows: list[Row]


class Grid:
    """The ruled lines of a table, from left to right and from top to bottom, and the characters of each cell."""

    def __init__(self, columns: list[float], rows: list[float], rules: list[Rule]) -> None:
        self.columns = columns
        self.rows = rows  # falling
        self._level = _by_line([rule for rule in rules if rule.is_level], rows)
        self._upright = _by_line([rule for rule in rules if not rule.is_level], columns)
        self._owners = self._find_owners()
        self._glyphs: dict[Place, list[Glyph]] = {}

    def _find_owners(self) -> dict[Place, Place]:
        """For each place the first place of the cell that it belongs to."""
        owners: dict[Place, Place] = {}
        for row in range(len(self.rows) - 1):
            for column in range(len(self.columns) - 1):
                owner = (row, column)
                if row and not self._is_parted(self._level[row], self.columns[column : column + 2]):
                    owner = owners[row - 1, column]
                elif column and not self._is_parted(self._upright[column], self.rows[row : row + 2]):
                    owner = owners[row, column - 1]
                owners[row, column] = owner
        return owners

    @staticmethod
    def _is_parted(rules: list[Rule], side: list[float]) -> bool:
        start, end = sorted(side)
        covered = sum(max(min(rule.end, end) - max(rule.start, start), 0) for rule in rules)
        return covered >= _COVERED * (end - start)

    def take(self, glyph: Glyph) -> bool:
        """Put ``glyph`` into its cell, where its middle stands in this table."""
        column = bisect_right(self.columns, (glyph.left + glyph.right) / 2) - 1
        row = bisect_right(self.rows, -glyph.middle, key=lambda height: -height) - 1
        owner = self._owners.get((row, column))
        if owner is not None:
            self._glyphs.setdefault(owner, []).append(glyph)
        return owner is not None

    def table(self, page: int) -> Table:
        """The rows, once all characters are in their cells."""
        return Table(page, tuple(self.columns), [self._row(row) for row in range(len(self.rows) - 1)])

    def _row(self, row: int) -> Row:
        cells = []
        column = 0
        while column < len(self.columns) - 1:
            owner = self._owners[row, column]
            end = column + 1
            while self._owners.get((row, end)) == owner:
                end += 1
            is_first = owner == (row, column)
            cells.append(Cell(self._lines(owner, end) if is_first else [], [], end - column, goes_on=owner[0] < row))
            column = end
        return Row(0, cells)

    def _lines(self, owner: Place, end: int) -> list[str]:
        width = self.columns[end] - self.columns[owner[1]] - 2 * _PADDING
        return list(_unwrapped(lines_of(0, self._glyphs.get(owner, [])), width))


def _unwrapped(lines: list[Line], width: float) -> Iterator[str]:
    """The paragraphs of a cell: a line goes on where not even one character more would have fitted."""
    if not lines:
        return
    text = lines[0].text
    for before, line in pairwise(lines):
        # Punctuation never starts a line and takes the character before it along; Latin stands off by a quarter.
        room = 2.0 if line.text[1:2] in _CLOSING else 1.0
        room += 0.25 if before.text[-1].isascii() != line.text[0].isascii() else 0.0
        if width - (before.right - before.left) < room * before.size:
            text += line.text
        else:
            yield text
            text = line.text
    yield text


def _by_line(rules: list[Rule], lines: list[float]) -> list[list[Rule]]:
    """For each of ``lines`` the rules that draw it."""
    return [[rule for rule in rules if abs(rule.at - line) <= _TOUCH] for line in lines]


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables that ``rules`` draw: at least two columns and two rows."""
    grids = []
    for group in _groups(rules):
        rows = _lines([rule.at for rule in group if rule.is_level])[::-1]
        columns = _lines([rule.at for rule in group if not rule.is_level])
        if 3 <= len(rows) <= _MOST_ROWS and 3 <= len(columns) <= _MOST_COLUMNS:
            grids.append(Grid(columns, rows, group))
    return grids


def _lines(places: list[float]) -> list[float]:
    """The places of lines, rising, those drawn twice taken once."""
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > _TOUCH:
            lines.append(place)
    return lines


def _groups(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Rules that overlap from top to bottom form one table."""
    group: list[Rule] = []
    floor = 0.0
    for rule in sorted(rules, key=_top, reverse=True):
        if group and _top(rule) < floor - _TOUCH:
            yield group
            group = []
        floor = min(floor, _bottom(rule)) if group else _bottom(rule)
        group.append(rule)
    if group:
        yield group


def _top(rule: Rule) -> float:
    return rule.at if rule.is_level else rule.end


def _bottom(rule: Rule) -> float:
    return rule.at if rule.is_level else rule.start


def joined(tables: list[Table]) -> list[Row]:
    """One table from its parts on successive pages: heads that each page repeats once, rows cut by a page whole."""
    rows = list(tables[0].rows)
    heads = [_texts(row) for row in tables[0].rows]
    for table in tables[1:]:
        more = [_texts(row) for row in table.rows]
        repeated = next((n for n, pair in enumerate(zip(heads, more, strict=False)) if pair[0] != pair[1]), 0)
        for number, row in enumerate(table.rows[repeated:]):
            if number == 0 and _goes_on(rows[-1], row):
                rows[-1] = _together(rows[-1], row)
            else:
                rows.append(row)
    return rows


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether a page cut through a row: below the cut its number is missing, or several cells are empty."""
    above, below = _texts(upper), _texts(lower)
    are_alike = [cell.span for cell in upper.cells] == [cell.span for cell in lower.cells]
    return are_alike and not below[0] and (above[0].isdecimal() or below.count("") > 1)


def _together(upper: Row, lower: Row) -> Row:
    pairs = zip(upper.cells, lower.cells, strict=True)
    return Row(0, [replace(one, lines=["".join([*one.lines, *two.lines])]) for one, two in pairs])
