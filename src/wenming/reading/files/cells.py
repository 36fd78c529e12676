"""A spreadsheet as its cells, each as text: for workbooks whose columns we know, read inside the fence.

A formula gives the value that was stored with it and is never worked out; text that looks like one stays text.
"""

import datetime
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum

from wenming.reading.files import fence
from wenming.reading.files.kinds import ZIP_MAGIC, Kind, kind_of
from wenming.reading.files.package import Package
from wenming.reading.files.sheet_looks import merged_in_ods
from wenming.reading.files.sheets import Range, Value
from wenming.reading.model import UnreadableDocument

MOST_CELLS = 2_000_000  # empty ones between two that are filled included


@dataclass(frozen=True, slots=True)
class Line:
    """A row that holds something: its number as Excel counts, and its cells from the first column on."""

    number: int
    cells: tuple[str, ...]


Merged = tuple[int, int, int, int]  # the first and the last row, as Excel counts; the first and the last column from 0


@dataclass(frozen=True, slots=True)
class CellSheet:
    """A sheet by its name; rows that hold nothing are left out. ``merged``: what a cell is stretched over."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[Merged, ...] = ()


def open_cells(data: bytes, *, name: str) -> list[CellSheet]:
    """The sheets of a workbook, hidden ones too. Raises ``UnreadableDocument``, ``file_no_sheets`` for other files."""
    if kind_of(data, name) is not Kind.SHEETS:
        raise UnreadableDocument("file_no_sheets")
    sheets = json.loads(fence.read_inside("wenming.reading.files.cells", data))
    return [
        CellSheet(
            sheet["name"],
            tuple(Line(number, tuple(cells)) for number, cells in sheet["lines"]),
            tuple((top, bottom, left, right) for top, bottom, left, right in sheet["merged"]),
        )
        for sheet in sheets
    ]


def read_cells(data: bytes) -> str:
    """The sheets as JSON. Raises ``UnreadableDocument``."""
    package = Package(data) if data.startswith(ZIP_MAGIC) else None  # refuses bombs before anything is unpacked
    more_merged = merged_in_ods(package) if package else {}
    try:
        with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
            names = [one.name for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            sheets = [_told(name, workbook.get_sheet_by_name(name), more_merged.get(name, [])) for name in names]
    except python_calamine.PasswordError as error:
        raise UnreadableDocument("file_locked") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableDocument("file_damaged") from error
    return json.dumps(sheets, ensure_ascii=False, separators=(",", ":"))


def _told(name: str, sheet: CalamineSheet, more_merged: list[Range]) -> dict[str, object]:
    merged = [
        (top + 1, bottom + 1, left, right)
        for (top, left), (bottom, right) in [*(sheet.merged_cell_ranges or []), *more_merged]
    ]
    return {"name": _storable(name), "lines": list(_lines(sheet)), "merged": merged}


def _lines(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    if sheet.height * sheet.width > MOST_CELLS:
        raise UnreadableDocument("file_demanding")
    _first_row, first_column = sheet.start or (0, 0)
    before = [""] * first_column
    for number, values in enumerate(sheet.iter_rows(), 1):  # from the top of the sheet, but from its first column
        cells = [as_text(value) for value in values]
        if any(cells):
            yield number, before + cells


def as_text(value: Value) -> str:
    """``value`` as somebody would have typed it: days as 2026-03-05, whole numbers without a point."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else _storable(str(value))


def _storable(text: str) -> str:
    """The text without NUL, which a file may write as ``_x0000_`` and PostgreSQL keeps nowhere."""
    return text.replace("\0", "")


if __name__ == "__main__":
    fence.answer(read_cells)
