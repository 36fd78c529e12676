"""Tables all of whose cells came to stand in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.glued import cells_of_glued_rows, texts_behind_headings

TABLES = [
    # nothing at all between the cells
    (
        "序号工作内容责任单位备注1清理楼道。县城管局、各镇（街道）2补种树木20棵。县林业局",
        "序号|工作内容|责任单位|备注|1|清理楼道。|县城管局、各镇（街道）|2|补种树木20棵。|县林业局",
    ),
    # a time behind the units
    (
        "序号任务牵头单位完成时限1修补道路。乡城建办2027年6月底前2巡查河道；乡水利站长期坚持",
        "序号|任务|牵头单位|完成时限|1|修补道路。|乡城建办|2027年6月底前|2|巡查河道；|乡水利站|长期坚持",
    ),
    # blanks between them
    (
        "序号 重点任务 责任单位 时限 1 清理杂物 镇城建办 6月底前 2 增设座椅 镇文化站、各村 长期",
        "序号|重点任务|责任单位|时限|1|清理杂物|镇城建办|6月底前|2|增设座椅|镇文化站、各村|长期",
    ),
]
NONE = [
    "序号工作内容备注1清理楼道。2补种树木。",
    "序号任务责任单位1清理楼道。县城管局",
    "按序号填写责任单位，1个月内报送县城管局。",
    "序号\n任务\n责任单位\n1\n清理\n县城管局\n2\n补种\n县林业局",
]


def parts(text: str) -> list[str]:
    begins = cells_of_glued_rows(text)
    return [text[start:stop].strip() for start, stop in zip(begins, [*begins[1:], len(text)], strict=True)]


@pytest.mark.parametrize(("text", "cells"), TABLES)
def test_each_cell_begins_anew(text: str, cells: str) -> None:
    assert parts(f"县任务分工表{text}") == cells.split("|")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_such_table_stays_whole(text: str) -> None:
    assert cells_of_glued_rows(text) == []


def test_numbers_within_a_text_begin_no_row() -> None:
    text = "序号任务责任单位1新建公园2处。县住建局2每周巡查3次，覆盖12个小区。县城管局3宣传。各镇"
    assert [part for part in parts(text) if part.isdecimal()] == ["1", "2", "3"]


HEADINGS = [
    ("一、指导思想以人民健康为中心，推进创建工作。", "一、指导思想|以人民健康为中心，推进创建工作。"),
    ("一、指导思想进一步贯彻上级会议精神，推进创建。", "一、指导思想|进一步贯彻上级会议精神，推进创建。"),
    ("三、主要任务（一）清理楼道，每周一次。", "三、主要任务|（一）清理楼道，每周一次。"),
    ("五、工作要求各镇要每月报送1次情况。", "五、工作要求|各镇要每月报送1次情况。"),
    ("二、工作目标到2027年，绿化率达到40%。", "二、工作目标|到2027年，绿化率达到40%。"),
    ("制定本方案。一、总体要求全面落实县委部署要求。", "一、总体要求|全面落实县委部署要求。"),
    ("（县城管局负责）四、组织领导成立由县长任组长的专班。", "四、组织领导|成立由县长任组长的专班。"),
]


@pytest.mark.parametrize(("text", "lines"), HEADINGS)
def test_text_goes_on_behind_a_heading(text: str, lines: str) -> None:
    begins = texts_behind_headings(text)
    assert "|".join(text[at:to] for at, to in zip(begins, [*begins[1:], len(text)], strict=True)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "一、指导思想\n以人民健康为中心，推进创建工作。",
        "三、主要任务及责任分工安排如下各条。",
        "四、组织领导机构和各成员单位名单。",
        "按照工作要求各镇要每月报送1次情况。",
    ],
)
def test_headings_alone_stay_whole(text: str) -> None:
    assert texts_behind_headings(text) == []


@given(st.text("序号任务责任单位123。县局 \n、", max_size=80))
def test_cells_begin_in_order_and_within_the_text(text: str) -> None:
    begins = cells_of_glued_rows(text)
    assert begins == sorted(set(begins))
    assert all(0 <= at <= len(text) for at in begins)
