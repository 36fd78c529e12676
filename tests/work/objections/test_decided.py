"""A decision holds the next time: whoever was told that it is not theirs is left out of what is proposed."""

import pytest

from tests.plans.making import NOON, Says, make_person, make_unit, make_version
from tests.work.making import make_commitment
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.reading.model import Role
from wenming.work.commitments.actions import propose
from wenming.work.models import Commitment, Excuse, ObjectionKind
from wenming.work.objections.actions import Said, decide_objection, object_to
from wenming.work.objections.decided import decided_for, is_same_matter

pytestmark = pytest.mark.django_db
TITLE = "每季度开展民主评议"


@pytest.fixture
def office() -> User:
    return make_person()


def asked_of(*units: Unit, by: User, title: str = TITLE) -> Commitment:
    """A confirmed commitment of a plan of its own."""
    duties = [(unit.short, Role.RESPONSIBLE, unit) for unit in units]
    version = make_version(Says(title, duties=duties), by=by)
    return make_commitment(version.measures.get(), by)


def decide(commitment: Commitment, unit: Unit, by: User, *, kind: ObjectionKind = ObjectionKind.NOT_OURS) -> None:
    """The unit objects, and the office agrees."""
    made = object_to(commitment=commitment, unit=unit, said=Said(kind, "职责已划转"), by=by, at=NOON)
    decide_objection(objection=made, is_accepted=True, answer="同意划转", by=by, at=NOON)


def test_the_next_proposal_leaves_the_unit_out(office: User) -> None:
    gone, stays = make_unit("甲镇"), make_unit("乙镇")
    decide(asked_of(gone, stays, by=office), gone, office)
    duties = [(unit.short, Role.RESPONSIBLE, unit) for unit in (gone, stays)]
    version = make_version(Says(TITLE, duties=duties), Says("维修路灯", duties=duties), by=office, title="另一份方案")
    again, other = propose(version=version, by=office, at=NOON)
    left = Excuse.objects.get(commitment=again)
    assert (left.unit, left.reason) == (gone, "以前已定不属于该单位（2026-03-05，“民主评议”）。")
    assert not Excuse.objects.filter(commitment=other).exists()
    (told,) = decided_for([again, other])
    assert (told.objection.unit, told.objection.decided_by) == (gone, office)


def test_only_what_is_agreed_and_not_theirs_is_a_rule(office: User) -> None:
    unit = make_unit("甲镇")
    decide(asked_of(unit, by=office), unit, office, kind=ObjectionKind.CANNOT)
    refused = asked_of(unit, by=office, title="季度民主评议开展情况")
    made = object_to(commitment=refused, unit=unit, said=Said(ObjectionKind.NOT_OURS, "不归我们"), by=office, at=NOON)
    decide_objection(objection=made, is_accepted=False, answer="归", by=office, at=NOON)
    assert decided_for([asked_of(unit, by=office)]) == []


def test_the_same_matter_is_the_same_work_in_an_alike_measure(office: User) -> None:
    unit = make_unit("甲镇")
    one, other = asked_of(unit, by=office), asked_of(unit, by=office, title="每半年开展一次民主评议")
    assert is_same_matter(one, other)
    assert not is_same_matter(one, one)
    elsewhere = asked_of(unit, by=office, title="维修背街小巷路灯")
    assert not is_same_matter(one, elsewhere)


def test_what_is_judged_together_leaves_nobody_out(office: User) -> None:
    unit = make_unit("甲镇")
    decide(asked_of(unit, by=office), unit, office)
    together = asked_of(unit, by=office)
    together.whom = "together"
    together.save()
    assert decided_for([together]) == []
