"""Feeds as people make them, and as programs read them."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries, Settings

from tests.papers.feeds.test_reading import a_feed
from tests.papers.making import a_quarter, make_cell
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.papers.feeds import actions, views
from wenming.papers.models import Alarm, Feed
from wenming.places.models import Unit
from wenming.web.rates import Buckets

pytestmark = pytest.mark.django_db


@pytest.fixture
def own() -> Unit:
    """The unit of the liaison, with something that falls due today."""
    unit = make_unit("甲镇")
    from_today = a_quarter()
    make_cell(from_today, unit)
    return unit


@pytest.fixture
def person(own: Unit) -> User:
    """A liaison."""
    return make_person("顾兰", PostRole.LIAISON, own)


@pytest.fixture
def liaison(client: Client, person: User) -> Client:
    """A liaison, signed in."""
    client.force_login(person)
    return client


def made(client: Client, **given: object) -> str:
    """The address of a new feed."""
    answer = client.post(reverse("papers:make_feed"), {"name": "手机", "unit": "", "alarm": 1, **given})
    found = re.search(r"http://testserver(/calendar/[\w-]+\.ics)", answer.content.decode())
    assert found
    return found[1]


def test_the_address_is_shown_once_and_opens_without_signing_in(liaison: Client) -> None:
    address = made(liaison)
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert Calendar.from_ical(answer.content)["version"] == "2.0"
    listed = liaison.get(reverse("papers:feeds")).content.decode()
    assert "手机" in listed
    assert address not in listed
    assert "最近读取" in listed


def test_a_stopped_feed_is_not_there(liaison: Client) -> None:
    address = made(liaison)
    there = reverse("papers:revoke_feed", args=[Feed.objects.get().pk])
    answer = liaison.post(there, follow=True)
    assert "日历订阅已停用" in answer.content.decode()
    assert Client().get(address).status_code == 404
    assert "之前已经停用了" in liaison.post(there, follow=True).content.decode()
    assert "还没有日历订阅" in liaison.get(reverse("papers:feeds")).content.decode()


def test_a_secret_that_nobody_has() -> None:
    assert Client().get(reverse("papers:feed", args=["x" * 32])).status_code == 404


def test_a_program_need_not_fetch_it_again(liaison: Client) -> None:
    address, program = made(liaison), Client()
    first = program.get(address)
    for name, header in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        answer = program.get(address, headers={header: first.headers[name]})
        assert (answer.status_code, answer.content) == (304, b"")
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert program.head(address).status_code == 200
    assert program.post(address).status_code == 405


def test_nobody_stops_the_feed_of_another(liaison: Client) -> None:
    foreign = a_feed(make_person("许青"))
    assert liaison.post(reverse("papers:revoke_feed", args=[foreign.pk])).status_code == 404
    assert "许青" not in liaison.get(reverse("papers:feeds")).content.decode()


def test_a_unit_beyond_reach_is_refused_and_what_was_typed_stays(liaison: Client) -> None:
    there = reverse("papers:make_feed")
    answer = liaison.post(there, {"name": "科里的电脑", "unit": make_unit("乙镇").pk, "alarm": 1})
    assert answer.status_code == 422
    assert "科里的电脑" in answer.content.decode()
    assert not Feed.objects.exists()


def test_more_than_one_may_have(liaison: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", 1)
    made(liaison)
    answer = liaison.post(reverse("papers:make_feed"), {"name": "又一个", "unit": "", "alarm": 1})
    assert answer.status_code == 422
    assert "先停用不用的" in answer.content.decode()


def test_a_program_that_runs_wild_is_told_to_wait(
    liaison: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, program = made(liaison), Client()
    settings.RATES = True
    monkeypatch.setattr(views, "_buckets", Buckets())
    found = [program.get(address) for _ in range(views.OFTEN.size + 1)]
    assert [one.status_code for one in found] == [200] * views.OFTEN.size + [429]
    assert int(found[-1].headers["Retry-After"]) > 0


def test_the_language_of_the_program_changes_nothing(liaison: Client) -> None:
    address = made(liaison)
    chinese, english = (Client().get(address, headers={"Accept-Language": one}) for one in ("zh-CN", "en"))
    assert chinese.content == english.content


def test_queries_do_not_grow(
    liaison: Client, person: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        actions.make(name=f"第{number}个", unit=make_unit("甲镇"), alarm=Alarm.NONE, by=person, at=person.date_joined)
    with django_assert_max_num_queries(10):
        assert liaison.get(reverse("papers:feeds")).content.decode().count("停用<") >= 12
