"""What a unit cannot do goes up, and the answer comes back."""

import pytest

from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.command.models import Group, GroupKind, Seat
from wenming.work.models import Objection, ObjectionKind
from wenming.work.objections import referring
from wenming.work.objections.actions import Said, decide_objection, object_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def cannot(office: User) -> Objection:
    unit = make_unit("甲镇")
    said = Said(ObjectionKind.CANNOT, "没有场地")
    return object_to(commitment=make_commitment(make_measure(unit)), unit=unit, said=said, by=office, at=NOON)


@pytest.fixture
def group() -> Group:
    return Group.objects.create(name="县指挥部", kind=GroupKind.HEADQUARTERS, area=make_area(), since=NOON.date())


def test_up_and_back(cannot: Objection, group: Group, office: User) -> None:
    made = referring.refer(objection=cannot, to=group, words="协调场地", by=office, at=NOON)
    assert (made.to, made.group, made.seat) == ("县指挥部", group, None)
    with pytest.raises(referring.AlreadyReferred):
        referring.refer(objection=cannot, to=group, words="协调场地", by=office, at=NOON)
    found = referring.answer_referral(referral=made, answer="用县文化馆", by=office, at=NOON)
    assert (found.answer, found.answered_at) == ("用县文化馆", NOON)
    with pytest.raises(referring.AlreadyAnswered):
        referring.answer_referral(referral=made, answer="再想想", by=office, at=NOON)
    verbs = {"work.refer_objection", "work.answer_referral"}
    assert set(Event.objects.filter(verb__in=verbs).values_list("verb", flat=True)) == verbs


def test_only_what_a_unit_cannot_and_may_still_goes_up(cannot: Objection, group: Group, office: User) -> None:
    decide_objection(objection=cannot, is_accepted=False, answer="有场地", by=office, at=NOON)
    with pytest.raises(referring.NotToBeReferred):
        referring.refer(objection=cannot, to=group, words="协调场地", by=office, at=NOON)


def test_whoever_sits_there_is_addressed(cannot: Objection, group: Group, office: User) -> None:
    leader, other = make_person("县长", None), make_person("旁人", None)
    seat = Seat.objects.create(group=group, title="总指挥", user=leader, order=1, since=NOON.date())
    to_group = referring.refer(objection=cannot, to=group, words="协调场地", by=office, at=NOON)
    assert referring.addressed_to(leader, [to_group], on=NOON.date())
    assert not referring.addressed_to(other, [to_group], on=NOON.date())
    referring.answer_referral(referral=to_group, answer="再议", by=office, at=NOON)
    to_seat = referring.refer(objection=cannot, to=seat, words="协调场地", by=office, at=NOON)
    assert to_seat.to == "县指挥部 总指挥"
    assert referring.addressed_to(leader, [to_seat], on=NOON.date())
    groups, seats = referring.places_to_refer(NOON.date())
    assert (groups, seats) == ([group], [seat])
