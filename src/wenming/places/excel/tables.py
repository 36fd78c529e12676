"""The sheets of a workbook as tables: which sheet is which, where its heads stand, what nobody reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenming.places.excel.columns import COLUMNS, EXPLAINED, SHEETS, UNITS, in_all_languages, plain
from wenming.reading.files.cells import CellSheet, Line

_HEAD_WITHIN = 20  # rows from the top of a sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as Excel counts, and what stands in each column that the sheet has."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet that we know: its own name, where each of its columns is (from 0), its rows, columns it lacks."""

    key: str
    name: str
    places: Mapping[str, int]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]

    def cell(self, row: int, column: str) -> str:
        """The cell as Excel names it: C17; the first column where the sheet has no such one."""
        return f"{_letters(self.places.get(column, 0))}{row}"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A sheet that nobody reads, or a column of one; an empty ``column`` means the whole sheet."""

    sheet: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a workbook by their keys, and what is ignored."""

    tables: Mapping[str, Table]
    ignored: tuple[Ignored, ...]

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(len(table.rows) for table in self.tables.values())


def tables_of(sheets: Sequence[CellSheet]) -> Tables:
    """The tables of the sheets that are named as ours; where none is, of the first that has the heads of units."""
    names = {word: key for key, label in SHEETS.items() for word in in_all_languages(label)}
    named = {names[plain(sheet.name)]: sheet for sheet in reversed(sheets) if plain(sheet.name) in names}
    if not named:
        first = next((sheet for sheet in sheets if "name" in _heads(sheet, UNITS)[1]), None)
        named = {UNITS: first} if first else {}
    tables, ignored = {}, []
    for key, sheet in named.items():
        tables[key], others = _table(key, sheet)
        ignored += others
    known = {id(sheet) for sheet in named.values()}
    explained = in_all_languages(EXPLAINED)
    left = [one for one in sheets if id(one) not in known and plain(one.name) not in explained and one.lines]
    return Tables(tables, (*(Ignored(sheet.name) for sheet in left), *ignored))


def _table(key: str, sheet: CellSheet) -> tuple[Table, list[Ignored]]:
    at, places = _heads(sheet, key)
    head = sheet.lines[at].cells if at >= 0 else ()
    rows = tuple(_rows(sheet.lines[at + 1 :], places)) if places else ()
    missing = tuple(column.key for column in COLUMNS[key] if column.is_required and column.key not in places)
    unread = [word for place, word in enumerate(head) if word.strip() and place not in places.values()]
    return Table(key, sheet.name, places, rows, missing), [Ignored(sheet.name, word.strip()) for word in unread]


def _heads(sheet: CellSheet, key: str) -> tuple[int, dict[str, int]]:
    """Which line is the one with the heads, and where each column is: the line that knows the most of them."""
    words = {word: column.key for column in COLUMNS[key] for word in in_all_languages(column.head)}
    best: tuple[int, dict[str, int]] = (-1, {})
    for at, line in enumerate(sheet.lines[:_HEAD_WITHIN]):
        found: dict[str, int] = {}
        for place, cell in enumerate(line.cells):
            if (column := words.get(plain(cell))) and column not in found:
                found[column] = place
        if len(found) > len(best[1]):
            best = (at, found)
    return best


def _rows(lines: Sequence[Line], places: Mapping[str, int]) -> Iterator[Row]:
    for line in lines:
        values = {key: line.cells[place] if place < len(line.cells) else "" for key, place in places.items()}
        if any(value.strip() for value in values.values()):
            yield Row(line.number, values)


def _letters(place: int) -> str:
    """The letters of a column.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
