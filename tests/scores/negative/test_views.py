"""The negative list on the page."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_area, make_person, make_unit
from tests.scores.making import make, make_open, saw
from wenming.accounts.models import PostRole, User
from wenming.places.models import AreaKind, UnitKind
from wenming.rules.scoring.negative import Status
from wenming.scores.models import NegativeEvent, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def note(client: Client, found: Round, **more: object) -> str:
    said = {"entry": "F-1", "on": "2026-01-05", "text": "一处工地坍塌", "source": "通报〔2026〕1号", **more}
    return client.post(reverse("scores:note_event", args=[found.pk]), said, follow=True).content.decode()


def test_what_happened_costs_points_and_says_why(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1"), status=Status.NOMINEE)
    page = note(client, found)
    for words in ("已登记", "一处工地坍塌", "通报〔2026〕1号", "这一轮扣 3 分", "在期限内"):
        assert words in page
    assert "负面清单扣了 3 分" in client.get(reverse("scores:round", args=[found.pk])).content.decode()
    assert "不在期限内" in note(client, found, on="2020-01-05")
    event = NegativeEvent.objects.get(on="2026-01-05")
    taken = client.post(reverse("scores:withdraw_event", args=[event.pk]), follow=True).content.decode()
    assert "这一轮扣" not in taken
    assert "已撤回" in client.post(reverse("scores:withdraw_event", args=[event.pk]), follow=True).content.decode()


def test_what_is_wrong_is_said_and_nothing_noted(client: Client, me: User) -> None:
    found = make_open(me)
    answer = client.post(
        reverse("scores:note_event", args=[found.pk]), {"entry": "F-1", "on": "2099-01-01", "text": "x"}
    )
    assert (answer.status_code, "这一天还没有到" in answer.content.decode()) == (422, True)
    assert client.post(reverse("scores:note_event", args=[make(me).pk]), {}).status_code == 404
    assert not NegativeEvent.objects.exists()


def test_a_framework_without_a_list_says_so(client: Client, me: User) -> None:
    found = make_open(me)
    Round.objects.filter(pk=found.pk).update(frame={**found.frame, "negative": []})
    assert "没有负面清单" in client.get(reverse("scores:negative", args=[found.pk])).content.decode()


def test_another_office_takes_nothing_back(client: Client, me: User) -> None:
    note(client, make_open(me))
    event = NegativeEvent.objects.get()
    other = make_unit("临江县文明办", UnitKind.PARTY, make_area("临江县", AreaKind.COUNTY))
    client.force_login(make_person("外", PostRole.OFFICE, other))
    assert client.post(reverse("scores:withdraw_event", args=[event.pk])).status_code == 404
