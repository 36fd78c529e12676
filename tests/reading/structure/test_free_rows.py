"""Rows without running numbers: which cell begins the next one."""

import pytest

from wenming.reading.structure.free_rows import FreeRow
from wenming.reading.structure.tables import read_header

TASKS = ("工作任务", "责任单位", "完成时限")


def row(header: tuple[str, ...], *cells: str) -> FreeRow:
    """A row of the table with so many cells taken."""
    columns = read_header(header)
    assert columns
    open_row = FreeRow("", columns)
    for cell in cells:
        start = len(open_row.text)
        open_row.text += cell
        open_row.is_answered = open_row.is_answered or not open_row.opens_with(start, len(open_row.text))
        open_row.cells.append((start, len(open_row.text)))
    return open_row


def opens(open_row: FreeRow, cell: str) -> bool:
    open_row.text += cell
    return open_row.opens_with(len(open_row.text) - len(cell), len(open_row.text))


@pytest.mark.parametrize(
    ("header", "cells", "cell", "is_first"),
    [
        (TASKS, (), "清理河道。", True),
        (TASKS, ("清理河道。",), "县水利局", False),
        (TASKS, ("清理河道。", "县水利局", "2027年6月底前"), "补植行道树。", True),
        (TASKS, ("清理河道。", "县水利局"), "县人社", False),
        (TASKS, ("清理河道。",), "园林处", False),
        (("责任单位", "工作任务", "完成时限"), ("县水利局",), "清理河道。", False),
        (("责任单位", "工作任务", "完成时限"), ("县水利局", "清理河道。", "6月底前"), "县林业局", True),
        (("工作任务", "责任单位", "工作要求"), ("清理河道", "县水利局"), "每月一次。", False),
        (("工作任务", "责任单位", "责任人"), ("清理河道", "县水利局"), "王晓梅", False),
    ],
)
def test_first_cells(header: tuple[str, ...], cells: tuple[str, ...], cell: str, *, is_first: bool) -> None:
    assert opens(row(header, *cells), cell) is is_first


def test_a_row_is_whole_when_its_time_has_come() -> None:
    assert not row(TASKS, "清理河道。", "县水利局").is_whole()
    assert row(TASKS, "清理河道。", "县水利局", "2027年6月底前").is_whole()
