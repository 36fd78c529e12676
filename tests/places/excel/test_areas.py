"""The sheet 辖区: what is new, moved, renamed; codes and levels that do not fit."""

import pytest

from tests.places.excel.comparing import COUNTY, faults, found
from wenming.places.excel.standing import AreaFacts

HEADS = ("区划代码", "名称", "层级", "上一级")
COUNTY_PATH = "松江省/临江市/青禾县"


def of(*rows: tuple[str, str, str, str], **given: object) -> object:
    return found(("辖区", [HEADS, *rows]), **given)  # type: ignore[arg-type]


def test_the_smaller_may_come_first() -> None:
    compared = found(
        (
            "辖区",
            [
                HEADS,
                ("", "东街社区", "社区（村）", f"{COUNTY_PATH}/城关镇"),
                ("420222100", "城关镇", "乡镇（街道）", COUNTY_PATH),
            ],
        )
    )
    assert compared.areas == {
        -3: AreaFacts("城关镇", "town", "420222100", 3),
        -2: AreaFacts("东街社区", "community", "", -3),
    }


def test_an_area_known_by_its_code_is_renamed_and_what_is_below_found_by_either_name() -> None:
    rows = [
        HEADS,
        ("420222", "青禾区", "县（市、区）", "松江省/临江市"),
        ("420222101", "云桥镇", "乡镇（街道）", "松江省/临江市/青禾区"),
        ("", "新街村", "社区（村）", f"{COUNTY_PATH}/云桥镇"),
    ]
    compared = found(("辖区", rows))
    assert faults(compared) == []
    assert set(compared.areas) == {3, -4}
    assert compared.areas[3].name == "青禾区"
    assert compared.areas[-4].parent == 4


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        (("", "", "乡镇（街道）", COUNTY_PATH), "B2", "required"),
        (("", "镇" * 61, "乡镇（街道）", COUNTY_PATH), "B2", "too_long"),
        (("", "甲/乙", "乡镇（街道）", COUNTY_PATH), "B2", "slash"),
        (("", "城关镇", "乡", COUNTY_PATH), "C2", "not_in_list"),
        (("", "城关镇", "", COUNTY_PATH), "C2", "required"),
        (("", "城关镇", "乡镇（街道）", "没有这里"), "D2", "no_area"),
        (("", "东街社区", "社区（村）", "云桥镇"), "D2", "area_unclear"),
        (("", "城关镇", "乡镇（街道）", f"{COUNTY_PATH}/云桥镇"), "D2", "wrong_place"),
        (("420333100", "城关镇", "乡镇（街道）", COUNTY_PATH), "A2", "area_code"),
        (("4202221", "城关镇", "乡镇（街道）", COUNTY_PATH), "A2", "area_code"),
        (("420333", "青禾县", "县（市、区）", "松江省/临江市"), "A2", "area_code"),
        (
            ("420223", "青禾县", "县（市、区）", "松江省/临江市"),
            "A2",
            "area_code",
        ),  # but not the town below
        (("420222101", "云桥镇", "社区（村）", "松江省/临江市/白塔县"), "A2", "area_code"),
    ],
)
def test_what_is_not_right(row: tuple[str, str, str, str], cell: str, code: str) -> None:
    assert (cell, code) in faults(found(("辖区", [HEADS, row])))


def test_a_code_is_borne_once() -> None:
    compared = found(("辖区", [HEADS, ("420222101", "云桥镇", "乡镇（街道）", "松江省/临江市/白塔县")]))
    assert ("A2", "area_code_taken") in faults(compared)


def test_the_same_twice() -> None:
    row = ("", "城关镇", "乡镇（街道）", COUNTY_PATH)
    rows = [
        HEADS,
        ("420222101", "云桥镇", "乡镇（街道）", COUNTY_PATH),
        ("420222101", "云桥新镇", "乡镇（街道）", COUNTY_PATH),
        row,
        row,
    ]
    compared = found(("辖区", rows))
    assert [code for _cell, code in faults(compared)] == ["twice", "twice"]


def test_an_office_changes_its_own_areas_only() -> None:
    rows = [
        HEADS,
        ("", "城关镇", "乡镇（街道）", COUNTY_PATH),
        ("", "东街社区", "社区（村）", f"{COUNTY_PATH}/城关镇"),
        ("", "西乡", "乡镇（街道）", "松江省/临江市/白塔县"),
        ("", "白塔新县", "县（市、区）", "松江省/临江市"),
    ]
    assert faults(found(("辖区", rows), scope=COUNTY)) == [("D5", "out_of_reach"), ("D4", "out_of_reach")]
