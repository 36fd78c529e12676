"""A sheet as rows of text, with what its cells are stretched over."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

MOST_ROWS = 20_000
MOST_COLUMNS = 60
_MOST_COVERED = 500_000  # places below stretched cells; a sheet that claims more is not looked at any further

Merged = tuple[int, int, int, int]  # first and last row as Excel counts, first and last column from 0
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as Excel counts, its cells from the first column on."""

    number: int
    cells: tuple[str, ...]

    def text(self, column: int) -> str:
        """What stands in a column, without blanks around it."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """The columns in which something stands."""
        return [column for column, cell in enumerate(self.cells) if cell.strip()]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet by its name; rows that hold nothing may be left out."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merged, ...] = ()
    _over: dict[Place, Merged] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_over", dict(self._covered()))

    def _covered(self) -> Iterator[tuple[Place, Merged]]:
        numbers, left_over = [row.number for row in self.rows], _MOST_COVERED
        for one in self.merged:
            top, bottom, left, right = one
            rows = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
            columns = range(left, min(right, self.width - 1) + 1)
            left_over -= len(rows) * len(columns)
            if left_over < 0:
                return
            yield from (((row, column), one) for row in rows for column in columns)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row.cells) for row in self.rows), default=0)

    def stretched(self, row: int, column: int) -> Merged:
        """Over what the cell is stretched that covers this place."""
        return self._over.get((row, column), (row, row, column, column))

    def goes_on(self, row: int, column: int) -> bool:
        """Whether a cell from further up goes on here."""
        return self.stretched(row, column)[0] < row


def cell_name(row: int, column: int) -> str:
    """The place as Excel calls it: C14."""
    return f"{xl_col_to_name(column)}{row}"
