"""Groups are added, changed, tried and removed in the browser."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_area, make_person, make_unit
from tests.reading.second.serving import Reply, serve
from tests.reminders.making import make_bot
from wenming.accounts.models import PostRole
from wenming.places.models import AreaKind
from wenming.reminders import bot_views
from wenming.reminders.models import Bot
from wenming.reminders.sealing import opened

pytestmark = pytest.mark.django_db
ADDRESS = "https://oapi.dingtalk.com/robot/send?access_token=66727"


@pytest.fixture
def office(client: Client) -> Client:
    """A browser of the county's office."""
    client.force_login(make_person())
    return client


def typed(**other: object) -> dict[str, object]:
    given = {"area": make_area().pk, "name": "创建工作群", "kind": "dingtalk", "address": ADDRESS, "hour": "8"}
    return {**given, "secret": "SEC1", "is_on": "on", **other}


def test_from_nothing_to_a_group_that_is_told(office: Client) -> None:
    html = office.get(reverse("reminders:bots")).content.decode()
    assert "还没有群机器人" in html
    assert reverse("reminders:add_bot") in html
    html = office.post(reverse("reminders:add_bot"), typed(), follow=True).content.decode()
    assert "创建工作群" in html
    assert "oapi.dingtalk.com" in html
    assert "66727" not in html
    change = reverse("reminders:change_bot", args=[Bot.objects.get().pk])
    assert "66727" not in office.get(change).content.decode()
    office.post(change, typed(address="", secret="", name="新群名", is_on=""))
    bot = Bot.objects.get()
    assert (bot.name, bot.is_on, opened(bot.sealed_address), opened(bot.sealed_secret)) == (
        "新群名",
        False,
        ADDRESS,
        "SEC1",
    )


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"address": "http://oapi.dingtalk.com/"}, "地址要以 https:// 开头"),
        ({"address": "群"}, "请到群里重新复制一次"),
        ({"address": ""}, 'aria-invalid="true"'),
        ({"name": "已有的群"}, "这个辖区已有同名的机器人"),
    ],
)
def test_bad_input_says_what_to_do(other: dict[str, object], words: str, office: Client) -> None:
    make_bot(ADDRESS, name="已有的群")
    answer = office.post(reverse("reminders:add_bot"), typed(**other))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Bot.objects.count() == 1


def test_a_test_says_how_it_ended(office: Client, named: None) -> None:
    with serve(Reply(b'{"errcode": 0}'), Reply(b'{"errcode": 310000, "errmsg": "sign not match"}')) as service:
        address = reverse("reminders:try_bot", args=[make_bot(service.url).pk])
        assert "已试发" in office.post(address, follow=True).content.decode()
        assert "请核对密钥、关键词" in office.post(address, follow=True).content.decode()
    assert office.get(address).status_code == 405


def test_removed(office: Client) -> None:
    bot = make_bot(ADDRESS)
    assert "已移除" in office.post(reverse("reminders:remove_bot", args=[bot.pk]), follow=True).content.decode()
    assert Bot.objects.count() == 0


def test_what_somebody_else_removed_meanwhile_is_not_there(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    key = make_bot(ADDRESS).pk
    held = Bot.objects.select_related("area").get(pk=key)
    Bot.objects.all().delete()
    monkeypatch.setattr(bot_views, "_bot", lambda *_asked: held)  # found a moment before it went
    for name in ("change_bot", "remove_bot"):
        assert office.post(reverse(f"reminders:{name}", args=[key]), typed()).status_code == 404
    assert not Bot.objects.exists()


def test_another_areas_bots_are_not_there(client: Client) -> None:
    bot = make_bot(ADDRESS)
    town = make_area("城关镇", AreaKind.TOWN, make_area())
    client.force_login(make_person("镇文明办", PostRole.OFFICE, make_unit("城关镇", area=town)))
    assert "创建工作群" not in client.get(reverse("reminders:bots")).content.decode()
    for name in ("change_bot", "try_bot", "remove_bot"):
        assert client.post(reverse(f"reminders:{name}", args=[bot.pk]), typed()).status_code == 404
    assert client.post(reverse("reminders:add_bot"), typed()).status_code == 422  # for an area beyond reach
    assert Bot.objects.count() == 1


def test_many_are_shown_page_by_page(
    office: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(bot_views, "PAGE", 2)
    for number in range(5):
        make_bot("https://127.0.0.1/", name=f"第{number}群")
    with django_assert_max_num_queries(11):
        html = office.get(reverse("reminders:bots"), {"page": "2"}).content.decode()
    assert [f"第{number}群" in html for number in range(5)] == [False, False, True, True, False]
