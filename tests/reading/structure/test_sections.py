"""What a section is for."""

import pytest

from wenming.reading.structure.sections import Purpose, purpose_of, speaks_of_itself, tells_scope

CASES = [
    ("二、重点任务", Purpose.WORK),
    ("（三）推进课程建设", Purpose.WORK),
    ("1.成立巡查小组", Purpose.WORK),
    ("（二）主要目标", Purpose.TARGETS),
    ("一、工作目标", Purpose.TARGETS),
    ("【目标任务】", Purpose.TARGETS),
    ("一、总体要求", Purpose.AROUND),
    ("一、总体要求和目标", Purpose.AROUND),
    ("四、保障措施", Purpose.AROUND),
    ("（一）加强组织领导", Purpose.AROUND),
    ("五、切实加强护河工作的组织实施", Purpose.AROUND),
    ("五、工作要求", Purpose.AROUND),
    ("第一章　总　则", Purpose.AROUND),
    ("三、活动地点", Purpose.AROUND),
    ("四、参与人员", Purpose.AROUND),
    ("二、评选标准", Purpose.AROUND),
    ("（二）申报条件", Purpose.AROUND),
    ("五、活动特色", Purpose.AROUND),
    ("（二）各处室于每学期末上交工作总结", Purpose.WORK),
    ("（一）指导思想", Purpose.IDEAS),
    ("（三）基本原则", Purpose.IDEAS),
    ("二、活动主题", Purpose.IDEAS),
    ("一、总的想法", Purpose.IDEAS),
    ("三、推进机制", Purpose.AROUND),
    ("一、2023年工作回顾", Purpose.PAST),
    ("4.每月25日前报送工作总结", Purpose.WORK),
    ("（三）及时将工作开展情况通报各单位", Purpose.WORK),
    ("一、工作开展情况", Purpose.PAST),
    ("（一）重大意义", Purpose.PAST),
    ("（二）发展基础", Purpose.PAST),
    ("领导小组成员名单", Purpose.APPENDIX),
    ("组长：王某", Purpose.APPENDIX),
    ("（3）调研后拟定课程名单", Purpose.WORK),
]


@pytest.mark.parametrize(("title", "purpose"), CASES)
def test_purposes(title: str, purpose: Purpose) -> None:
    assert purpose_of(title) is purpose


@pytest.mark.parametrize(
    "text", ["为规范秩序，制定本办法。", "本办法适用于城区。", "本方案由县文明办负责解释。", "自印发之日起施行。"]
)
def test_clauses_about_the_paper_itself(text: str) -> None:
    assert speaks_of_itself(text)


@pytest.mark.parametrize(
    "text",
    [
        "县文明办负责制定细则。",
        "各单位要制定本单位的实施方案。",
        "自5月1日起实施垃圾分类。",
        "由县文明办负责解释政策。",
    ],
)
def test_tasks_are_none(text: str) -> None:
    assert not speaks_of_itself(text)


@pytest.mark.parametrize(
    ("title", "is_scope"), [("二、实施范围", True), ("（一）整治区域：", True), ("三、扩大公共文化服务覆盖范围", False)]
)
def test_sections_that_tell_a_scope(title: str, is_scope: bool) -> None:
    assert tells_scope(title) is is_scope
