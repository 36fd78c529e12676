"""Cells that stand one a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.duties.test_statements import named
from wenming.reading.cleaning.view import Span
from wenming.reading.structure.cells import (
    cells_statement,
    columns_of,
    is_empty_cell,
    is_time_cell,
    may_name_units,
    whole_row,
)
from wenming.reading.structure.tables import read_header

SUPERVISED = ["序号", "工作任务", "牵头单位", "配合单位", "督查单位"]
LED = ["序号", "任务", "责任领导", "牵头单位", "配合单位"]
TIMED = ["序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限"]
BARE = ["工作内容", "完成时限", "责任单位", "备注"]


def lines_of(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("header", "text", "units"),
    [
        (LED, "5\n食品安全整治\n刘某\n区市场监管局\n区公安分局、各街道", ["L区市场监管局", "C区公安分局", "C各街道"]),
        (SUPERVISED, "6\n村庄及城郊社区\n拆除违建，清理河道。\n县城管局\n各镇", ["L县城管局", "C各镇"]),
        (
            SUPERVISED,
            "7\n抑尘\n道路洒水，每天2次\n县城管局\n/\n县政府督查室\n7月底",
            ["L县城管局", "S县政府督查室"],
        ),
        (SUPERVISED, "8\n县城管局、各社区\n清运垃圾，消杀。", ["L县城管局", "L各社区"]),
        (TIMED, "3\n修缮驿站\n增设座椅\n园林处\n供水集团\n各片区\n9月底", ["L园林处", "C供水集团", "C各片区"]),
        (TIMED, "4\n政务服务中心\n增设窗口2个\n政务服务中心\n数据局\n长期", ["L政务服务中心", "C数据局"]),
        (TIMED, "9\n整修排水\n更换雨水箅子\n市政处\n2026年汛期前", ["L市政处"]),
        (BARE, "增设休闲座椅\n6月底前\n园林处\n城投公司", ["R园林处", "R城投公司"]),
    ],
)
def test_who_answers(header: list[str], text: str, units: list[str]) -> None:
    statement = cells_statement(text, lines_of(text), read_header(header))
    assert statement
    assert named(text, statement.units) == units


def test_cells_of_words_answer_for_nothing() -> None:
    assert cells_statement("清理杂物\n每月一次", [(0, 4), (5, 9)]) is None


def test_a_cell_may_hold_labels() -> None:
    text = "1\n整治河道\n牵头单位：县水利局\n责任单位：各镇\n6月底"
    statement = cells_statement(text, lines_of(text), read_header(["序号", "任务", "责任单位", "时限"]))
    assert statement
    assert named(text, statement.units) == ["L县水利局", "R各镇"]


@pytest.mark.parametrize(
    ("cell", "is_time"),
    [
        ("2027年3月底前", True),
        ("4月—10月", True),
        ("长期坚持", True),
        ("常态化推进", True),
        ("2027.6.30", True),
        ("每季度末", True),
        ("2027年新建公园3处，改造2处", False),
        ("持续推进河道清淤", False),
        ("县城管局", False),
    ],
)
def test_times(cell: str, *, is_time: bool) -> None:
    assert is_time_cell(cell) is is_time


@pytest.mark.parametrize(("cell", "is_empty"), [("/", True), (" — ", True), ("无", True), ("无锡", False)])
def test_empty_cells(cell: str, *, is_empty: bool) -> None:
    assert is_empty_cell(cell) is is_empty


@pytest.mark.parametrize(
    ("cell", "may"),
    [
        ("政务服务中心", True),
        ("园林处、供水集团", True),
        ("县人社、市卫健", True),
        ("区应急", True),
        ("省农业农村、省水利", True),
        ("县域经济", False),
        ("增设窗口", False),
        ("清理楼道。", False),
    ],
)
def test_cells_that_may_name_units(cell: str, *, may: bool) -> None:
    assert may_name_units(cell, 0, len(cell)) is may


@given(st.lists(st.sampled_from(["1", "县城管局", "清理河道，每月2次", "6月底", "/", "李某"]), min_size=1, max_size=9))
def test_every_line_has_its_column_in_order(lines: list[str]) -> None:
    columns = read_header(TIMED)
    assert columns
    text = "\n".join(lines)
    placed = columns_of(text, lines_of(text), columns)
    assert len(placed) == len(lines)
    assert placed == sorted(placed)
    assert all(0 <= at < columns.count for at in placed)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("3|每年研究2次|县委办、县府办|县食安办|每年", ["3", "每年研究2次", "", "县委办、县府办", "县食安办", "每年"]),
        ("4|建立体系|配备1名|县教育局|县财政局|6月", ["4", "建立体系", "配备1名", "县教育局", "县财政局", "6月"]),
        ("5|建立体系|配备1名|县教育局", ["5", "建立体系", "配备1名", "县教育局"]),  # what lacks may lack at its end
        ("第三|每年研究2次|县委办|县食安办|每年", ["第三", "每年研究2次", "县委办", "县食安办", "每年"]),
    ],
)
def test_a_missing_cell_is_put_where_it_lacks(row: str, cells: list[str]) -> None:
    columns = read_header(["序号", "指标内容", "工作要求", "牵头单位", "配合单位", "完成时限"])
    assert columns
    text, spans, at = row.replace("|", "\t"), [], 0
    for cell in row.split("|"):
        spans.append((at, at + len(cell)))
        at += len(cell) + 1
    assert [text[start:end] for start, end in whole_row(text, spans, columns)] == cells
