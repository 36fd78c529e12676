"""The office excuses a unit in the browser."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.work.models import Cell, Excuse

pytestmark = pytest.mark.django_db


def test_an_exemption_and_its_end(client: Client) -> None:
    client.force_login(make_person())
    unit = make_unit("甲镇")
    commitment = make_commitment(make_measure(unit))
    address = reverse("work:excuse", args=[commitment.pk, unit.pk])
    assert address in client.get(reverse("work:why", args=[commitment.pk, unit.pk])).content.decode()
    assert client.get(address).status_code == 200
    given = {"kind": "exemption", "first": "2026-01-01", "reason": "撤并"}
    wrong = client.post(address, given | {"last": "2025-01-01"})
    assert wrong.status_code == 422
    assert "最后一天不能早于第一天" in wrong.content.decode()
    client.post(address, given)
    assert Cell.objects.get().state == "exempt"
    assert "撤并" in client.get(address).content.decode()
    end = reverse("work:end_excuse", args=[Excuse.objects.get().pk])
    client.post(end)
    assert Excuse.objects.get().last is not None
    assert "已经结束了" in client.post(end, follow=True).content.decode()


def test_one_that_is_to_come_ends_on_its_first_day(client: Client) -> None:
    person = make_person()
    client.force_login(person)
    given = {"first": date(2099, 1, 1), "given_by": person, "given_at": "2026-01-01T00:00+08:00"}
    made = Excuse.objects.create(kind="suspension", unit=make_unit(), **given)
    answer = client.post(reverse("work:end_excuse", args=[made.pk]))
    assert answer.headers["Location"] == reverse("work:board")
    made.refresh_from_db()
    assert made.last == date(2099, 1, 1)
