"""Who sees and enters which series."""

import pytest

from tests.plans.making import make_area, make_unit, seeing
from tests.work.figures.making import LAMPS, make_rate
from wenming.accounts.models import PostRole
from wenming.accounts.powers import Grant, Powers
from wenming.accounts.rights import Right
from wenming.places.reach import Scope
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.reach import may_enter, series_seen

pytestmark = pytest.mark.django_db


def test_those_of_plans_and_units_in_reach() -> None:
    one, other = make_unit("甲镇"), make_unit("乙镇")
    make_rate(one, other)
    everywhere = seeing(Right.PLAN_VIEW, Right.WORK_VIEW, Right.WORK_RECORD)
    assert set(series_seen(everywhere)) == {(LAMPS, key) for key in (ALL, one.pk, other.pk)}
    assert not series_seen(seeing(Right.WORK_VIEW))
    own = Scope(units=frozenset({one.pk}), above=frozenset({make_area().pk}))
    rights = (Right.PLAN_VIEW, Right.WORK_VIEW, Right.WORK_RECORD)
    liaison = Powers(tuple(Grant(right, PostRole.LIAISON, "", None, own) for right in rights))
    found = series_seen(liaison)
    assert set(found) == {(LAMPS, ALL), (LAMPS, one.pk)}
    assert may_enter(liaison, found[LAMPS, one.pk], one)
    assert not may_enter(liaison, found[LAMPS, ALL], None)
    assert may_enter(seeing(Right.COMMITMENT_EDIT), found[LAMPS, ALL], None)
