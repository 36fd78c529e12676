"""Which frameworks a person sees."""

import pytest

from tests.frameworks.making import make_edition
from tests.plans.making import NOON, make_area, make_person, make_unit, seeing
from wenming.accounts.models import PostRole
from wenming.accounts.powers import powers_of
from wenming.accounts.rights import Right
from wenming.frameworks.reach import editions_seen
from wenming.places.models import AreaKind, UnitKind

pytestmark = pytest.mark.django_db


def test_what_is_in_force_is_seen_below_and_above_a_draft_by_its_office_alone() -> None:
    office = make_person()
    in_force, draft = make_edition(office, is_draft=False), make_edition(office)
    town = make_area("甲镇", AreaKind.TOWN, make_area())
    below = make_person("周以宁", PostRole.LIAISON, make_unit("甲镇党政办", UnitKind.TOWN, town))
    assert set(editions_seen(powers_of(below, on=NOON.date()))) == {in_force}
    assert set(editions_seen(powers_of(office, on=NOON.date()))) == {in_force, draft}
    assert set(editions_seen(seeing(Right.PLAN_VIEW))) == set()
    of_town = make_edition(
        make_person("镇主任", PostRole.OFFICE, make_unit("甲镇文明办", UnitKind.TOWN, town)), is_draft=False
    )
    assert of_town in editions_seen(powers_of(office, on=NOON.date()))
