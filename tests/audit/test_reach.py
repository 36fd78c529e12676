"""Who sees the history of one thing."""

import pytest

from tests.plans.making import NOON, Says, make_area, make_person, make_unit, make_version
from wenming.accounts.models import PostRole
from wenming.accounts.powers import Powers, powers_of
from wenming.audit.reach import sees_history
from wenming.places.models import AreaKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def powers() -> Powers:
    """What somebody of a town's office may do."""
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    return powers_of(make_person("某人", PostRole.OFFICE, make_unit("文昌街道", area=town)), on=NOON.date())


def test_of_what_one_may_change(powers: Powers) -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    assert sees_history(powers, "places.unit", str(make_unit("文昌街道").pk))
    assert sees_history(powers, "plans.plan", str(make_version(Says("清扫"), area=town).plan_id))


def test_of_nothing_else(powers: Powers) -> None:
    unit, plan = make_unit("县教育局"), make_version(Says("清扫")).plan
    assert not sees_history(powers, "places.unit", str(unit.pk))
    assert not sees_history(powers, "plans.plan", str(plan.pk))
    for kind, key in (("places.unit", "0"), ("places.unit", "9" * 30), ("accounts.user", "1"), ("no.kind", "1")):
        assert not sees_history(powers, kind, key)
