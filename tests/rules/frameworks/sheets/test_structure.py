"""Which items a table holds, and whose each row is."""

from tests.rules.frameworks.sheets.making import grid, matched
from wenming.rules.frameworks.sheets.structure import Structure


def test_each_row_is_of_the_item_above_it() -> None:
    table = grid(
        ["测评项目", "测评标准", "申报材料"], ["甲", "乙", "一"], ["", "", "二"], ["", "丙", "三"], ["丁", "", ""]
    )
    structure = Structure(table, matched(table))
    structure.read()
    assert [node.title for node in structure.tops] == ["甲", "丁"]
    assert {row: [node.title for node in nodes] for row, nodes in structure.owners.items()} == {
        2: ["乙"],
        3: ["乙"],
        4: ["丙"],
        5: ["丁"],
    }
    assert [(node.title, node.cell, node.last) for node in structure.tops[0].walk()] == [
        ("甲", "A2", 4),
        ("乙", "B2", 3),
        ("丙", "B4", 4),
    ]
