"""A unit objects in the browser, and the office answers."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import PostRole
from wenming.places.models import Unit
from wenming.work.models import Cell, Commitment, Objection
from wenming.work.objections import views
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def asked(unit: Unit) -> Commitment:
    """Something that the unit is asked."""
    commitment = make_commitment(make_measure(unit))
    with transaction.atomic():
        refresh(commitments=[commitment.pk], units=None, at=NOON)
    return commitment


def test_from_the_units_no_to_the_offices_yes(client: Client) -> None:
    unit = make_unit("甲镇")
    commitment = asked(unit)
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    working = client.get(reverse("work:why", args=[commitment.pk, unit.pk])).content.decode()
    address = reverse("work:object", args=[commitment.pk, unit.pk])
    assert address in working
    assert "民主评议" in client.get(address).content.decode()
    answer = client.post(address, {"kind": "not_ours"})
    assert answer.status_code == 422
    client.post(address, {"kind": "not_ours", "reason": "职责已划转", "whose": "县体育局"})
    html = client.get(reverse("work:objections")).content.decode()
    assert "职责已划转" in html
    assert "撤回" in html
    assert client.post(address, {"kind": "cannot", "reason": "再说一次"}).status_code == 422
    made = Objection.objects.get()
    office = Client()
    office.force_login(commitment.measure.version.uploaded_by)
    assert "1 条异议等您答复" in office.get("/").content.decode()
    decide = reverse("work:decide_objection", args=[made.pk])
    assert "不同意的，请写明理由" in office.post(decide, {"outcome": "refuse"}, follow=True).content.decode()
    office.post(decide, {"outcome": "accept", "answer": "同意划转"})
    assert Cell.objects.get().state == "exempt"
    assert "已经有结论了" in office.post(decide, {"outcome": "accept"}, follow=True).content.decode()
    assert "同意划转" in client.get(reverse("work:objections")).content.decode()


def test_the_unit_takes_it_back(client: Client) -> None:
    unit = make_unit("甲镇")
    commitment = asked(unit)
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    client.post(reverse("work:object", args=[commitment.pk, unit.pk]), {"kind": "cannot", "reason": "没有场地"})
    address = reverse("work:withdraw_objection", args=[Objection.objects.get().pk])
    client.post(address)
    assert Objection.objects.get().outcome == "withdrawn"
    assert "已经有结论了" in client.post(address, follow=True).content.decode()


def test_only_against_what_the_unit_is_asked(client: Client) -> None:
    other = make_unit("乙镇")
    commitment = asked(make_unit("甲镇"))
    client.force_login(make_person("顾兰", PostRole.LIAISON, other))
    assert client.get(reverse("work:object", args=[commitment.pk, other.pk])).status_code == 404


def _objected(unit: Unit, commitment: Commitment, *, reason: str, day: int, is_decided: bool) -> None:
    at = NOON.replace(day=day)
    office = commitment.measure.version.uploaded_by
    decided = {"decided_at": at, "decided_by": office, "outcome": "refused"} if is_decided else {}
    Objection.objects.create(
        unit=unit,
        commitment=commitment,
        kind="cannot",
        reason=reason,
        made_by=office,
        made_at=at,
        answer=reason,
        **decided,
    )


def test_all_that_wait_can_be_reached_and_come_before_what_is_decided(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PAGE", 2)
    unit = make_unit("甲镇")
    commitment = asked(unit)
    for day in (1, 2):
        _objected(unit, commitment, reason=f"已定{day}", day=day, is_decided=True)
    for day in (5, 3, 4):
        _objected(make_unit(f"{day}镇"), commitment, reason=f"等待{day}", day=day, is_decided=False)
    client.force_login(commitment.measure.version.uploaded_by)
    address = reverse("work:objections")
    shown = [client.get(address, {"page": number}).content.decode() for number in (1, 2, 3)]
    words = ("等待3", "等待4", "等待5", "已定2", "已定1")
    assert [[word for word in words if f">{word}<" in html] for html in shown] == [
        ["等待3", "等待4"],
        ["等待5", "已定2"],
        ["已定1"],
    ]
    assert ["没有等待答复的异议" in html for html in shown] == [False] * 3


def test_queries_of_the_list_do_not_grow(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    unit = make_unit("甲镇")
    commitment = asked(unit)
    for number in range(18):
        judged = make_unit(f"{number}镇")
        _objected(judged, commitment, reason="没有场地", day=1 + number, is_decided=number % 2 == 0)
    client.force_login(commitment.measure.version.uploaded_by)
    with django_assert_max_num_queries(11):
        assert client.get(reverse("work:objections")).content.decode().count("没有场地") == 18
