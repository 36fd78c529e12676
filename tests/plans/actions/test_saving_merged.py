"""A unit that is merged while the document naming it is read."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from wenming.places import actions as places
from wenming.places.models import Unit
from wenming.places.queries import directory
from wenming.plans.actions.saving import _meant_today
from wenming.rules.matching import Match, Reason, match

pytestmark = pytest.mark.django_db


def test_the_unit_that_is_left_is_meant() -> None:
    gone, kept = make_unit("县教体局"), make_unit("县教育局")
    found = {"县教体局": match("县教体局", directory()), "没有": Match(Reason.UNKNOWN)}
    places.merge_units(unit=gone, into=kept, by=make_person(), at=NOON)
    meant = _meant_today(found)
    assert meant["县教体局"].entry
    assert meant["县教体局"].entry.id == kept.pk
    assert meant["没有"] == found["没有"]


def test_a_unit_that_is_nowhere_is_not_meant() -> None:
    unit = make_unit("县教体局")
    found = {"县教体局": match("县教体局", directory())}
    Unit.objects.filter(pk=unit.pk).delete()
    assert _meant_today(found)["县教体局"] == Match(Reason.UNKNOWN)
