"""The responsibility table 责任分解表 as an Excel workbook: rows in, bytes out; cell text is never a formula."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wenming.reading.rows import DoubtRow, Row
from wenming.reading.words import COLUMN_WORDS, GRADE_WORDS

LONGEST_CELL = 32_000  # characters; Excel takes 32,767 UTF-16 units
_A3 = 8
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")
_LONGEST_TITLE = 100  # characters above a page, each & doubled; Excel's limit is 255


Cell = str | int | float | date | None
COLUMNS = (
    "number", "chapter", "measure", "lead", "responsible", "cooperating", "supervising", "frequency", "target", "due",
    "coverage", "text",
)  # fmt: skip
_DOUBT_COLUMNS = ("line", "grade", "quote", "sentence")
_WIDTHS = {
    "number": 6, "chapter": 22, "measure": 32, "lead": 18, "responsible": 26, "cooperating": 24, "supervising": 18,
    "frequency": 16, "target": 18, "due": 18, "coverage": 16, "text": 60,
    "unit": 18, "role": 8, "remark": 20, "month": 10, "first_day": 12, "last_day": 12, "quoted_date": 20, "rhythm": 12,
    "code": 10, "standard": 46, "wanted": 46, "points": 10, "known": 12, "score": 10, "rate": 10, "working": 50,
    "line": 8, "grade": 10, "quote": 48, "sentence": 90,
}  # characters  # fmt: skip
_USUAL_WIDTH = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook: its columns by the names of ``reading.words``, and for each row what stands in them.

    ``heads``: what stands above the columns that are called otherwise, or have no name there.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Mapping[str, Cell]]
    heads: Mapping[str, str] = field(default_factory=dict)


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook's cells."""

    head: Format
    cell: Format
    day: Format
    quoted: Format  # text that looks like a formula: Excel keeps it text also when someone edits the cell


def columns_for(rows: Iterable[Row]) -> tuple[str, ...]:
    """The columns of a table: 督查单位 only where a unit supervises."""
    has_supervisor = any(row.supervising for row in rows)
    return tuple(column for column in COLUMNS if column != "supervising" or has_supervisor)


def workbook(rows: Sequence[Row], doubts: Sequence[DoubtRow], *, title: str, language: str = "zh") -> bytes:
    """The ``.xlsx`` file: a sheet with the responsibility table, and one with the doubts where there are any."""
    is_english = language.startswith("en")
    columns = columns_for(rows)
    sheets = [Sheet("Responsibilities" if is_english else "责任分解表", columns, cells_of(rows, columns))]
    if doubts:
        named = [replace(doubt, grade=GRADE_WORDS[doubt.grade][is_english]) for doubt in doubts]
        sheets.append(Sheet("Doubts" if is_english else "存疑", _DOUBT_COLUMNS, cells_of(named, _DOUBT_COLUMNS)))
    return write_workbook(sheets, title=title, language=language)


def cells_of(rows: Iterable[Row | DoubtRow], columns: Sequence[str]) -> list[dict[str, Cell]]:
    """What stands in these columns of each row."""
    return [{column: getattr(row, column) for column in columns} for row in rows]


def write_workbook(sheets: Iterable[Sheet], *, title: str, language: str = "zh") -> bytes:
    """The ``.xlsx`` file of these sheets, each ready to filter and to print under the title."""
    is_english = language.startswith("en")
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": cell_text(title)})
        looks = _looks(book)
        for sheet in sheets:
            written = book.add_worksheet(sheet.name)
            _write(written, looks, sheet, is_english=is_english)
            _for_print(written, title, is_english=is_english)
    return buffer.getvalue()


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    plain = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
    return _Looks(
        head=book.add_format({**plain, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F3EFEA"}),
        cell=book.add_format({**plain, "valign": "top"}),
        day=book.add_format({**plain, "valign": "top", "num_format": "yyyy-mm-dd"}),
        quoted=book.add_format({**plain, "valign": "top", "quote_prefix": True}),
    )


def _write(written: Worksheet, looks: _Looks, sheet: Sheet, *, is_english: bool) -> None:
    """The head, the rows, and what makes a long table easy to use: frozen head, filter, widths."""
    for place, column in enumerate(sheet.columns):
        head = sheet.heads.get(column) or COLUMN_WORDS[column][is_english]
        written.set_column(place, place, _WIDTHS.get(column, _USUAL_WIDTH))
        written.write_string(0, place, cell_text(head), looks.head)
    for number, row in enumerate(sheet.rows, start=1):
        for place, column in enumerate(sheet.columns):
            _write_cell(written, number, place, row[column], looks)
    written.freeze_panes(1, 1)
    written.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Cell, looks: _Looks) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, looks.cell)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, looks.day)
    else:
        write_text(sheet, row, column, value or "", looks=(looks.cell, looks.quoted))


def write_text(sheet: Worksheet, row: int, column: int, text: str, *, looks: tuple[Format, Format]) -> None:
    """Write a text that stays one, also when somebody edits the cell.

    ``looks``: of a plain text, and of one that looks like a formula, which has ``quote_prefix``.
    """
    clean, (plain, quoted) = cell_text(text), looks
    if clean:
        sheet.write_string(row, column, clean, quoted if clean.startswith(FORMULA_SIGNS) else plain)
    else:
        sheet.write_blank(row, column, None, plain)


def cell_text(text: str) -> str:
    """The text as a cell can hold it: no control characters, one kind of line end, no longer than Excel allows."""
    clean = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean) > LONGEST_CELL:
        clean = f"{clean[: LONGEST_CELL - 1]}…"
    # xlsxwriter takes a string between these tags for its own rich text and writes it unescaped
    return f"{clean} " if clean.startswith("<r>") and clean.endswith("</r>") else clean


def _for_print(sheet: Worksheet, title: str, *, is_english: bool) -> None:
    """A3 across, one page wide, the head on every page, the title above and the page's number below."""
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    shown = " ".join(cell_text(title).split())[:_LONGEST_TITLE].replace("&", "&&")
    sheet.set_header(f'&C&"宋体,Bold"{shown}')
    sheet.set_footer("&CPage &P of &N" if is_english else "&C第 &P 页，共 &N 页")
