"""The table as Excel."""

from io import BytesIO

import openpyxl
import pytest
from django.utils import translation

from tests.plans.making import Says, make_unit, make_version
from wenming.plans.table.filters import Filters
from wenming.plans.table.rows import rows_of
from wenming.plans.table.selection import select
from wenming.plans.table.sheet import excel
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


def sheet(*says: Says) -> list[tuple[object, ...]]:
    selection = select(make_version(*says), Filters())
    book = openpyxl.load_workbook(BytesIO(excel(rows_of(selection, selection.measures), title="方案")))
    return list(book.worksheets[0].iter_rows(values_only=True))


def test_it_has_the_words_of_the_table() -> None:
    unit = make_unit()
    head, row = sheet(
        Says(
            "修好路灯",
            path=("一", "（一）"),
            duties=[("教育局", Role.RESPONSIBLE, unit), ("某局", Role.RESPONSIBLE, None)],
            terms=[("底前", TermKind.DATE, {"from": None, "to": "2026-06"})],
        )
    )
    told = dict(zip(head, row, strict=True))
    assert (told["序号"], told["章节"], told["措施"]) == (1, "一 / （一）", "修好路灯")
    assert (told["牵头单位"], told["责任单位"]) == (None, "教育局、某局")
    assert told["时限"] == "2026年6月底前"
    assert "按月检查" in str(told["原文"])


def test_words_are_never_a_formula() -> None:
    _head, row = sheet(Says("=1+1", "=HYPERLINK(1)"))
    assert row[2] == "=1+1"


def test_it_speaks_the_readers_language() -> None:
    with translation.override("en"):
        head, _row = sheet(Says("甲"))
    assert head[0] == "No."
