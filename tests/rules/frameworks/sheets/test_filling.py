"""What stands beside the items, in the ways that offices write it."""

import pytest

from tests.rules.frameworks.sheets.making import read
from wenming.rules.frameworks.model import Wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("县委印发的方案", (Wanted("", "县委印发的方案"),)),
        ("规范文件：方案", (Wanted("规范文件", "方案"),)),
        (
            "①规范文件 ②规范文件+说明报告",
            (Wanted("规范文件", "规范文件"), Wanted("规范文件+说明报告", "规范文件+说明报告")),
        ),
        ("说明报告：建设情况（800字以内）", (Wanted("说明报告", "建设情况（800字以内）", 800),)),
        (
            "【实景图片】两张\n【说明报告】不超过500字",
            (Wanted("实景图片", "两张"), Wanted("说明报告", "不超过500字", 500)),
        ),
        ("第一行\n第二行", (Wanted("", "第一行\n第二行"),)),
    ],
)
def test_pieces_of_evidence_in_one_cell(cell: str, wanted: tuple[Wanted, ...]) -> None:
    told = read(["测评标准", "申报材料"], ["甲", cell])
    assert told.framework
    assert told.framework.root.items[0].evidence == wanted


def test_what_is_stretched_over_several_standards_and_holds_once_is_kept_with_the_first() -> None:
    told = read(
        ["测评标准", "申报材料", "责任单位"],
        ["甲", "方案", "县文明办"],
        ["乙", "", ""],
        merged=((2, 3, 1, 1), (2, 3, 2, 2)),
    )
    assert told.framework
    first, second = told.framework.root.items
    assert (len(first.evidence), len(second.evidence)) == (1, 0)


def test_what_is_stretched_over_the_standards_of_a_heading() -> None:
    told = read(
        ["测评内容", "测评标准", "申报材料", "责任单位"],
        ["总", "甲", "方案", "县文明办、县教育局\n县妇联"],
        ["", "乙", "", ""],
        merged=((2, 3, 0, 0), (2, 3, 2, 2), (2, 3, 3, 3)),
    )
    assert told.framework
    first, second = told.framework.root.items[0].items
    assert [one.code for one in told.remarks] == ["first_of_several"]
    assert (len(first.evidence), len(second.evidence)) == (1, 0)
    assert [role.unit for role in first.roles] == ["县文明办", "县教育局", "县妇联"]
    assert first.roles == second.roles
