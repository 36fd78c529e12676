"""The score as Excel."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.plans.making import make_person
from tests.scores.making import make_open, saw
from wenming.scores.standing import standing_of
from wenming.scores.tree.lines import lines_of
from wenming.scores.tree.sheet import workbook

pytestmark = pytest.mark.django_db


def test_a_row_for_each_item_with_its_working() -> None:
    found = make_open(make_person(), saw("A-1", "0.5"), saw("A-1", "1"))
    sheet = load_workbook(BytesIO(workbook(lines_of(standing_of(found)), title="得分"))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("编号", "测评标准", "分值", "已知分值", "得分", "得分率", "怎样得出", "备注")
    assert rows[2][:7] == ("A-1", "　背街小巷路灯完好", 4, 4, 3, "75%", "(0.5 + 1) ÷ 2 × 4 = 3")
    assert rows[4][4] is None
    assert len(rows) == 8
