"""Workbooks as cells: text as typed, formulas by their stored value, hostile and foreign files refused."""

import datetime
import io
import json
import zipfile

import pytest
import xlsxwriter

from tests.reading.files.making import ods, ods_cell, package, xls
from wenming.reading.files.cells import CellSheet, Line, as_text, open_cells, read_cells
from wenming.reading.files.sheets import Value
from wenming.reading.model import UnreadableDocument


def workbook() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("单位")
        sheet.write_row("B3", ["全称", "代码"])
        sheet.write_row("B5", ["县教育局", 420222])
        sheet.write_string("D5", "=1+1")
        sheet.write_formula("E5", "=1+1", None, 2)
        sheet.write_datetime("F5", datetime.date(2026, 3, 5), book.add_format({"num_format": 14}))
        book.add_worksheet("空")
    return file.getvalue()


def test_cells_stand_where_they_stood() -> None:
    assert open_cells(workbook(), name="a.xlsx") == [
        CellSheet(
            "单位",
            (
                Line(3, ("", "全称", "代码", "", "", "")),
                Line(5, ("", "县教育局", "420222", "=1+1", "2", "2026-03-05")),
            ),
        ),
        CellSheet("空", ()),
    ]


def test_what_is_stretched_over_several_cells_is_told() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("一")
        sheet.merge_range("B3:B5", "公共环境")
        sheet.merge_range("C3:D3", "标准")
    assert open_cells(file.getvalue(), name="a.xlsx")[0].merged == ((3, 5, 1, 1), (3, 3, 2, 3))
    row = ods_cell("甲", 'table:number-rows-spanned="2"')
    sheet = ods(f"<table:table-row>{row}</table:table-row>")
    assert open_cells(sheet, name="a.ods")[0].merged == ((1, 2, 0, 0),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (0.5, "0.5"),
        (420222001001.0, "420222001001"),
        (True, "是"),
        (datetime.datetime(2026, 3, 5), "2026-03-05"),  # noqa: DTZ001 - a cell knows no time zone
        (datetime.datetime(2026, 3, 5, 8, 30), "2026-03-05 08:30:00"),  # noqa: DTZ001
        (datetime.date(2026, 3, 5), "2026-03-05"),
        (datetime.time(8, 30), "08:30:00"),
        (" 甲 ", " 甲 "),
    ],
)
def test_values_as_somebody_would_have_typed_them(value: Value, text: str) -> None:
    assert as_text(value) == text


def test_nul_is_left_out() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("单QQ位").write_string("A1", "县QQ教育局")
    parts = {
        name: data.replace(b"QQ", b"_x0000_") if name.endswith(".xml") else data
        for name, data in parts_of(file.getvalue()).items()
    }
    (sheet,) = open_cells(package(parts), name="a.xlsx")
    assert (sheet.lines[0].cells, "\0" in sheet.name) == (("县教育局",), False)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_an_old_format() -> None:
    old = open_cells(xls({(0, 0): "全称", (1, 0): "甲"}, []), name="a.xls")
    assert [line.cells for line in old[0].lines] == [("全称",), ("甲",)]


def test_an_open_format() -> None:
    sheets = open_cells(ods(f"<table:table-row>{ods_cell('全称')}</table:table-row>"), name="a.ods")
    assert [line.cells for sheet in sheets for line in sheet.lines] == [("全称",)]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"hello", "file_no_sheets"), (b"\x89PNG\r\n\x1a\n" + bytes(99), "file_picture"), (b"", "file_empty")],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        open_cells(data, name="a.txt")
    assert refused.value.code == code


def test_a_sheet_that_spans_the_earth_is_refused() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "全称")
        sheet.write("XFD1048576", "远")
    with pytest.raises(UnreadableDocument) as refused:
        open_cells(file.getvalue(), name="a.xlsx")
    assert refused.value.code == "file_demanding"


def test_damage_is_named() -> None:
    with pytest.raises(UnreadableDocument):
        read_cells(package({"xl/workbook.xml": "<workbook>"}))


def test_the_answer_is_json() -> None:
    assert [sheet["name"] for sheet in json.loads(read_cells(workbook()))] == ["单位", "空"]
