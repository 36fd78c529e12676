"""The list of what cannot be done, in the browser: passed to a leader, answered, seen by the unit."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_area, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import PostRole, User
from wenming.command.models import Group, GroupKind, Seat
from wenming.work.models import Objection, ObjectionKind, Referral
from wenming.work.objections.actions import Said, object_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


def cannot(by: User, name: str = "甲镇") -> Objection:
    """A unit says that it cannot."""
    unit = make_unit(name)
    commitment = make_commitment(make_measure(unit))
    return object_to(commitment=commitment, unit=unit, said=Said(ObjectionKind.CANNOT, "没有场地"), by=by, at=now())


def seat_of(person: User) -> Seat:
    """A seat in the headquarters."""
    group = Group.objects.create(name="县指挥部", kind=GroupKind.HEADQUARTERS, area=make_area(), since=localdate())
    return Seat.objects.create(group=group, title="总指挥", user=person, order=1, since=localdate())


def test_passed_to_a_leader_who_answers_and_the_unit_sees_it(client: Client, office: User) -> None:
    made = cannot(office)
    leader = make_person("顾县长", PostRole.LEADER, make_unit("县政府办"))
    seat = seat_of(leader)
    client.force_login(office)
    address = reverse("work:cannot")
    assert "没有场地" in client.get(address).content.decode()
    refer = reverse("work:refer_objection", args=[made.pk])
    assert "请选择上报给谁" in client.post(refer, {"words": "协调"}, follow=True).content.decode()
    client.post(refer, {"to": f"seat-{seat.pk}", "words": "请协调场地"})
    assert "正等答复" in client.post(refer, {"to": f"seat-{seat.pk}", "words": "再报"}, follow=True).content.decode()
    answer = reverse("work:answer_referral", args=[Referral.objects.get().pk])
    above = Client()
    above.force_login(leader)
    assert "您的答复" in above.get(address).content.decode()
    assert "请写明答复" in above.post(answer, {}, follow=True).content.decode()
    above.post(answer, {"answer": "用县文化馆"})
    liaison = Client()
    liaison.force_login(make_person("顾兰", PostRole.LIAISON, made.unit))
    html = liaison.get(reverse("work:objections")).content.decode()
    assert "用县文化馆" in html
    assert "已经有答复" in client.post(answer, {"answer": "另找"}, follow=True).content.decode()


def test_another_leader_does_not_answer(client: Client, office: User) -> None:
    made = cannot(office)
    seat_of(make_person("顾县长", None))
    referral = Referral.objects.create(objection=made, to="县指挥部", made_by=office, made_at=now())
    client.force_login(make_person("别的领导", PostRole.LEADER, make_unit("县委办")))
    assert client.post(reverse("work:answer_referral", args=[referral.pk]), {"answer": "好"}).status_code == 404


def test_the_list_does_not_ask_more_for_more(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(office)
    assert "没有办不到的事" in client.get(reverse("work:cannot")).content.decode()
    for number in range(8):
        made = cannot(office, f"{number}镇")
        Referral.objects.create(objection=made, to="县指挥部", made_by=office, made_at=now())
    with django_assert_max_num_queries(14):
        client.get(reverse("work:cannot"))
