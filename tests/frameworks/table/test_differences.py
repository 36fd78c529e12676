"""What a table from outside would change."""

import pytest

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from wenming.frameworks.models import AssignmentRole, ColumnKind, Entry
from wenming.frameworks.table.differences import Wish, differences, fingerprint

pytestmark = pytest.mark.django_db


def test_roles_and_columns_that_the_table_does_not_have_stay() -> None:
    office = make_person()
    edition, unit = make_edition(office), make_unit("县城管局")
    row = hold(edition, unit, office)  # responsible
    column = edition.columns.create(name="责任领导", kind=ColumnKind.TEXT, position=1)
    place = (row.item_id, 0)
    Entry.objects.create(column=column, item=row.item, text="李副县长", made_by=office, made_at=NOON)
    assert differences(edition, [Wish(place, {"lead": []}, {})]).count == 0
    assert differences(edition, [Wish(place, {"responsible": []}, {})]).removed == [row]
    assert differences(edition, [Wish(place, {"lead": [(unit.pk, None)]}, {})]).changed == [(row, AssignmentRole.LEAD)]
    other = (item(edition, "Ⅰ-1-2").pk, 0)
    found = differences(edition, [Wish(other, {"lead": [(unit.pk, None)]}, {column.pk: "王副县长"})])
    assert found.added == [(other, (unit.pk, None), AssignmentRole.LEAD)]
    assert found.entries == {(*other, column.pk): ("", "王副县长")}


def test_any_change_is_another_fingerprint() -> None:
    office = make_person()
    edition = make_edition(office)
    before = fingerprint(edition)
    hold(edition, make_unit("县城管局"), office)
    between = fingerprint(edition)
    edition.columns.create(name="责任领导", position=1)
    assert len({before, between, fingerprint(edition)}) == 3
