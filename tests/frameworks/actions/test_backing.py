"""Saying which measure serves which standard."""

import pytest

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, Says, make_person, make_version
from tests.plans.read import measure_of
from wenming.audit.models import Event
from wenming.frameworks.actions.backing import back
from wenming.frameworks.actions.bringing import put_in_force
from wenming.frameworks.models import Backing

pytestmark = pytest.mark.django_db


def test_said_changed_and_taken_back_each_is_told() -> None:
    office = make_person()
    row, measure = item(make_edition(office), "Ⅰ-1-1"), measure_of(make_version(Says("修路灯"), by=office), 1)
    for serves in (True, False, None):
        back(item=row, measure=measure, serves=serves, by=office, at=NOON)
    assert not Backing.objects.exists()
    told = Event.objects.filter(verb="frameworks.back").order_by("pk")
    assert [(one.before["serves"], one.after["serves"]) for one in told] == [(None, True), (True, False), (False, None)]


def test_it_holds_for_the_next_edition_where_the_standard_stands() -> None:
    office = make_person()
    old = make_edition(office, is_draft=False)
    measure = measure_of(make_version(Says("修路灯"), by=office), 1)
    back(item=item(old, "Ⅰ-1-1"), measure=measure, serves=True, by=office, at=NOON)
    new = make_edition(office, of=old.framework)
    put_in_force(edition=new, by=office, at=NOON)
    assert Backing.objects.get(item=item(new, "Ⅰ-1-1")).measure == measure
