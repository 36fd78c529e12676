"""An item's own text cut by who answers for it."""

import pytest

from wenming.reading.structure.outline import read_outline
from wenming.reading.structure.pieces import cut_item, join_pieces


def cut(text: str) -> list[tuple[str, int]]:
    """The first five characters of each piece of the text's first item, and how many statements close it."""
    item = read_outline(text).items[1]
    return [(text[piece.start : piece.start + 5], len(piece.statements)) for piece in cut_item(text, item)]


CASES = [
    ("（一）建平台。建成平台。（省教育厅牵头）加强应用。（省财政厅牵头）", [("（一）建平", 1), ("加强应用。", 1)]),
    ("（一）建平台。（省教育厅牵头）（责任领导：王某，责任单位：省财政厅）", [("（一）建平", 2)]),
    ("（一）建平台。（甲厅牵头）具体措施：推广应用。（乙厅牵头）", [("（一）建平", 1), ("推广应用。", 1)]),
    (
        "一、支持平台\n培育平台。重点培育平台十个。（省教育厅）\n推动上云。建立资源池并管理。（省财政厅）",
        [("一、支持平", 0), ("培育平台。", 1), ("推动上云。", 1)],
    ),
    (  # the heading is answered for: it does not stand apart
        "一、支持平台\n责任单位：县教育局\n一般事项\n建设平台。责任单位：县财政局\n",
        [("一、支持平", 1), ("一般事项\n", 1)],
    ),
    ("六、支持安全\n鼓励平台落实责任，完善体系。（责任单位：省教育厅）", [("六、支持安", 1)]),
    (
        "四、支持芯片\n推动产业强链。企业首轮流片给予奖补。（责任单位：省教育厅）",
        [("四、支持芯", 0), ("推动产业强", 1)],
    ),
    ("1、清理杂物\n全面清理楼道。\n责任单位：县城管局\n完成时限：6月底", [("1、清理杂", 1)]),
    ("1、清理杂物（责任单位：县城管局）\n全面清理楼道杂物。", [("1、清理杂", 1)]),
    ("1、清理杂物。责任单位：县城管局　完成时限：6月底", [("1、清理杂", 1)]),
    (
        "1、清理杂物，做到整洁。责任单位：县城管局；责任人：李某；时限：6月底。另行通报。",
        [("1、清理杂", 1), ("另行通报。", 0)],
    ),
    ("一、县城管局\n清理楼道杂物。", [("一、县城管", 1)]),
    ("1、清理杂物\n全面清理楼道。", [("1、清理杂", 0)]),
    ("1、清理杂物\n工作目标：楼道内没有堆放的杂物。\n主要任务：清理杂物。", [("1、清理杂", 0)]),
    (
        "一、总体要求\n以人为本，形成合力。\n行动目标。到2026年绿化率达到40%以上。",
        [("一、总体要", 0), ("行动目标。", 0)],
    ),
]


@pytest.mark.parametrize(("text", "pieces"), CASES)
def test_pieces(text: str, pieces: list[tuple[str, int]]) -> None:
    assert cut(text) == pieces


def test_a_box_is_one_piece() -> None:
    text = "专栏1  网络工程\n优化设施。组织企业改造网络二十处。\n加快改造。鼓励企业融合应用新技术。"
    assert len(cut(text)) == 1


def test_pieces_joined_keep_all_statements() -> None:
    text = "（一）建平台。建成平台。（省教育厅牵头）加强应用。（省财政厅牵头）"
    joined = join_pieces(cut_item(text, read_outline(text).items[1]))
    assert [len(piece.statements) for piece in joined] == [2]
    assert join_pieces([]) == []
