"""Flattened responsibility tables."""

import pytest

from tests.reading.duties.test_statements import named
from wenming.reading.model import Role
from wenming.reading.structure.tables import (
    cell_spans,
    is_column_name,
    is_rule,
    read_header,
    read_header_lines,
    row_statement,
)

HEADER = ["序号", "工作任务", "牵头单位", "配合单位", "督查单位"]


def test_roles_of_columns() -> None:
    columns = read_header(HEADER)
    assert columns
    assert columns.roles == {2: Role.LEAD, 3: Role.COOPERATING, 4: Role.SUPERVISING}
    assert columns.is_numbered


def test_two_columns_are_a_table_where_one_says_who_answers() -> None:
    columns = read_header(["工作任务", "责任单位"])
    assert columns
    assert columns.roles == {1: Role.RESPONSIBLE}


@pytest.mark.parametrize(
    "cells",
    [
        ["序号", "任务"],
        ["县文明办", "责任单位"],
        ["1", "建成食堂", "县民政局"],
        ["建成社区食堂二十家并投入使用", "任务", "目标"],
    ],
)
def test_no_header(cells: list[str]) -> None:
    assert read_header(cells) is None


@pytest.mark.parametrize(("cell", "names"), [("责任单位", True), ("完成时限", True), ("县民政局", False)])
def test_names_of_columns(cell: str, *, names: bool) -> None:
    assert is_column_name(cell) is names


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("责 任 单 位", Role.RESPONSIBLE),
        ("牵头（责任）单位", Role.LEAD),
        ("责任单位及责任人", Role.RESPONSIBLE),
        ("配合", Role.COOPERATING),
        ("包保单位", Role.RESPONSIBLE),
    ],
)
def test_names_of_columns_of_units(name: str, role: Role) -> None:
    columns = read_header(["序号", "具体举措", name])
    assert columns
    assert columns.roles == {2: role}


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        (["序号", "赛道", "任务", "责任单位", "1", "甲"], 4),
        (["序", "号", "工作", "任务", "牵头", "单位", "完成", "时限", "1"], 8),
        (["重点任务", "牵头领导", "责任单位", "清理市场"], 3),
        (["分解表", "任务", "责任单位", "时限", "清理市场"], 0),
        (["组织领导", "工作要求", "任务分工"], 0),
    ],
)
def test_names_on_lines_of_their_own(lines: list[str], taken: int) -> None:
    header = read_header_lines(lines)
    assert (header[1] if header else 0) == taken


@pytest.mark.parametrize(("line", "rule"), [("|---|---|", True), ("├──┼──┤", True), ("——甲", False), ("- 1 -", False)])
def test_lines_that_draw_a_table(line: str, *, rule: bool) -> None:
    assert is_rule(line, 0, len(line)) is rule


def test_a_row_with_an_empty_cell() -> None:
    row = "3\t每月大扫除\t县城管局\t\t县政府督查室"
    columns = read_header(HEADER)
    assert columns
    statement = row_statement(row, cell_spans(row, 0, len(row)), columns)
    assert statement
    assert named(row, statement.units) == ["L县城管局", "S县政府督查室"]


def test_a_bracket_behind_a_name_gives_its_role() -> None:
    row = "3\t每月大扫除\t县城管局（牵头）、县住建局、各镇\t\t"
    columns = read_header(["序号", "任务", "责任单位", "时限", "备注"])
    assert columns
    statement = row_statement(row, cell_spans(row, 0, len(row)), columns)
    assert statement
    assert named(row, statement.units) == ["L县城管局", "R县住建局", "R各镇"]


@pytest.mark.parametrize(
    ("names", "task"),
    [
        (["序号", "点位类型", "任务", "牵头单位", "配合单位", "完成时限"], 2),
        (["编号", "片区", "整治内容", "路段", "责任单位"], 2),
        (["项次", "重点任务", "具体举措", "赛道", "主办单位", "协办单位"], 2),
    ],
)
def test_a_column_that_nobody_knows_may_stand_beside_a_column_of_units(names: list[str], task: int) -> None:
    columns = read_header(names)
    assert columns is not None
    assert columns.roles
    assert columns.task == task


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "北门市场", "修好排水", "县住建局", "6月底前"],
        ["牵头单位", "甲", "乙", "丙", "丁"],
        ["责任单位", "任务", "每月清扫一次，见本色。"],
    ],
)
def test_a_row_is_no_header(cells: list[str]) -> None:
    assert read_header(cells) is None
