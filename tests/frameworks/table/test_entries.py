"""What pages show of the office's own columns."""

import pytest

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_person
from wenming.frameworks.models import Entry, Item
from wenming.frameworks.queries import with_assignments
from wenming.frameworks.table.entries import columns_of, said_at, said_of

pytestmark = pytest.mark.django_db


def test_a_piece_of_which_nothing_is_said_has_what_is_said_of_the_standard() -> None:
    office = make_person()
    edition = make_edition(office)
    standard = item(edition, "Ⅰ-2-1")
    leader = edition.columns.create(name="责任领导", position=2)
    edition.columns.create(name="所需材料", position=1)
    for number, text in ((0, "李副县长"), (2, "王副县长")):
        Entry.objects.create(column=leader, item=standard, wanted=number, text=text, made_by=office, made_at=NOON)
    columns, found = columns_of(edition), with_assignments(Item.objects.filter(pk=standard.pk)).get()
    assert [one.name for one in columns] == ["所需材料", "责任领导"]
    assert said_of(found, columns) == [[], [(0, "李副县长"), (2, "王副县长")]]
    assert said_at(found, 1, columns) == ["", "李副县长"]
    assert said_at(found, 2, columns) == ["", "王副县长"]
