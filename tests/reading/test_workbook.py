"""The responsibility table as Excel, read back by another library."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.reading.making import make_reading
from tests.reading.test_rows import MEASURE, TEXT
from wenming.reading.rows import DoubtRow, rows_of
from wenming.reading.workbook import LONGEST_CELL, Cell, Sheet, cell_text, workbook, write_workbook

[ROW] = rows_of(make_reading(TEXT, [MEASURE]))
DOUBT = DoubtRow(2, "一、植树", "请核对。", "warn")


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl sees it."""
    return load_workbook(BytesIO(data))


def test_it_has_the_columns_of_a_responsibility_table() -> None:
    book = opened(workbook([ROW], [], title="方案"))
    assert book.sheetnames == ["责任分解表"]
    head, first = book.active.values
    assert " ".join(head) == "序号 章节 措施 牵头单位 责任单位 配合单位 频次 目标 时限 覆盖 原文"
    assert first[:6] == (1, "一、植树", ROW.measure, None, "县林业局、县教育局", "团县委")
    assert first[-1] == MEASURE.text


def test_supervisors_have_a_column_where_there_are_any() -> None:
    book = opened(workbook([ROW, replace(ROW, supervising="县督查室")], [], title="方案"))
    assert [row[6] for row in book.active.values] == ["督查单位", None, "县督查室"]


def test_a_sheet_of_other_columns_holds_days_too() -> None:
    rows: list[dict[str, Cell]] = [
        {"unit": "县城管局", "last_day": date(2026, 6, 30)},
        {"unit": "=1", "last_day": None},
    ]
    book = opened(write_workbook([Sheet("按时限", ("unit", "last_day"), rows)], title="方案"))
    assert list(book["按时限"].iter_rows(max_col=1, values_only=True)) == [("单位",), ("县城管局",), ("=1",)]
    assert (book.active["B2"].is_date, book.active["B2"].number_format, book.active["B3"].value) == (
        True,
        "yyyy-mm-dd",
        None,
    )
    assert book.active["A3"].data_type == "s"


def test_doubts_have_a_sheet_of_their_own() -> None:
    book = opened(workbook([ROW], [DOUBT], title="方案"))
    assert list(book["存疑"].values) == [("行", "程度", "原文", "需要核对的事项"), (2, "提醒", "一、植树", "请核对。")]


def test_it_speaks_english() -> None:
    book = opened(workbook([ROW], [DOUBT], title="Plan", language="en"))
    assert book.sheetnames == ["Responsibilities", "Doubts"]
    assert [cell.value for cell in book["Doubts"][2]] == [2, "note", "一、植树", "请核对。"]


def test_it_is_ready_to_use_and_to_print() -> None:
    sheet = opened(workbook([ROW, ROW], [], title="2026年A&B方案")).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:K3")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert (sheet.print_title_rows, sheet.oddFooter.center.text) == ("$1:$1", "第 &P 页，共 &N 页")
    assert sheet.oddHeader.center.text.endswith("2026年A&&B方案")
    assert sheet["K2"].alignment.wrap_text


def test_an_empty_table_is_a_table() -> None:
    assert opened(workbook([], [], title="")).active.max_row == 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "https://x.example", "12"]
)
def test_text_stays_text(text: str) -> None:
    data = workbook([replace(ROW, measure=text)], [], title="方案")
    cell = opened(data).active["C2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix == (text[0] in "=+-@\t")
    sheet = zipfile.ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\x00\x07乙", "甲乙"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("\ud800字", "字"),
        ("<r><t>x</t></r>", "<r><t>x</t></r> "),
        ("长" * 40_000, "长" * (LONGEST_CELL - 1) + "…"),
    ],
    ids=["control", "line ends", "half a character", "raw markup", "too long"],
)
def test_what_a_cell_cannot_hold(text: str, shown: str) -> None:
    assert cell_text(text) == shown
    assert opened(workbook([replace(ROW, text=text)], [], title=text)).active["K2"].value == shown


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    shown = opened(workbook([replace(ROW, measure=text)], [], title=text)).active["C2"].value
    assert (shown or "") == cell_text(text)
