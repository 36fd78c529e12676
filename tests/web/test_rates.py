"""How often somebody may ask for what is dear: each person by themselves; an office behind one address has room."""

from contextlib import suppress

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.plans.making import make_person
from wenming.rules.buckets import Limit
from wenming.web import rates

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two searches at once and one a minute."""
    monkeypatch.setattr(rates, "DEAR_VIEWS", {"search": Limit(size=2, each_minute=1)})
    monkeypatch.setattr(rates, "STRANGERS", Limit(size=3, each_minute=1))


def test_too_often_is_said_with_how_long_to_wait(client: Client, strict: None) -> None:
    client.force_login(make_person("沈知远"))
    answers = [client.get("/search") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    wait = answers[-1]["Retry-After"]
    assert 1 <= int(wait) <= 60
    assert f"请等 {wait} 秒再试" in answers[-1].text
    assert client.get("/units/").status_code == 200


def test_colleagues_behind_one_address_do_not_hinder_each_other(client: Client, strict: None) -> None:
    people = [make_person(name) for name in ("沈知远", "李敏", "许青")]
    for one in people * 2:
        client.force_login(one)
        assert client.get("/search").status_code == 200


def test_strangers_are_counted_by_address(client: Client, strict: None) -> None:
    here = [client.get("/sign-in/", REMOTE_ADDR="10.0.0.1").status_code for _ in range(4)]
    assert here == [200, 200, 200, 429]
    assert client.get("/sign-in/", REMOTE_ADDR="10.0.0.2").status_code == 200


def test_the_real_limits_are_wide() -> None:
    assert all(limit.size >= 30 and limit.each_minute >= 60 for limit in rates.DEAR_VIEWS.values())
    assert all(address(name) for name in rates.DEAR_VIEWS)


def address(name: str) -> str:
    """The address of that name, with something in place of what it takes."""
    for given in ([], [1], [1, "a"], [1, 1, "a"]):
        with suppress(NoReverseMatch):
            return reverse(name, args=given)
    raise AssertionError(name)


def test_no_more_buckets_than_fit() -> None:
    buckets = rates.Buckets()
    for number in range(rates.MOST_KEPT + 10):
        buckets.wait("", str(number), Limit(1, 1), 0)
    assert len(buckets._kept) == rates.MOST_KEPT
    assert buckets.wait("", "0", Limit(1, 1), 0) == 0
    assert buckets.wait("", str(rates.MOST_KEPT), Limit(1, 1), 0) > 0
