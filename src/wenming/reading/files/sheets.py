"""Spreadsheets (.xlsx, .xls, .et, .ods): every visible sheet, one row a line, cells parted by tabs.

Values are shown as the sheet shows them: dates as 2026年6月30日, shares as 95%. Formulas give the value that was stored
with them and are never worked out.
"""

import datetime
import io
from collections.abc import Iterator

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from wenming.reading.files import fence
from wenming.reading.files.kinds import ZIP_MAGIC
from wenming.reading.files.package import Package
from wenming.reading.files.sheet_looks import Look, Place, merged_in_ods, read_looks
from wenming.reading.files.table_rows import Cell, Row, lines_of_table
from wenming.reading.model import UnreadableDocument

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
Range = tuple[Place, Place]  # two corners, both inside


def read_sheets(data: bytes) -> str:
    """The text of a spreadsheet. Raises ``UnreadableDocument``."""
    package = Package(data) if data.startswith(ZIP_MAGIC) else None
    looks = read_looks(package) if package else {}
    merged = merged_in_ods(package) if package else {}
    try:
        with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
            texts = [
                (name, list(_lines(sheet, looks.get(name, {}), merged.get(name, []))))
                for name, sheet in _visible(workbook)
            ]
    except python_calamine.PasswordError as error:
        raise UnreadableDocument("file_locked") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableDocument("file_damaged") from error
    filled = [(name, lines) for name, lines in texts if lines]
    if len(filled) == 1:
        return "\n".join(filled[0][1])
    return "\n\n".join("\n".join([name, *lines]) for name, lines in filled)


def _visible(workbook: CalamineWorkbook) -> Iterator[tuple[str, CalamineSheet]]:
    for sheet in workbook.sheets_metadata:
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
            yield sheet.name, workbook.get_sheet_by_name(sheet.name)


def _lines(sheet: CalamineSheet, looks: dict[Place, Look], more_merged: list[Range]) -> Iterator[str]:
    first_row, first_column = sheet.start or (0, 0)
    merged = [*(sheet.merged_cell_ranges or []), *more_merged]
    starts = dict(merged)
    covered = _covered_below(merged, first_row + sheet.height)
    rows = []
    for row, values in enumerate(sheet.to_python(), first_row):
        rows.append(Row(0, list(_cells(values, row, first_column, (starts, covered, looks)))))
    return lines_of_table(rows)


_About = tuple[dict[Place, Place], dict[Place, int], dict[Place, Look]]


def _cells(values: list[Value], row: int, first_column: int, about: _About) -> Iterator[Cell]:
    starts, covered, looks = about
    column = first_column
    while column - first_column < len(values):
        place = (row, column)
        value = values[column - first_column]
        end = starts.get(place, place)
        width = covered.get(place, end[1] - column + 1)
        lines = [line.strip() for line in shown(value, looks.get(place)).splitlines()]
        yield Cell([line for line in lines if line], [], max(width, 1), goes_on=place in covered)
        column += max(width, 1)


def _covered_below(merged: list[Range], height: int) -> dict[Place, int]:
    """The first places of the rows that a cell merged downwards covers, with its width."""
    return {
        (row, left): right - left + 1
        for (top, left), (bottom, right) in merged
        for row in range(top + 1, min(bottom, height) + 1)
    }


def shown(value: Value, look: Look | None = None) -> str:
    """``value`` as a clerk would read it from the sheet; ``look`` is its cell's number format where that matters."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{value * 100:.10g}%" if look is Look.PERCENT else f"{value:.12g}"
    if isinstance(value, datetime.datetime):
        time = f" {value:%H:%M}" if value.time() != datetime.time() else ""
        return shown_date(value.date(), look) + time
    if isinstance(value, datetime.date):
        return shown_date(value, look)
    return f"{value:%H:%M}" if isinstance(value, datetime.time) else str(value)


def shown_date(day: datetime.date, look: Look | None = None) -> str:
    """``day`` in the parts that its cell shows: 2026年6月30日, 2026年6月, 6月30日."""
    year, month, in_month = f"{day.year}年", f"{day.month}月", f"{day.day}日"
    if look is Look.MONTH:
        return year + month
    return month + in_month if look is Look.DAY_OF_YEAR else year + month + in_month


if __name__ == "__main__":
    fence.answer(read_sheets)
