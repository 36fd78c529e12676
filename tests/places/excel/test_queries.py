"""Own imports, sums of each sheet, marks at their places."""

import pytest

from tests.places.excel import making
from tests.plans.making import make_area, make_person
from wenming.places.excel.queries import marks, own_imports, sums
from wenming.places.excel.tasks import sheets_of

pytestmark = pytest.mark.django_db


def test_what_one_handed_in() -> None:
    me, other = make_person(), make_person("许青")
    make_area()
    one = making.compared(making.units(("", "甲局", "", "局办", "没有"), ("", "乙局", "", "企业", "青禾县")), me)
    assert (list(own_imports(me)), list(own_imports(other))) == ([one], [])
    assert sums(one) == [("单位", {"fault": 2, "new": 1, "changed": 0, "same": 0})]
    assert set(marks(one, sheets_of(one))["单位"]) == {(2, 3), (2, 4)}


def test_a_column_that_is_not_there_is_marked_at_the_top() -> None:
    one = making.compared(making.workbook({"辖区": [("名称", "层级"), ("甲镇", "乡镇（街道）")]}), make_person())
    ((place, words),) = marks(one, sheets_of(one))["辖区"].items()
    assert place == (1, 0)
    assert "上一级" in words
