"""Entries that may be one."""

import pytest

from tests.growth import grows_in_step
from wenming.rules.doubles import Double, Known, Likeness, doubles

AREAS = ("云州市", "青禾县", "白水县")
COUNTY, OTHER_COUNTY, TOWN, OTHER_TOWN = (1,), (2,), (11, 1), (12, 1)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("青禾县教育局", "县教育局"), ("教育局",), Likeness.AREA),
        (("青禾县教育局", "县教育局"), ("云州市青禾县教育局",), Likeness.AREA),
        (("县教育局", "教体局"), ("县教育和体育局", "教体局"), Likeness.NAME),
        (("县人社局",), ("青禾县人力资源和社会保障局",), Likeness.SHORTENED),
        (("发改委",), ("县发展和改革委员会",), Likeness.SHORTENED),
        (("县教育局",), ("县教体局",), Likeness.WIDER),
        (("县教体局",), ("县教育和体育局",), Likeness.SHORTENED),
        (("县卫生局",), ("县卫健委",), Likeness.WIDER),
        (("县农业局",), ("县农业农村局",), Likeness.SHORTENED),
        (("城关镇",), ("城关镇人民政府",), Likeness.BODY),
        (("文昌街道",), ("文昌街道办事处",), Likeness.BODY),
        (("发展和改革局（物价局）",), ("发展改革局",), Likeness.NAME),
    ],
)
def test_what_may_be_one(one: tuple[str, ...], other: tuple[str, ...], likeness: Likeness) -> None:
    (double,) = doubles([Known(1, one, COUNTY), Known(2, other, COUNTY)], AREAS)
    assert (double.one, double.other, double.likeness) == (1, 2, likeness)
    assert double.words[0] in one
    assert double.words[1] in other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("县民政局",), ("县民宗局",)),
        (("第一小学",), ("第二小学",)),
        (("实验小学",), ("实验第二小学",)),
        (("县医院",), ("县中医院",)),
        (("东社区",), ("东门社区",)),
        (("县委办公室",), ("县委编办",)),
        (("县公安局",), ("县公安交警大队",)),
        (("城关镇党委",), ("城关镇人民政府",)),
        (("县财政局",), ("县统计局",)),
    ],
)
def test_what_is_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert doubles([Known(1, one, COUNTY), Known(2, other, COUNTY)], AREAS) == []


def test_the_same_name_elsewhere_is_another_unit() -> None:
    bureaus = [Known(1, ("青禾县教育局",), COUNTY), Known(2, ("白水县教育局",), OTHER_COUNTY)]
    gates = [Known(3, ("东门社区",), TOWN), Known(4, ("东门社区居委会",), OTHER_TOWN)]
    assert doubles(bureaus + gates, AREAS) == []
    assert len(doubles([Known(3, ("东门社区",), TOWN), Known(4, ("东门社区居委会",), COUNTY)], AREAS)) == 1


def test_the_same_organisation_in_two_codes() -> None:
    one, other = Known(1, ("甲",), COUNTY, "91350100M000100Y43"), Known(2, ("乙",), COUNTY, "11350100M000100Y4A")
    assert doubles([one, other]) == [Double(1, 2, Likeness.CODE, (one.code, other.code))]


def test_each_pair_once_the_surest_first() -> None:
    entries = [Known(3, ("县教育局", "教育局"), COUNTY), Known(1, ("教育局",), COUNTY), Known(2, ("县教体局",), COUNTY)]
    found = [(double.one, double.other, double.likeness) for double in doubles(entries, AREAS)]
    assert found == [(1, 3, Likeness.NAME), (1, 2, Likeness.WIDER), (2, 3, Likeness.WIDER)]


def test_what_everybody_is_called_says_nothing() -> None:
    assert doubles([Known(number, (f"{chr(0x4E00 + number)}字科", "办公室"), COUNTY) for number in range(40)]) == []


def test_the_work_grows_in_step_with_the_directory() -> None:
    assert grows_in_step(lambda size: doubles([_entry(number) for number in range(size)], AREAS), 300)


def _entry(number: int) -> Known:
    """A directory as they come: bureaus of the county with long names, and many communities."""
    if number % 3:
        return Known(number, (f"{number}号东门社区", f"{number}东门"), (100 + number % 20, 1))
    return Known(number, (f"青禾县{number}资源规划局", f"县{number}资规局"), COUNTY)
