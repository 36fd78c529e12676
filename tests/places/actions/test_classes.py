"""Classes of units: one event for each change."""

import pytest

from tests.places.making import BY
from tests.plans.making import make_unit
from wenming.audit.models import Event
from wenming.places import actions
from wenming.places.models import UnitKind

pytestmark = pytest.mark.django_db


def test_adding_and_changing_are_told() -> None:
    unit = make_unit()
    made = actions.add_class(**BY, name="各系统党委", named_members=[unit], aliases=["系统党委"])
    actions.change_class(**BY, unit_class=made, name="各局", kinds=[UnitKind.GOVERNMENT])
    told = Event.objects.get(verb="places.change_class")
    assert told.before["named_members"] == [unit.pk]
    assert (told.after["name"], told.after["kinds"], told.after["named_members"]) == ("各局", ["government"], [])
