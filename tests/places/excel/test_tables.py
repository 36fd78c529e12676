"""Sheets as tables: heads in any order and row, in either language; what nobody reads is named."""

from tests.places.excel.making import cells
from wenming.places.excel.tables import Ignored, tables_of


def test_heads_stand_anywhere_in_any_order() -> None:
    tables = tables_of(
        [
            cells(
                " 单位 ",
                ("青禾县单位名录",),
                (),
                ("序号", "简称", " 全 称*"),
                ("1", "县教育局", "青禾县教育局"),
                ("", "", ""),
            )
        ]
    )
    table = tables.tables["units"]
    assert [(row.number, dict(row.values)) for row in table.rows] == [
        (4, {"short": "县教育局", "name": "青禾县教育局"})
    ]
    assert table.cell(4, "name") == "C4"
    assert table.cell(4, "kind") == "A4"
    assert tables.ignored == (Ignored(" 单位 ", "序号"),)
    assert tables.count == 1


def test_a_sheet_with_another_name_is_taken_where_none_is_ours() -> None:
    tables = tables_of([cells("Sheet1", ("全称", "简称"), ("甲", "乙"))])
    assert set(tables.tables) == {"units"}


def test_other_sheets_are_named_and_ours_that_explains_is_not() -> None:
    tables = tables_of([cells("单位", ("全称",)), cells("备注", ("甲",)), cells("说明", ("表",)), cells("空")])
    assert tables.ignored == (Ignored("备注"),)


def test_what_a_sheet_lacks() -> None:
    assert tables_of([cells("辖区", ("名称",))]).tables["areas"].missing == ("kind", "parent")


def test_english_heads() -> None:
    tables = tables_of([cells("Units", ("Full name", "Short name"), ("甲", "乙"))])
    assert [dict(row.values) for row in tables.tables["units"].rows] == [{"name": "甲", "short": "乙"}]
