"""Who sees which verdicts in the papers."""

from datetime import date

import pytest
from django.http import Http404
from django.test import RequestFactory

from tests.papers.making import a_quarter, make_cell
from tests.plans.making import make_area, make_person, make_unit, seeing
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import PostRole, User
from wenming.accounts.powers import Powers, powers_of
from wenming.accounts.rights import Right
from wenming.papers.seen import Chosen, cells_seen, chosen_in, is_wide, plans_seen, units_offered
from wenming.places.models import AreaKind
from wenming.work.models import Whom

pytestmark = pytest.mark.django_db
EVERYTHING = seeing(Right.WORK_VIEW, Right.PLAN_VIEW)


def held_by(person: User) -> Powers:
    return powers_of(person, on=date(2026, 3, 5))


def test_a_liaison_sees_own_units_and_what_is_judged_together_and_open_to_them() -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    a_quarter(own, other)
    shared = make_commitment(make_measure(own, title="全县一起做"), whom=Whom.TOGETHER)
    foreign = make_commitment(make_measure(other, title="别人一起做"), whom=Whom.TOGETHER)
    make_cell(shared, None)
    make_cell(foreign, None)
    powers = held_by(make_person("顾兰", PostRole.LIAISON, own))
    assert not is_wide(powers)
    assert {(one.commitment, one.unit) for one in cells_seen(powers, Chosen())} == {
        (own_cell.commitment, own_cell.unit) for own_cell in cells_seen(EVERYTHING, Chosen(unit=own))
    }
    assert [one.commitment for one in cells_seen(powers, Chosen()).filter(unit=None)] == [shared]
    assert not cells_seen(powers, Chosen(), with_all=False).filter(unit=None).exists()


def test_an_office_sees_its_area_and_all_together() -> None:
    own = make_unit("甲镇")
    foreign = make_unit("外县局", area=make_area("外县", AreaKind.COUNTY))
    commitment = a_quarter(own, foreign)
    make_cell(commitment, None)
    powers = held_by(make_person("沈知", PostRole.OFFICE, own))
    assert is_wide(powers)
    assert {one.unit for one in cells_seen(powers, Chosen())} == {own, None}


def test_a_plan_narrows_it_down() -> None:
    unit = make_unit("甲镇")
    one, other = a_quarter(unit), a_quarter(unit, title="另一件事")
    found = cells_seen(EVERYTHING, Chosen(plan=other.measure.version))
    assert [cell.commitment for cell in found] == [other]
    assert {version.pk for version in plans_seen(EVERYTHING)} == {
        one.measure.version_id,
        other.measure.version_id,
    }


def test_what_is_not_in_force_is_not_seen() -> None:
    commitment = a_quarter(make_unit("甲镇"))
    type(commitment).objects.update(state="set_aside", confirmed_by=None, confirmed_at=None)
    assert not cells_seen(EVERYTHING, Chosen()).exists()


def test_the_address_chooses_what_the_person_sees_and_nothing_else() -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    version = a_quarter(own, other).measure.version
    request = RequestFactory().get("/", {"unit": own.pk, "plan": version.plan_id})
    request.user = make_person("顾兰", PostRole.LIAISON, own)
    assert chosen_in(request) == Chosen(own, version)
    assert chosen_in(request).query(month="2026-03") == f"unit={own.pk}&plan={version.plan_id}&month=2026-03"
    for given in ({"unit": other.pk}, {"plan": 10**6}):
        beyond = RequestFactory().get("/", given)
        beyond.user = request.user
        with pytest.raises(Http404):
            chosen_in(beyond)
    nonsense = RequestFactory().get("/", {"unit": "x", "plan": "-1"})
    nonsense.user = request.user
    assert chosen_in(nonsense) == Chosen()


def test_units_are_offered_where_there_is_a_choice() -> None:
    make_unit("甲镇")
    assert units_offered(EVERYTHING) == []
    make_unit("乙镇")
    assert [unit.short for unit in units_offered(EVERYTHING)] == ["甲镇", "乙镇"]
