"""The check list as a workbook."""

import pytest

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.plans.making import NOON, make_person
from wenming.frameworks.actions.filing_pieces import Content, judge_piece
from wenming.frameworks.filing.checklist import cells, checklist
from wenming.frameworks.filing.packing import everything
from wenming.frameworks.filing.standings import lines_of
from wenming.frameworks.models import PieceState

pytestmark = pytest.mark.django_db


def test_a_row_tells_what_is_there_and_what_is_to_be_done() -> None:
    office = make_person()
    filing = make_filing(office)
    piece = make_piece(want(filing), office, Content("报告", text="短"))
    judge_piece(piece=piece, state=PieceState.RETURNED, reason="没有数据", by=office, at=NOON)
    first, second = map(cells, lines_of(filing, everything(filing)))
    assert first[:5] == ("1", "Ⅰ-2-1", "学校有心理辅导室", "1", "心理辅导室建设情况")
    assert first[6:] == ("还缺 1 份", "", "报告（退回）", "报告：已退回，改好再交。没有数据")
    assert second[6:] == ("还没有材料", "", "", "还没有材料")


def test_twice_the_same_bytes() -> None:
    filing = make_filing(make_person())
    lines = lines_of(filing, everything(filing))
    assert checklist(filing, lines, title="甲 & 乙") == checklist(filing, lines, title="甲 & 乙")
