"""The responsibility table 责任分解表 as an Excel workbook: rows in, bytes out; cell text is never a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wenming.reading.rows import DoubtRow, Row
from wenming.reading.words import GRADE_WORDS

LONGEST_CELL = 32_000  # characters; Excel takes 32,767 UTF-16 units
_A3 = 8
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n")
_LONGEST_TITLE = 100  # characters above a page, each & doubled; Excel's limit is 255


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field of the row it shows, its head in Chinese and English, its width in characters."""

    field: str
    chinese: str
    english: str
    width: int


COLUMNS = (
    Column("number", "序号", "No.", 6),
    Column("chapter", "章节", "Chapter", 22),
    Column("measure", "措施", "Measure", 32),
    Column("lead", "牵头单位", "Lead", 18),
    Column("responsible", "责任单位", "Responsible", 26),
    Column("cooperating", "配合单位", "Cooperating", 24),
    Column("supervising", "督查单位", "Supervising", 18),
    Column("frequency", "频次", "How often", 16),
    Column("target", "目标", "Target", 18),
    Column("due", "时限", "By when", 18),
    Column("coverage", "覆盖", "Coverage", 16),
    Column("text", "原文", "Text", 60),
)
DOUBT_COLUMNS = (
    Column("line", "行", "Line", 8),
    Column("grade", "程度", "Grade", 10),
    Column("quote", "原文", "Text", 48),
    Column("sentence", "需要核对的事项", "What to check", 90),
)


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
    quoted: Format  # text that looks like a formula: Excel keeps it text also when someone edits the cell


def columns_for(rows: Iterable[Row]) -> tuple[Column, ...]:
    """The columns of a table: 督查单位 only where a unit supervises."""
    has_supervisor = any(row.supervising for row in rows)
    return tuple(column for column in COLUMNS if column.field != "supervising" or has_supervisor)


def workbook(rows: Sequence[Row], doubts: Sequence[DoubtRow], *, title: str, language: str = "zh") -> bytes:
    """The ``.xlsx`` file: a sheet with the responsibility table, and one with the doubts where there are any."""
    is_english = language.startswith("en")
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": cell_text(title)})
        looks = _looks(book)
        sheet = book.add_worksheet("Responsibilities" if is_english else "责任分解表")
        _write(sheet, looks, columns_for(rows), rows, is_english=is_english)
        _for_print(sheet, title, is_english=is_english)
        if doubts:
            sheet = book.add_worksheet("Doubts" if is_english else "存疑")
            _write(
                sheet,
                looks,
                DOUBT_COLUMNS,
                [_named(doubt, is_english=is_english) for doubt in doubts],
                is_english=is_english,
            )
            _for_print(sheet, title, is_english=is_english)
    return buffer.getvalue()


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    plain = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
    return _Looks(
        head=book.add_format({**plain, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F3EFEA"}),
        cell=book.add_format({**plain, "valign": "top"}),
        quoted=book.add_format({**plain, "valign": "top", "quote_prefix": True}),
    )


def _named(doubt: DoubtRow, *, is_english: bool) -> DoubtRow:
    return replace(doubt, grade=GRADE_WORDS[doubt.grade][is_english])


def _write(
    sheet: Worksheet, looks: _Looks, columns: Sequence[Column], rows: Iterable[Row | DoubtRow], *, is_english: bool
) -> None:
    """The head, the rows, and what makes a long table easy to use: frozen head, filter, widths."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.english if is_english else column.chinese, looks.head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            _write_cell(sheet, last, place, getattr(row, column.field), looks)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_cell(sheet: Worksheet, row: int, column: int, value: str | int, looks: _Looks) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value, looks.cell)
    else:
        _write_text(sheet, row, column, cell_text(value), looks)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, looks: _Looks) -> None:
    if text:
        sheet.write_string(row, column, text, looks.quoted if text.startswith(_FORMULA_SIGNS) else looks.cell)
    else:
        sheet.write_blank(row, column, None, looks.cell)


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
