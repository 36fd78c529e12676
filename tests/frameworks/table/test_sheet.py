"""The responsibility table as Excel."""

from io import BytesIO

import openpyxl
import pytest

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import make_person, make_unit
from wenming.frameworks.models import Item
from wenming.frameworks.queries import with_assignments
from wenming.frameworks.table.sheet import excel

pytestmark = pytest.mark.django_db


def test_a_row_for_each_standard_and_no_formula() -> None:
    office = make_person()
    edition = make_edition(office)
    hold(edition, make_unit("县城管局"), office)
    Item.objects.filter(pk=item(edition, "Ⅰ-1-2").pk).update(title="=1+2")
    rows = with_assignments(edition.items.filter(is_standard=True))
    sheet = openpyxl.load_workbook(BytesIO(excel(rows, [], title="表"))).worksheets[0]
    head, *lines = sheet.iter_rows(values_only=True)
    assert head == ("编号", "测评标准", "第几份材料", "申报材料", "牵头单位", "责任单位", "配合单位", "督查单位")
    assert lines[0] == ("Ⅰ-1-1", "背街小巷路灯完好", None, None, None, "县城管局", None, None)
    assert [line[2:4] for line in lines[2:]] == [(None, None), (1, "心理辅导室建设情况"), (2, "心理辅导室照片")]
    assert sheet["B3"].data_type == "s"
