"""Where plans begin and end."""

import pytest

from wenming.reading.structure.plans import find_plans


def titles(text: str) -> list[str | None]:
    """The titles of the plans of a text."""
    return [text[slice(*place.title)] if place.title else None for place in find_plans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清水县创建工作方案\n一、任务\n", ["清水县创建工作方案"]),
        ("为做好工作，制定本方案。\n一、任务\n", [None]),
        ("关于印发《甲方案》的通知\n各单位：\n清水县创建工作方案（试行）\n一、任务\n", ["清水县创建工作方案（试行）"]),
        ("关于开展文明交通行动的通知\n各单位：\n一、任务\n", ["关于开展文明交通行动的通知"]),
        (
            "创建活动实施方案一\n一、甲\n二、乙\n创建活动实施方案二\n一、丙\n",
            ["创建活动实施方案一", "创建活动实施方案二"],
        ),
        ("清水县创建工作方案\n一、甲\n二、乙\n一、丙\n", ["清水县创建工作方案"]),
        ("1.甲\n2.乙\n", [None]),
        (
            "关于印发甲方案的通知\n现印发给你们。\n清水县创建工作方案\n制定本方案。一、清理全县各处楼道内杂物。二、粉刷全县各处楼道的墙面。\n",
            ["清水县创建工作方案"],
        ),
        (
            "2026年重点任务分工表\n序号\t任务\t责任单位\n1\t清理楼道\t县城管局\n2\t粉刷墙面\t县住建局\n",
            ["2026年重点任务分工表"],
        ),
        ("", [None]),
    ],
)
def test_titles(text: str, expected: list[str | None]) -> None:
    assert titles(text) == expected


def test_a_report_is_known_by_its_introduction() -> None:
    text = "创建活动实施方案\n现将有关情况总结汇报如下：\n一、工作情况\n"
    assert [place.is_report for place in find_plans(text)] == [True]


def test_a_plan_that_asks_for_a_summary_is_no_report() -> None:
    text = "创建活动实施方案\n一、工作任务\n1．每月25日前将工作总结报县文明办。\n"
    assert [place.is_report for place in find_plans(text)] == [False]


def test_a_plan_without_numbers_has_a_title_too() -> None:
    assert titles("甲县护河工作方案\n清理河道\n县水利局负责\n") == ["甲县护河工作方案"]


def test_plans_follow_each_other() -> None:
    first, second = find_plans("创建活动实施方案一\n一、甲\n创建活动实施方案二\n一、丙\n")
    assert first.end <= second.start


def test_a_table_of_lines_before_one_of_tabs_is_of_the_plan() -> None:
    lines = "序号\n任务\n责任单位\n1\n疏浚河道\n县水利局\n2\n清运垃圾\n县城管局\n"
    text = f"临溪县整治任务分解表\n{lines}临溪县实事项目清单\n序号\t实事\t责任单位\n1\t修建公厕\t县住建局\n"
    (place,) = find_plans(text)
    assert place.title and text[slice(*place.title)] == "临溪县整治任务分解表"
    assert place.start == text.index("序号")
