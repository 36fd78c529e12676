"""The roster as a workbook."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.command.making import TODAY, make_group, make_link, make_seat
from tests.plans.making import make_unit
from wenming.command.queries import links_found
from wenming.command.sheet import write
from wenming.command.tree import tree

pytestmark = pytest.mark.django_db


def test_a_row_each_and_never_a_formula() -> None:
    group = make_group()
    make_seat(group, "总指挥", "=1+1")
    make_seat(make_group("<r>&</r>"), "组长", "甲")
    make_seat(group, "成员单位", unit=make_unit())
    make_link(site="人民路")
    file = BytesIO()
    write(file, tree(TODAY), links_found(on=TODAY), day=TODAY)
    seats, links = load_workbook(file).worksheets
    rows = [["" if cell is None else cell for cell in row] for row in seats.iter_rows(min_row=3, values_only=True)]
    assert rows == [
        ["创建指挥部", "总指挥", "=1+1", "", "", "2026-01-12"],
        ["创建指挥部", "成员单位", "", "", "青禾县教育局", "2026-01-12"],
        ["<r>&</r> ", "组长", "甲", "", "", "2026-01-12"],
    ]
    assert (seats["C3"].data_type, seats["C3"].quotePrefix, seats["B3"].quotePrefix) == ("s", True, False)
    assert [cell for cell in next(links.iter_rows(min_row=3, values_only=True)) if cell] == [
        "顾维桢",
        "青禾县",
        "人民路",
        "挂点",
        "2026-01-12",
    ]
