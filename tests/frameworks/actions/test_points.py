"""Points that an office sets."""

from fractions import Fraction

import pytest

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_person
from wenming.audit.models import Event
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.actions.points import set_points
from wenming.frameworks.models import Edition, EditionState
from wenming.frameworks.rows import pack_of

pytestmark = pytest.mark.django_db


def test_points_are_exact_and_may_be_unknown_again() -> None:
    office = make_person()
    edition = make_edition(office)
    row = item(edition, "Ⅰ-1-2")
    set_points(item=row, points=Fraction("0.66"), by=office, at=NOON)
    assert {one.code: one.points for one in pack_of(edition).root.walk()}["Ⅰ-1-2"] == Fraction("0.66")
    told = Event.objects.get(verb="frameworks.set_points")
    assert (told.before, told.after) == ({"points": None}, {"points": "0.66"})
    set_points(item=row, points=None, by=office, at=NOON)
    assert "points" not in item(edition, "Ⅰ-1-2").body
    Edition.objects.update(state=EditionState.SUPERSEDED)
    with pytest.raises(Superseded):
        set_points(item=row, points=Fraction(1), by=office, at=NOON)
