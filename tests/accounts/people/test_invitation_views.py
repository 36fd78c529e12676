"""Inviting people by link."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from wenming.accounts.models import Invitation, PostRole

pytestmark = pytest.mark.django_db
DATA = {"full_name": "李敏", "phone": "", "role": "liaison", "unit": "县文明办"}


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office."""
    client.force_login(make_person("许青", PostRole.OFFICE))
    return client


def test_the_link_is_shown_once_and_opens(office: Client) -> None:
    page = office.post(reverse("accounts:invite"), DATA).content.decode()
    (link,) = re.findall(r"http://testserver(/invitation/[^<]+)<", page)
    assert Client().get(link, follow=True).status_code == 200
    again = office.get(reverse("accounts:invitations")).content.decode()
    assert "李敏" in again
    assert link not in again


def test_what_was_typed_stays(office: Client) -> None:
    answer = office.post(reverse("accounts:invite"), {**DATA, "unit": "没有的局"})
    assert answer.status_code == 422
    assert "李敏" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_taken_back(office: Client) -> None:
    office.post(reverse("accounts:invite"), DATA)
    address = reverse("accounts:withdraw_invitation", args=[Invitation.objects.get().pk])
    assert "邀请已撤回" in office.post(address, follow=True).content.decode()
    assert Invitation.objects.get().withdrawn
    assert office.post(address).status_code == 404


def test_none_is_open(office: Client) -> None:
    make_unit()
    assert "没有未接受的邀请" in office.get(reverse("accounts:invitations")).content.decode()
