"""Cells parted by a sign or by blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.rows import with_tabs

HEADER = "序号 任务 责任单位 时限"
PARTED = [
    ("任务｜单位\n甲｜乙\n丙｜丁\n戊｜己", "任务\t单位\n甲\t乙\n丙\t丁\n戊\t己"),
    ("首页 | 新闻\n正文", "首页 | 新闻\n正文"),
    (f"{HEADER}\n1 清理河道 园林处 6月底", "序号\t任务\t责任单位\t时限\n1\t清理河道\t园林处\t6月底"),
    (f"　　{HEADER}\n　　1 清理河道 园林处 6月底", "　　序号\t任务\t责任单位\t时限\n　　1\t清理河道\t园林处\t6月底"),
    (f"{HEADER}\n1 清理河道 无 6月底", f"{HEADER}\n1 清理河道 无 6月底".replace(" ", "\t", 3)),
    ("序号 工 作 任 务 牵头部门\n1 清理河道 县水利局", "序号\t工 作 任 务\t牵头部门\n1\t清理河道\t县水利局"),
    (f"{HEADER}\n1 评选好人 20名 园林处 6月底", "序号\t任务\t责任单位\t时限\n1\t评选好人 20名\t园林处\t6月底"),
    (
        f"{HEADER}\n1 评选 好人 县文明办 各乡镇 6月底",
        "序号\t任务\t责任单位\t时限\n1\t评选 好人\t县文明办 各乡镇\t6月底",
    ),
    (f"{HEADER}\n各单位 要 按表 落实。", "序号\t任务\t责任单位\t时限\n各单位 要 按表 落实。"),
    ("会议 要求 各单位 落实\n1 清理河道 园林处 6月底", "会议 要求 各单位 落实\n1 清理河道 园林处 6月底"),
]


@pytest.mark.parametrize(("text", "parted"), PARTED)
def test_rows(text: str, parted: str) -> None:
    assert with_tabs(text) == parted


def test_wide_gaps_part_where_names_hold_blanks() -> None:
    text = "序 号  重点任务  责 任 单 位\n1  增设 座椅  园林处"
    assert [line.count("\t") for line in with_tabs(text).split("\n")] == [2, 2]


@given(st.text("序号任务责任单位 县局|｜\t\n1。", max_size=80))
def test_no_character_moves(text: str) -> None:
    parted = with_tabs(text)
    assert len(parted) == len(text)
    assert all(new == old or (new == "\t" and old in " |｜") for new, old in zip(parted, text, strict=True))
