"""What a workbook of figures says, cell by cell."""

from datetime import date
from decimal import Decimal

import pytest

from tests.places.excel.making import workbook
from wenming.reading.files.cells import CellSheet, Line, open_cells
from wenming.work.figures.series import Series
from wenming.work.figures.workbook import MOST_ROWS, Checked, Known, check, empty

HEADS = ("单位", "数据", "计量单位", "日期", "数值", "来源")
MARCH = date(2026, 3, 31)
SERIES = {("亮灯率", unit): Series("亮灯率", unit, measured_in="%") for unit in (0, 7)}
KNOWN = Known({"甲镇": 7}, SERIES, {("亮灯率", 7, date(2026, 2, 28)): Decimal("93.0000")}, date(2026, 4, 1))


def checked(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> Checked:
    """What is found in a sheet with these rows."""
    lines = [Line(number, cells) for number, cells in enumerate((heads, *rows), start=1)]
    return check([CellSheet("说明", ()), CellSheet("表", tuple(lines))], KNOWN)


def test_what_can_be_entered() -> None:
    found = checked(
        ("甲镇", "亮灯率", "%", "2026-03-31", "95.5%", "月报"),
        ("全县", "亮灯率", "%", "2026年3月31日", "1,0", "月报"),
        ("甲镇", "亮灯率", "%", "2026-02-28", "93", "月报"),
        ("甲镇", "亮灯率", "%", "", "", ""),
    )
    assert not found.faults
    assert [(one.row, one.place, one.on, one.value) for one in found.rows] == [
        (2, ("亮灯率", 7), MARCH, Decimal("95.5000")),
        (3, ("亮灯率", 0), MARCH, Decimal(10)),
    ]
    assert found.same == 1


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (("丙镇", "亮灯率", "", "2026-03-31", "95", "月报"), "A2", "没有叫“丙镇”的单位"),
        (("甲镇", "入学率", "", "2026-03-31", "95", "月报"), "B2", "“入学率”不是这个单位要填的数据"),
        (("甲镇", "亮灯率", "", "三月", "95", "月报"), "D2", "不是日期"),
        (("甲镇", "亮灯率", "", "2026-05-01", "95", "月报"), "D2", "还没有到"),
        (("甲镇", "亮灯率", "", "2026-03-31", "约95", "月报"), "E2", "不是数"),
        (("甲镇", "亮灯率", "", "2026-03-31", "NaN", "月报"), "E2", "不是数"),
        (("甲镇", "亮灯率", "", "2026-03-31", "95", ""), "F2", "请写明来源"),
        (("甲镇", "亮灯率", "", "2026-02-28", "94", "月报"), "E2", "已有数据 93；"),
    ],
)
def test_what_is_not_right_is_told_at_its_cell(row: tuple[str, ...], cell: str, words: str) -> None:
    (fault,) = checked(row).faults
    assert fault.cell == cell
    assert words in fault.words


def test_the_same_day_twice_and_a_share_that_looks_too_small() -> None:
    row = ("甲镇", "亮灯率", "%", "2026-03-31", "0.955", "月报")
    found = checked(row, row)
    assert "0.955%" in found.rows[0].doubt
    assert [(fault.cell, fault.words) for fault in found.faults] == [("D3", "与第 2 行是同一天的同一项数据。")]


def test_workbooks_that_are_not_ours() -> None:
    row = ("甲镇", "亮灯率", "%", "2026-03-31", "95", "月报")
    assert "没有找到" in checked(row, heads=("单位", "数值")).faults[0].words
    assert "还没有填" in checked().faults[0].words
    assert str(MOST_ROWS) in checked(*[row] * (MOST_ROWS + 1)).faults[0].words


def test_the_empty_workbook_is_read_again() -> None:
    sheets = open_cells(empty([("甲镇", SERIES["亮灯率", 7])]), name="空表.xlsx")
    assert [line.cells[:3] for line in sheets[0].lines] == [HEADS[:3], ("甲镇", "亮灯率", "%")]
    assert "还没有填" in check(sheets, KNOWN).faults[0].words
    filled = workbook({"表": [HEADS, ("甲镇", "亮灯率", "%", "2026-03-31", 95.5, "月报")]})
    assert check(open_cells(filled, name="表.xlsx"), KNOWN).rows[0].value == Decimal("95.5")
