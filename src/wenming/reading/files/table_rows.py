"""A table with merged cells as lines: one row a line, cells parted by tabs.

- A cell merged downwards is repeated in every row that it covers: each row says for itself who answers for it.
- A cell merged sideways stands once, in its first column; the others stay empty, so that columns keep their places.
- A row that is a single cell (a heading across the table, a frame around text) gives its paragraphs as lines.
- Columns in which no cell starts are left out; so are empty rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its paragraphs, the lines of what stands inside it (a table, a text box), its width in columns."""

    lines: list[str]
    inner: list[str]
    span: int = 1
    goes_on: bool = False  # it belongs to the cell above

    @property
    def text(self) -> str:
        """The paragraphs on one line."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True, slots=True)
class Row:
    """One row: how many columns stand empty before its first cell, and its cells."""

    skipped: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class _Placed:
    row: Row
    texts: dict[int, str]  # by column


def lines_of_table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table, in the order of its rows."""
    placed = list(_place(rows))
    columns = sorted({column for each in placed for column in each.texts})
    for each in placed:
        yield from _lines_of_row(each, columns)


def _place(rows: Iterable[Row]) -> Iterator[_Placed]:
    above: dict[int, str] = {}
    for row in rows:
        column = row.skipped
        texts: dict[int, str] = {}
        for cell in row.cells[:MOST_COLUMNS]:
            texts[column] = above.get(column, "") if cell.goes_on else cell.text
            column += min(max(cell.span, 1), MOST_COLUMNS)
        above = texts
        yield _Placed(row, texts)


def _lines_of_row(placed: _Placed, columns: list[int]) -> Iterator[str]:
    cells = placed.row.cells
    if len(cells) == 1 and not cells[0].goes_on:
        yield from cells[0].lines
    elif any(placed.texts.values()):
        yield "\t".join(placed.texts.get(column, "") for column in columns).rstrip("\t")
    for cell in cells:
        yield from cell.inner


def fill(rows: list[list[str]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Repeat, in place, each merged cell downwards in its first column; ranges are (row, column) corners, inclusive."""
    for (top, left), (bottom, _right) in merged:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                if left < len(row):
                    row[left] = row[left] or rows[top][left]
