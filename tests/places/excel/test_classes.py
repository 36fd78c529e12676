"""The sheet 单位类别: known by name; kinds, area, members; within one's own area."""

import pytest

from tests.places.excel.comparing import COUNTY, faults, found
from wenming.places.excel.standing import ClassFacts

HEADS = ("名称", "按类型", "限于辖区", "逐个指定", "其他叫法")
SCHOOLS = ("各学校", "学校", "", "", "所有学校")


def test_what_stands_already_is_no_change() -> None:
    compared = found(("单位类别", [HEADS, SCHOOLS]))
    assert (compared.findings, compared.same["classes"]) == ([], 1)


def test_new_and_changed() -> None:
    rows = [
        HEADS,
        ("各学校", "学校、事业单位", "青禾县", "", "所有学校"),
        ("两家", "", "", "青禾县教育局、青禾县第一中学", ""),
    ]
    compared = found(("单位类别", rows))
    assert compared.classes[1] == ClassFacts(
        "各学校", frozenset({"school", "institution"}), 3, frozenset(), frozenset({"所有学校"})
    )
    assert compared.classes[-3].members == {1, 2}
    changed = next(one for one in compared.findings if one.what == "changed")
    assert changed.about == {"kinds": [["school"], ["institution", "school"]], "area": ["", "松江省/临江市/青禾县"]}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("", "学校", "", "", ""), ("A2", "required")),
        (("青禾县教育局", "学校", "", "", ""), ("A2", "name_taken")),
        (("各局", "局办、学校", "", "", ""), ("B2", "not_in_list")),
        (("各局", "政府部门", "没有这里", "", ""), ("C2", "no_area")),
        (("各局", "", "", "没有这家、青禾县教育局", ""), ("D2", "no_unit")),
        (("各局", "", "", "", ""), ("D2", "nobody_in_class")),
        (("各局", "政府部门", "", "", "长" * 81), ("E2", "too_long")),
    ],
)
def test_what_is_not_right(row: tuple[str, ...], fault: tuple[str, str]) -> None:
    assert faults(found(("单位类别", [HEADS, row]))) == [fault]


def test_the_same_twice() -> None:
    assert faults(found(("单位类别", [HEADS, SCHOOLS, SCHOOLS]))) == [("A3", "twice")]


def test_an_office_takes_its_own_units_into_classes_of_its_own_area() -> None:
    rows = [
        HEADS,
        ("各局", "政府部门", "白塔县", "", ""),
        ("两家", "", "青禾县", "青禾县教育局、白塔县教育局", ""),
        ("一家", "", "青禾县", "青禾县教育局", ""),
    ]
    assert faults(found(("单位类别", rows), scope=COUNTY)) == [("C2", "out_of_reach"), ("D3", "out_of_reach")]
