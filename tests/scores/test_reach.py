"""Who sees which round."""

import pytest

from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.scores.making import make, make_open
from wenming.accounts.models import PostRole, User
from wenming.accounts.powers import powers_of
from wenming.places.models import AreaKind, UnitKind
from wenming.scores.actions.rounds import open_to
from wenming.scores.reach import rounds_seen

pytestmark = pytest.mark.django_db


def titles(person: User) -> set[str]:
    return {one.title for one in rounds_seen(powers_of(person, on=NOON.date()), person)}


def test_the_office_sees_all_a_leader_what_has_begun_an_assessor_what_names_them() -> None:
    office, leader, assessor = make_person(), make_person("孟", PostRole.LEADER), make_person("杜", PostRole.ASSESSOR)
    liaison = make_person("周", PostRole.LIAISON)
    make(office, title="准备中的")
    begun = make_open(office, title="开始了的")
    closed_to_most = make_open(office, title="只给点名的")
    open_to(opened=closed_to_most, people=[assessor], is_restricted=True, by=office, at=NOON)
    assert titles(office) == {"准备中的", "开始了的", "只给点名的"}
    assert titles(leader) == {"开始了的"}
    assert titles(assessor) == {"只给点名的"}
    assert titles(liaison) == set()
    open_to(opened=begun, people=[assessor, leader], is_restricted=True, by=office, at=NOON)
    assert titles(leader) == {"开始了的"}
    assert titles(assessor) == {"开始了的", "只给点名的"}


def test_the_office_of_another_county_sees_nothing() -> None:
    make_open(make_person())
    other = make_area("临江县", AreaKind.COUNTY)
    assert titles(make_person("外", unit=make_unit("临江县文明办", UnitKind.PARTY, other))) == set()


def test_named_but_not_begun_is_not_seen() -> None:
    office, assessor = make_person(), make_person("杜", PostRole.ASSESSOR)
    open_to(opened=make(office), people=[assessor], is_restricted=False, by=office, at=NOON)
    assert titles(assessor) == set()
