"""The sheet 单位: recognised by number, name or code; every rule by its cell; rings and doubles over the whole."""

import pytest

from tests.growth import grows_in_step
from tests.places.excel.comparing import COUNTY, STANDING, faults, found
from wenming.places.excel.standing import Standing, UnitFacts
from wenming.places.excel.units import in_rings

HEADS = ("编号", "全称", "简称", "类型", "辖区", "上级单位", "其他叫法", "统一社会信用代码", "撤销日期")
SCHOOL = ("2", "青禾县第一中学", "县一中", "学校", "青禾县", "青禾县教育局", "", "91350100M000100Y43", "")


def test_what_stands_already_is_no_change() -> None:
    compared = found(("单位", [HEADS, SCHOOL]))
    assert (compared.findings, compared.same["units"]) == ([], 1)


def test_without_a_number_it_is_known_by_name_then_by_code() -> None:
    renamed = ("", "青禾县一中", "县一中", "学校", "青禾县", "青禾县教育局", "", "91350100 M000100Y43", "")
    compared = found(
        ("单位", [HEADS, renamed, ("", "青禾县教育局", "县教育局", "政府部门", "青禾县", "", "教育局", "", "")])
    )
    assert compared.units[2].name == "青禾县一中"
    assert compared.units[2].aliases == {"青禾县第一中学"}
    assert compared.same["units"] == 1


def test_columns_that_are_not_there_stay_as_they_are() -> None:
    compared = found(("单位", [("简称", "全称"), ("一中", "青禾县第一中学")]))
    (change,) = compared.findings
    assert change.about == {"short": ["县一中", "一中"]}


def test_a_former_name_is_not_taken_away_by_an_older_file() -> None:
    unit = UnitFacts("青禾县教体局", "县教体局", "government", 3, aliases=frozenset({"县教育局", "教育局"}))
    standing = Standing(STANDING.areas, {1: unit}, {}, {1: frozenset({"县教育局"})}, 3)
    compared = found(("单位", [("编号", "全称", "其他叫法"), ("1", "青禾县教体局", "")]), standing=standing)
    assert compared.units[1].aliases == {"县教育局"}


@pytest.mark.parametrize(
    ("changed", "cell", "code"),
    [
        ({0: "77"}, "A2", "no_such_number"),
        ({0: "一"}, "A2", "no_such_number"),
        ({1: ""}, "B2", "required"),
        ({1: "长" * 81}, "B2", "too_long"),
        ({1: "白塔县教育局"}, "B2", "name_taken"),
        ({1: "各学校"}, "B2", "name_taken"),
        ({2: "长" * 41}, "C2", "too_long"),
        ({3: "局办"}, "D2", "not_in_list"),
        ({3: ""}, "D2", "required"),
        ({4: "没有这里"}, "E2", "no_area"),
        ({4: "云桥镇"}, "E2", "area_unclear"),
        ({4: ""}, "E2", "required"),
        ({5: "没有这家"}, "F2", "no_unit"),
        ({5: "青禾县广播站"}, "F2", "is_dissolved"),
        ({5: "青禾县第一中学"}, "F2", "own_parent"),
        ({6: "长" * 81}, "G2", "too_long"),
        ({7: "91350100M000100Y44"}, "H2", "credit_code"),
        ({8: "去年"}, "I2", "no_day"),
        ({8: "2026-13-01"}, "I2", "no_day"),
        ({8: "2026年3月6日"}, "I2", "not_yet"),
    ],
)
def test_what_is_not_right(changed: dict[int, str], cell: str, code: str) -> None:
    row = [changed.get(place, value) for place, value in enumerate(SCHOOL)]
    assert faults(found(("单位", [HEADS, row]))) == [(cell, code)]


def test_a_code_is_borne_once() -> None:
    new = ("", "青禾县第二中学", "", "学校", "青禾县", "", "", "91350100M000100Y43", "")
    named = ("", "青禾县教育局", "", "政府部门", "青禾县", "", "", "91350100M000100Y43", "")
    both = [("H2", "credit_code_taken"), ("H3", "credit_code_taken")]
    assert faults(found(("单位", [HEADS, SCHOOL, new]))) == both
    assert faults(found(("单位", [HEADS, named]))) == [("H2", "credit_code_taken")]


def test_a_dissolved_unit_stays_so() -> None:
    row = ("3", "青禾县广播站", "县广播站", "事业单位", "青禾县", "", "", "", "")
    assert faults(found(("单位", [HEADS, row]))) == [("I2", "stays_dissolved")]
    assert faults(found(("单位", [HEADS, (*row[:-1], "2025/1/1")]))) == []


def test_the_same_twice() -> None:
    assert faults(found(("单位", [HEADS, SCHOOL, SCHOOL]))) == [("A3", "twice")]


def test_parents_may_be_new_or_renamed_in_the_same_file() -> None:
    rows = [
        HEADS,
        ("1", "青禾县教体局", "县教体局", "政府部门", "青禾县", "", "", "", ""),
        ("", "青禾县第二中学", "", "学校", "青禾县", "青禾县教体局、青禾县教育局、青禾县教育工委", "", "", ""),
        ("", "青禾县教育工委", "", "党委部门", "青禾县", "", "", "", ""),
    ]
    compared = found(("单位", rows))
    assert faults(compared) == []
    assert compared.units[-3].parents == {1, -4}


def test_a_ring_over_several_rows_is_told() -> None:
    rows = [("全称", "上级单位"), ("青禾县教育局", "白塔县教育局"), ("白塔县教育局", "青禾县第一中学")]
    assert faults(found(("单位", rows))) == [("B2", "own_parent"), ("B3", "own_parent")]


def test_rings_are_found_in_step() -> None:
    assert in_rings({1: frozenset({2}), 2: frozenset({1}), 3: frozenset({1}), 4: frozenset()}) == {1, 2}
    assert grows_in_step(lambda size: in_rings({n: frozenset({n + 1}) for n in range(size)}), 2000)


def test_an_office_changes_its_own_units_only() -> None:
    rows = [
        ("全称", "简称", "类型", "辖区"),
        ("白塔县教育局", "白塔教体局", "政府部门", "白塔县"),
        ("青禾县教育局", "县教育局", "政府部门", "白塔县"),
        ("青禾县第二中学", "", "学校", "青禾县"),
        ("白塔县第二中学", "", "学校", "白塔县"),
    ]
    compared = found(("单位", rows), scope=COUNTY)
    assert faults(compared) == [("A2", "out_of_reach"), ("D3", "out_of_reach"), ("D5", "out_of_reach")]
    assert set(compared.units) == {-4}


def test_comparing_grows_in_step() -> None:
    def work(size: int) -> object:
        rows = [("", f"第{n}局", f"{n}局", "政府部门", "青禾县", f"第{n - 1}局" if n else "") for n in range(size)]
        return found(("单位", [HEADS[:6], *rows]))

    assert grows_in_step(work, 300)
