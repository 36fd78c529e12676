"""Areas, units, classes and people, checked against each other."""

import tomllib
from typing import Any

import pytest

from wenming.sample.register import UnitClass, UnitKind, members_of, named, read_people, read_register
from wenming.sample.rows import SampleError

GOOD = """
areas = [
    { name = "甲县", kind = "county" },
    { name = "乙镇", kind = "town", parent = "甲县" },
    { name = "丙社区", kind = "community", parent = "乙镇" },
    { name = "丁社区", kind = "community", parent = "甲县" },
]
units = [
    { short = "县教育局", name = "甲县教育局", kind = "government", aliases = ["教育局"] },
    { short = "乙镇", name = "甲县乙镇人民政府", kind = "town", area = "乙镇" },
    { short = "丙社区", name = "丙社区居民委员会", kind = "community", area = "丙社区", parents = ["乙镇"] },
    { short = "丁社区", name = "丁社区居民委员会", kind = "community", area = "丁社区" },
]
classes = [
    { name = "各社区", kinds = ["community"], aliases = ["社区"] },
    { name = "乙镇各社区", kinds = ["community"], area = "乙镇" },
    { name = "办学单位", members = ["县教育局", "丁社区"] },
]
"""
PERSON = {"account": "wang", "name": "王一", "role": "liaison", "post": "干事", "units": ["县教育局"]}


def good() -> dict[str, Any]:
    return tomllib.loads(GOOD)


def test_it_reads() -> None:
    register = read_register(good())
    assert register.units[0].kind is UnitKind.GOVERNMENT
    assert register.units[0].area == "甲县"  # where none is given, the whole county
    names = named(register)
    assert names["教育局"] is names["县教育局"] is names["甲县教育局"]
    assert isinstance(names["社区"], UnitClass)


@pytest.mark.parametrize(
    ("name", "members"),
    [("各社区", ["丙社区", "丁社区"]), ("乙镇各社区", ["丙社区"]), ("办学单位", ["县教育局", "丁社区"])],
)
def test_members(name: str, members: list[str]) -> None:
    register = read_register(good())
    unit_class = next(one for one in register.classes if one.name == name)
    assert [unit.short for unit in members_of(unit_class, register)] == members


@pytest.mark.parametrize(
    ("where", "at", "change", "said"),
    [
        ("areas", 0, {"kind": "planet"}, "planet"),
        ("areas", 0, {"parent": "乙镇"}, "第一个辖区"),
        ("areas", 1, {"parent": "丙社区"}, "乙镇的上级“丙社区”不存在"),
        ("areas", 3, {"name": "丙社区"}, "辖区“丙社区”重复"),
        ("units", 0, {"kind": "club"}, "“club”不在"),
        ("units", 0, {"area": "戊镇"}, "县教育局的辖区“戊镇”不存在"),
        ("units", 2, {"parents": ["戊镇"]}, "丙社区的上级“戊镇”不存在"),
        ("units", 2, {"parents": ["丙社区"]}, "丙社区的上级“丙社区”不存在"),
        ("units", 3, {"short": "丙社区"}, "单位简称“丙社区”重复"),
        ("units", 3, {"name": "丙社区居民委员会"}, "单位全称“丙社区居民委员会”重复"),
        ("units", 3, {"aliases": ["教育局"]}, "名称“教育局”"),
        ("units", 3, {"alias": ["四社区"]}, "alias"),
        ("classes", 0, {"aliases": ["乙镇"]}, "名称“乙镇”"),
        ("classes", 0, {"kinds": ["club"]}, "“club”不在"),
        ("classes", 0, {"kinds": ["village"]}, "各社区没有成员"),
        ("classes", 1, {"area": "戊镇"}, "乙镇各社区的辖区“戊镇”不存在"),
        ("classes", 2, {"members": ["戊社区"]}, "办学单位的成员“戊社区”不存在"),
        ("classes", 2, {"members": ["丁社区", "丁社区"]}, "办学单位的成员“丁社区”重复"),
    ],
)
def test_it_refuses(where: str, at: int, change: dict[str, Any], said: str) -> None:
    table = good()
    table[where][at].update(change)
    with pytest.raises(SampleError, match=said):
        read_register(table)


def test_an_empty_register_is_refused() -> None:
    with pytest.raises(SampleError, match="没有辖区"):
        read_register({})


def test_people() -> None:
    (person,) = read_people({"people": [PERSON]}, read_register(good()))
    assert (person.name, person.units) == ("王一", ("县教育局",))


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([PERSON | {"role": "king"}], "“king”不在"),
        ([PERSON | {"units": ["县民政局"]}], "王一的单位“县民政局”不存在"),
        ([PERSON | {"units": []}], "王一没有单位"),
        ([PERSON | {"role": "audit"}], "王一是三员"),
        ([PERSON, PERSON | {"name": "王二"}], "登录名“wang”重复"),
        ([PERSON, PERSON | {"account": "wang2"}], "姓名“王一”重复"),
    ],
)
def test_people_refused(people: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(SampleError, match=said):
        read_people({"people": people}, read_register(good()))
