"""A round from its making to its end, as the office works with it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_area, make_person, make_unit
from tests.scores.making import make, make_open, saw, scored_edition
from tests.scores.rounds.test_forms import SAID
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event
from wenming.places.models import AreaKind
from wenming.scores.models import Reader, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def send(client: Client, name: str, found: Round, **said: object) -> str:
    return client.post(reverse(f"scores:{name}", args=[found.pk]), said, follow=True).content.decode()


def listed(client: Client) -> str:
    return client.get(reverse("scores:list")).content.decode()


def test_an_empty_list_says_how_to_begin(client: Client, me: User) -> None:
    assert "要先启用一套测评体系" in listed(client)
    scored_edition(me)
    assert "新建第一轮" in listed(client)


def test_from_making_to_the_end(client: Client, me: User) -> None:
    edition = scored_edition(me)
    wrong = client.post(reverse("scores:make"), {**SAID, "edition": edition.pk, "last": "2026-01-01"})
    assert wrong.status_code == 422
    page = client.post(reverse("scores:make"), {**SAID, "edition": edition.pk}, follow=True).content.decode()
    assert "这一轮还在准备" in page
    found = Round.objects.get()
    assert "已保存" in send(client, "change", found, **{**SAID, "title": "改了名的"})
    assert "改了名的" in client.get(reverse("scores:change", args=[found.pk])).content.decode()
    assert "测评已开始" in send(client, "begin", found)
    assert "已经开始" in send(client, "begin", found)
    assert "已经开始" in send(client, "discard", found)
    assert "测评已结束" in send(client, "close", found)
    assert Event.objects.get(verb="scores.close").after == {"score": "/0"}
    assert "已经结束" in send(client, "close", found)
    assert "要写明原因" in send(client, "reopen", found)
    assert "重新打开" in send(client, "reopen", found, reason="漏了一个点位")
    found.refresh_from_db()
    assert found.state == "open"
    assert "已经开始" in send(client, "reopen", found, reason="再来")


def test_what_has_not_begun_can_go(client: Client, me: User) -> None:
    assert "已删除" in send(client, "discard", make(me))
    assert not Round.objects.exists()


def test_closing_what_has_not_begun_is_refused(client: Client, me: User) -> None:
    assert "还没有开始" in send(client, "close", make(me))


def test_who_may_see_it(client: Client, me: User) -> None:
    found = make_open(me)
    address = reverse("scores:people", args=[found.pk])
    assert "还没有领导或者测评员" in client.get(address).content.decode()
    assessor, liaison = make_person("杜", PostRole.ASSESSOR), make_person("周", PostRole.LIAISON)
    assert client.post(address, {"people": [liaison.pk]}).status_code == 422
    client.post(address, {"people": [assessor.pk], "is_restricted": "on"})
    assert Reader.objects.get().user == assessor
    assert "checked" in client.get(address).content.decode()
    assert "只有点名的人能看" in listed_head(client, found)
    client.force_login(assessor)
    assert "一季度自查" in listed(client)
    assert client.get(address).status_code == 404


def test_nobody_of_another_county_is_offered(client: Client, me: User) -> None:
    other = make_unit("临江县统计局", area=make_area("临江县", AreaKind.COUNTY))
    stranger = make_person("外人", PostRole.ASSESSOR, other)
    address = reverse("scores:people", args=[make_open(me).pk])
    assert "外人" not in client.get(address).content.decode()
    assert client.post(address, {"people": [stranger.pk]}).status_code == 422


def listed_head(client: Client, found: Round) -> str:
    return client.get(reverse("scores:round", args=[found.pk])).content.decode()


def test_as_many_queries_for_many_rounds(
    client: Client, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        make_open(me, saw("A-1"), title=f"第{number}轮")
    with django_assert_max_num_queries(12):
        assert "第11轮" in listed(client)
