"""Names go to those who record for the unit; others see how many."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from tests.work.members.making import make_member
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def page_for(role: PostRole, unit: Unit | None, address: str) -> tuple[int, str]:
    client = Client()
    client.force_login(make_person(f"某{role}", role, unit) if unit else make_person(f"某{role}", role))
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


def test_who_sees_names(unit: Unit, me: User, liaison: Client) -> None:
    make_member(unit, "李青山", made_by=me)
    address = reverse("work:roll", args=[unit.pk])
    assert "李青山" in liaison.get(address).content.decode()
    assert page_for(PostRole.LIAISON, make_unit("县团委"), address)[0] == 404
    status, html = page_for(PostRole.INSPECTOR, make_unit("县委办"), address)
    assert (status, "李青山" in html, "今天在册 1 人" in html) == (200, False, True)
