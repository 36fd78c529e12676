"""The responsibility table 责任分解表 as an Excel workbook: rows in, bytes out; cell text is never a formula."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wenming.reading.rows import DoubtRow, Row

LONGEST_CELL = 32_767  # characters; Excel takes no more
_A3 = 8
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_HEADER = 200  # characters; Excel's limit for a page's head is 255, its codes included


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
_GRADES = {"error": ("错误", "error"), "warn": ("提醒", "note"), "hint": ("建议", "hint")}


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
        book.set_properties({"title": _cell_text(title)[:LONGEST_CELL]})
        looks = _looks(book)
        sheet = book.add_worksheet("Responsibilities" if is_english else "责任分解表")
        _write(sheet, looks, columns_for(rows), rows, is_english=is_english)
        _for_print(sheet, title, is_english=is_english)
        if doubts:
            sheet = book.add_worksheet("Doubts" if is_english else "存疑")
            _write(sheet, looks, DOUBT_COLUMNS, [_named(doubt, is_english) for doubt in doubts], is_english=is_english)
            _for_print(sheet, title, is_english=is_english)
    return buffer.getvalue()


_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
