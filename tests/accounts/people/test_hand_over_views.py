"""Handing over on screen: choose, look, confirm."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.accounts.models import PostRole, User
from wenming.plans.models import VersionState

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client: Client) -> Client:
    """The security administrator."""
    client.force_login(make_person("保卫", PostRole.SECURITY))
    return client


@pytest.fixture
def giver() -> User:
    """Who leaves."""
    giver = make_person("许青", PostRole.OFFICE)
    make_version(Says("清扫"), title="草案", state=VersionState.REVIEW, by=giver)
    return giver


def test_first_one_looks_then_it_moves(keeper: Client, giver: User) -> None:
    taker = make_person("沈知远", None)
    address = reverse("accounts:hand_over", args=[giver.pk])
    assert "看会移交什么" in keeper.get(address).content.decode()
    shown = keeper.get(address, {"person": "沈知远"}).content.decode()
    assert "经办的方案" in shown
    assert "县文明办" in shown
    assert not taker.posts.exists()
    assert keeper.post(address, {"person": "沈知远", "stops": "on"}).status_code == 302
    giver.refresh_from_db()
    assert (taker.posts.get().role, giver.is_active) == ("office", False)


def test_who_cannot_take_over_is_said(keeper: Client, giver: User) -> None:
    other = make_person("另一位", PostRole.SECURITY)
    address = reverse("accounts:hand_over", args=[giver.pk])
    answer = keeper.post(address, {"person": other.username})
    assert answer.status_code == 422
    assert "不能兼任" in answer.content.decode()
    assert keeper.get(address, {"person": "没有这个人"}).status_code == 422
    assert keeper.get(address, {"person": giver.username}).status_code == 422


def test_what_the_other_has_already_is_marked(keeper: Client, giver: User) -> None:
    make_person("沈知远", PostRole.OFFICE, make_unit("县文明办"))
    shown = keeper.get(reverse("accounts:hand_over", args=[giver.pk]), {"person": "沈知远"}).content.decode()
    assert "对方已有" in shown
