"""Labels of statements and the roles that their words give."""

import pytest

from wenming.reading.duties.labels import LABEL, LABEL_START, duty_words, role_of_words
from wenming.reading.model import Role

ROLES = [
    ("牵头", Role.LEAD),
    ("主办", Role.LEAD),
    ("负责牵头", Role.LEAD),
    ("责任", Role.RESPONSIBLE),
    ("承办", Role.RESPONSIBLE),
    ("按职责分工负责", Role.RESPONSIBLE),
    ("配合", Role.COOPERATING),
    ("会办", Role.COOPERATING),
    ("参与", Role.COOPERATING),
    ("成员", Role.COOPERATING),
    ("指导各地组织实施", Role.SUPERVISING),
    ("督办", Role.SUPERVISING),
    ("指导", Role.SUPERVISING),
    ("牵头考核", Role.SUPERVISING),
    ("牵头抓总", Role.LEAD),
    ("统筹", Role.LEAD),
    ("保障", Role.COOPERATING),
    ("协调", Role.COOPERATING),
    ("联办", Role.COOPERATING),
    ("属地", Role.RESPONSIBLE),
]

DUTIES = [
    "牵头单位：",
    "责任单位:",
    "落实单位 ：",
    "市级责任部门：",
    "牵头（责任）单位：",
    "配合单位和参与单位：",
    "成员单位：",
    "督查考核部门：",
    "牵头抓总单位：",
    "统筹协调部门：",
    "行业主管部门：",
    "属地单位：",
    "责任主体单位：",
    "支持保障单位：",
    "责任分工：县教育局",
    "职责分工 ： 县教育局",
]
PERSONS = ["责任领导：", "负责人：", "责任人:"]
OTHERS = ["完成时限：", "整改目标：", "整改措施：", "办理期限：", "工作目标："]


@pytest.mark.parametrize(("words", "role"), ROLES)
def test_roles(words: str, role: Role) -> None:
    assert role_of_words(words) is role


@pytest.mark.parametrize("line", DUTIES)
def test_labels_of_units(line: str) -> None:
    found = LABEL.match(line + "县教育局")
    assert found
    assert duty_words(found)
    assert not found["person"]


@pytest.mark.parametrize("line", PERSONS)
def test_labels_of_persons_are_no_labels_of_units(line: str) -> None:
    found = LABEL.match(line + "王某")
    assert found
    assert found["person"]


@pytest.mark.parametrize("line", OTHERS)
def test_other_labels(line: str) -> None:
    found = LABEL.match(line + "六月底")
    assert found
    assert not found["duty"]


@pytest.mark.parametrize("line", [*DUTIES, *PERSONS, *OTHERS, "时  间：", "主  办：", "各级责任单位："])
def test_a_label_begins_with_one_of_the_first_signs(line: str) -> None:
    assert LABEL.match(f"{line}县教育局")
    assert LABEL_START.match(line)


@pytest.mark.parametrize("line", ["责任重于泰山：", "各单位：", "责任单位要落实", "各乡镇、县直有关单位："])
def test_no_labels(line: str) -> None:
    assert not LABEL.match(line)


@pytest.mark.parametrize(
    ("line", "words"),
    [("主  办：县文旅局", "主办"), ("承　办:各街道", "承办"), ("协    办：县文联", "协办"), ("配合：县公安局", "配合")],
)
def test_a_label_may_be_set_apart_by_blanks(line: str, words: str) -> None:
    label = LABEL.match(line)
    assert label is not None
    assert duty_words(label) == words


@pytest.mark.parametrize("line", ["时  间：5月上旬", "地　点：文化广场", "主 题：邻里一家亲"])
def test_a_label_of_something_else_asks_for_no_units(line: str) -> None:
    label = LABEL.match(line)
    assert label is not None
    assert duty_words(label) == ""
