"""The whole workbook: sheets that are missing, columns that a sheet needs, all three together."""

from tests.places.excel.comparing import faults, found


def test_no_sheet_of_ours() -> None:
    assert faults(found(("其他", [("甲", "乙"), ("1", "2")]))) == [("", "no_sheet")]


def test_a_sheet_without_a_column_that_it_needs() -> None:
    compared = found(
        ("辖区", [("名称", "层级"), ("城关镇", "乡镇（街道）")]),
        ("单位", [("全称", "简称"), ("青禾县教育局", "教育局")]),
    )
    assert faults(compared) == [("", "no_column")]
    assert set(compared.units) == {1}


def test_each_sheet_builds_on_the_one_before() -> None:
    compared = found(
        ("单位类别", [("名称", "限于辖区", "逐个指定"), ("一家", "城关镇", "青禾县城关小学")]),
        ("单位", [("全称", "类型", "辖区"), ("青禾县城关小学", "学校", "青禾县/城关镇")]),
        ("辖区", [("名称", "层级", "上一级"), ("城关镇", "乡镇（街道）", "青禾县")]),
    )
    assert faults(compared) == []
    assert (compared.units[-2].area, compared.classes[-2].area, compared.classes[-2].members) == (
        -2,
        -2,
        frozenset({-2}),
    )
    assert compared.counts() == {"areas": {"new": 1}, "units": {"new": 1}, "classes": {"new": 1}}
