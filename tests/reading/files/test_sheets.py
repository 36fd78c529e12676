import datetime
import io
from collections.abc import Callable

import pytest
import xlsxwriter

from tests.reading.files.making import ods, ods_cell, ole, package, xls, xlsx
from wenming.reading.files.sheet_looks import Look
from wenming.reading.files.sheets import Value, read_sheets, shown
from wenming.reading.model import UnreadableDocument


def workbook(write: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """A workbook made as offices make it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        write(book)
    return file.getvalue()


def task_list(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("任务清单")
    plain = book.add_format()
    sheet.merge_range("B2:H2", "青石县创建任务清单", plain)
    for cells, text in (
        ("B3:B4", "序号"),
        ("C3:C4", "任务"),
        ("D3:E3", "责任单位"),
        ("F3:F4", "时限"),
        ("G3:G4", "目标"),
    ):
        sheet.merge_range(cells, text, plain)
    sheet.write_row("D4", ["牵头", "配合"])
    sheet.merge_range("D5:D6", "县住建局", plain)
    sheet.write_row("B5", [1, "整治背街小巷\n补齐路灯"])
    sheet.write("E5", "各乡镇")
    sheet.write("F5", datetime.date(2026, 6, 1), book.add_format({"num_format": 'yyyy"年"m"月"'}))
    sheet.write("G5", 0.95, book.add_format({"num_format": "0%"}))
    sheet.write_row("B6", [2, "规范集贸市场"])
    sheet.write("F6", datetime.date(2026, 9, 30), book.add_format({"num_format": 14}))
    sheet.write_formula("G6", "=1+1", plain, 42)
    sheet.merge_range("B7:H7", "二、氛围营造", plain)


def test_a_task_list() -> None:
    assert read_sheets(workbook(task_list)).split("\n") == [
        "青石县创建任务清单",
        "序号\t任务\t牵头单位\t配合单位\t时限\t目标",
        "1\t整治背街小巷 补齐路灯\t县住建局\t各乡镇\t2026年6月\t95%",
        "2\t规范集贸市场\t县住建局\t\t2026年9月30日\t42",
        "二、氛围营造",
    ]


def test_sheets_have_their_names_and_hidden_ones_stay_hidden() -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        for name in ("甲表", "乙表", "草稿", "空表"):
            sheet = book.add_worksheet(name)
            if name != "空表":
                sheet.write(0, 0, f"{name}的内容")
            if name == "草稿":
                sheet.hide()

    assert read_sheets(workbook(write)) == "甲表\n甲表的内容\n\n乙表\n乙表的内容"


def test_an_ods_file_with_merged_cells() -> None:
    down, across = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    rows = [
        ods_cell("任务", down) + ods_cell("责任", across) + covered,
        covered + ods_cell("牵头") + ods_cell("配合"),
        ods_cell("整治") + ods_cell("县住建局", down) + ods_cell("各乡镇"),
        ods_cell("规范") + covered + ods_cell("县城管局"),
    ]
    data = ods("".join(f"<table:table-row>{row}</table:table-row>" for row in rows))
    assert read_sheets(data).split("\n") == [
        "任务\t牵头责任\t配合责任",
        "整治\t县住建局\t各乡镇",
        "规范\t县住建局\t县城管局",
    ]


def test_an_old_file_with_merged_cells() -> None:
    cells: dict[tuple[int, int], str | float] = {
        (0, 0): "序号",
        (0, 1): "单位",
        (1, 0): 1,
        (1, 1): "县住建局",
        (2, 0): 2,
    }
    assert read_sheets(xls(cells, [(1, 2, 1, 1)])) == "序号\t单位\n1\t县住建局\n2\t县住建局"


@pytest.mark.parametrize(
    ("value", "look", "expected"),
    [
        (3.0, None, "3"),
        (3.5, None, "3.5"),
        (0.1 + 0.2, None, "0.3"),
        (1e15, None, "1e+15"),
        (0.95, Look.PERCENT, "95%"),
        (0.985, Look.PERCENT, "98.5%"),
        (True, None, "是"),
        (False, None, "否"),
        ("县住建局", None, "县住建局"),
        (datetime.date(2026, 6, 30), None, "2026年6月30日"),
        (datetime.date(2026, 6, 1), Look.MONTH, "2026年6月"),
        (datetime.date(2026, 6, 30), Look.DAY_OF_YEAR, "6月30日"),
        (datetime.datetime(2026, 6, 30, tzinfo=None), None, "2026年6月30日"),  # noqa: DTZ001 - as the reader gives it
        (datetime.datetime(2026, 6, 30, 9, 5, tzinfo=None), None, "2026年6月30日 09:05"),  # noqa: DTZ001
        (datetime.time(14, 30), None, "14:30"),
        (datetime.timedelta(hours=30), None, "1 day, 6:00:00"),
    ],
)
def test_values_as_a_clerk_reads_them(value: Value, look: Look | None, expected: str) -> None:
    assert shown(value, look) == expected


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_formulas_are_never_worked_out() -> None:
    formula = '<c r="B1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>存下的值</v></c>'
    assert read_sheets(xlsx(f'<row r="1">{text_cell("A1", "=cmd|1")}{formula}</row>')) == "=cmd|1\t存下的值"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(xlsx("<row"), id="malformed"),
        pytest.param(package({"xl/workbook.xml": "<x/>"}), id="no sheets"),
        pytest.param(ole("Workbook"), id="an old file without its parts"),
        pytest.param(ods("<table"), id="malformed ods"),
    ],
)
def test_damaged_files(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        read_sheets(data)
