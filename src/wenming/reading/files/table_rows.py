"""A table with merged cells as lines: one row a line, cells parted by tabs.

- A cell merged downwards is repeated in every row that it covers: each row says for itself who answers for it.
- A cell merged sideways stands once, in its first column; the others stay empty, so that columns keep their places.
- A row that is a single cell (a heading across the table, a frame around text) gives its paragraphs as lines.
- A heading of two tiers becomes one row, so that it names each column.
- Columns in which no cell starts are left out; so are empty rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenming.reading.model import UnreadableDocument

MOST_COLUMNS = 500
_FIRST_ROWS = 3  # of a table hold its title and its heading
_LONGEST_HEAD = 16  # characters that name a column
_WHOLE_NAME = 4  # characters: 牵头单位 names a column by itself, 牵头 does not
MOST_REPEATED = 1_000_000  # characters that merged cells may add to a table
_CELL = 10  # characters: what a cell costs that adds none


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
    placed = _join_tiers(list(_place(rows)))
    columns = sorted({column for each in placed for column, text in each.texts.items() if text})
    for each in placed:
        yield from _lines_of_row(each, columns)


def _place(rows: Iterable[Row]) -> Iterator[_Placed]:
    above: dict[int, str] = {}
    repeated = 0
    for row in rows:
        column = row.skipped
        texts: dict[int, str] = {}
        for cell in row.cells[:MOST_COLUMNS]:
            texts[column] = above.get(column, "") if cell.goes_on else cell.text
            column += min(max(cell.span, 1), MOST_COLUMNS)
        above = texts
        repeated += sum(
            _CELL + len(text) for text, cell in zip(texts.values(), row.cells, strict=False) if cell.goes_on
        )
        if repeated > MOST_REPEATED:
            raise UnreadableDocument("file_bomb")
        yield _Placed(row, texts)


def _join_tiers(placed: list[_Placed]) -> list[_Placed]:
    """A heading of two tiers as one row: 责任单位 over 牵头 and 配合 becomes 牵头单位 and 配合单位."""
    joined: list[_Placed] = []
    for each in placed:
        if 0 < len(joined) <= _FIRST_ROWS and _is_upper_tier(joined[-1].row, each.row):
            joined[-1] = _Placed(each.row, _joined(joined[-1], each))
        else:
            joined.append(each)
    return joined


def _is_upper_tier(upper: Row, lower: Row) -> bool:
    """Whether each cell of ``upper`` is either merged down into ``lower`` or merged sideways over cells of it."""
    if not all(cell.goes_on or 0 < len(cell.text) <= _LONGEST_HEAD for cell in lower.cells):
        return False
    below = dict(zip(_starts(lower), lower.cells, strict=True))
    kinds = set()
    for column, cell in zip(_starts(upper), upper.cells, strict=True):
        under = below.get(column)
        if under is None or not cell.lines:
            return False
        is_over_parts = cell.span > 1 and under.span < cell.span and not under.goes_on
        if not under.goes_on and not is_over_parts:
            return False
        kinds.add(under.goes_on)
    return kinds == {True, False}


def _starts(row: Row) -> list[int]:
    starts = [row.skipped]
    for cell in row.cells:
        starts.append(starts[-1] + cell.span)
    return starts[:-1]


def _joined(upper: _Placed, lower: _Placed) -> dict[int, str]:
    heads = dict(zip(_starts(upper.row), upper.row.cells, strict=True))
    texts: dict[int, str] = {}
    head = Cell([], [])
    for column, cell in zip(_starts(lower.row), lower.row.cells, strict=True):
        head = heads.get(column, head)
        texts[column] = head.text if cell.goes_on else _under(head.text, cell.text)
    return texts


def _under(head: str, part: str) -> str:
    """The name of the column of ``part`` under ``head``: a part that is no whole name borrows the head's end."""
    return part if len(part) >= _WHOLE_NAME else part + head[-2:]


def _lines_of_row(placed: _Placed, columns: list[int]) -> Iterator[str]:
    cells = placed.row.cells
    if len(cells) == 1 and not cells[0].goes_on:
        yield from cells[0].lines
    elif any(placed.texts.values()):
        yield "\t".join(placed.texts.get(column, "") for column in columns).rstrip("\t")
    for cell in cells:
        yield from cell.inner
