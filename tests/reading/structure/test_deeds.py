"""Reports of what was done."""

import pytest

from wenming.reading.read import read_text

REPORT = """临溪县城区环境整治见成效
今年以来，临溪县把环境整治作为头等大事来抓。
一、加强领导。成立了以县长为组长的领导小组，抽调了20名干部，先后召开会议6次。
二、突出重点。县城管局清理占道经营300处，县住建局修补了破损路面12条。
三、强化督查。县创建办开展了4次暗访，通报了8个单位。
"""
PLAN = """临溪县城区环境整治安排
一、加强领导。去年成立了领导小组，今年要充实人员，每月召开会议1次。
二、突出重点。县城管局要清理占道经营300处。
三、强化督查。县创建办每季度开展1次暗访。
"""


def count(text: str) -> int:
    return sum(len(plan.measures) for plan in read_text(text, name="文.txt", sha256="").plans)


def test_a_report_has_no_measures() -> None:
    assert count(REPORT) == 0


def test_a_plan_that_looks_back_has_all_its_measures() -> None:
    assert count(PLAN) == 3


@pytest.mark.parametrize(
    "title",
    [
        "临溪县环境整治自查报告",
        "临溪县环境整治情况的报告",
        "临溪县环境整治经验材料",
        "临溪县环境整治年度总结",
        "临溪县环境整治工作纪实",
    ],
)
def test_titles_of_reports(title: str) -> None:
    assert count(PLAN.replace("临溪县城区环境整治安排", title)) == 0


@pytest.mark.parametrize("title", ["临溪县总结表彰活动方案", "临溪县情况报告制度", "临溪县政府工作报告任务分工"])
def test_titles_of_plans(title: str) -> None:
    assert count(PLAN.replace("临溪县城区环境整治安排", title)) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全年累计培训500人。", "全年累计走访300户。"),
        ("刑事案件同比下降5%。", "交通事故同比下降8%。"),
        ("对已安装的充电桩每月检修1次。", "对已登记的犬只每季度走访1次。"),
        ("每月对已建小区巡查1次。", "每周对已整治路段回访2次。"),
    ],
)
def test_words_that_plans_use_too(first: str, second: str) -> None:
    assert count(f"临溪县平安建设方案\n一、任务\n1.{first}\n2.{second}\n") == 2


def test_a_plan_that_is_reported_to_those_above() -> None:
    text = "临溪县2027年工作计划\n现将2027年工作计划报告如下：\n一、任务\n1.清淤3公里。\n2.清运垃圾。\n"
    assert count(text) == 2


def test_a_section_of_deeds_within_a_plan() -> None:
    text = (
        "临溪县环境整治安排\n一、去年的工作\n（一）清理了河道。共投入资金20万元。\n（二）修建了公厕30座。\n"
        "二、今年的工作\n（一）清理河道，投入资金30万元。\n（二）修建公厕40座。\n"
    )
    plan = read_text(text, name="文.txt", sha256="").plans[0]
    assert [measure.title for measure in plan.measures] == ["（一）清理河道，投入资金30万元", "（二）修建公厕40座"]
