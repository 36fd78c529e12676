"""The office looks ahead, looks back, and sets the steps."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries, Settings

from tests.plans.making import make_area, make_person, make_unit
from tests.reminders.making import make_bot, make_cell, make_liaison, make_units
from wenming.accounts.models import PostRole, User
from wenming.places.models import AreaKind
from wenming.reminders import views
from wenming.reminders.models import AreaSteps, Delivery
from wenming.reminders.queries import next_day
from wenming.work.verdicts.days import calendar

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    """A browser of the county's office."""
    client.force_login(make_person())
    return client


def page(client: Client, name: str, query: str = "") -> str:
    return client.get(reverse(f"reminders:{name}") + query).content.decode()


def test_an_empty_day_says_what_will_stand_there(office: Client) -> None:
    assert "这一天没有要提醒的" in page(office, "preview")


def test_who_will_get_what(office: Client, settings: Settings) -> None:
    settings.MAIL = {"EMAIL_HOST": "mail.example"}
    unit = make_unit()
    make_liaison(unit, "顾兰")
    make_cell(unit, next_day(now()), "due_soon")
    html = page(office, "preview")
    assert "顾兰" in html
    assert "8:00 发邮件" in html
    assert "县教育局 · 民主评议" in html
    assert "还没有配置发邮件的服务器" not in html


def test_what_reaches_nobody_is_said(office: Client) -> None:
    make_cell(make_unit(), next_day(now()), "due_soon")
    html = page(office, "preview")
    assert "没有人能收到的" in html
    assert "还没有配置发邮件的服务器" in html


def test_a_day_off_and_days_that_make_no_sense(office: Client) -> None:
    day = localdate()
    off = next(day for day in (day + timedelta(days=one) for one in range(60)) if not calendar().is_working(day))
    assert "这一天休息，不发提醒" in page(office, "preview", f"?on={off}")
    assert f'value="{next_day(now())}"' in page(office, "preview", "?on=nonsense")
    assert f'value="{localdate()}"' in page(office, "preview", "?on=2001-01-01")
    assert 'value="9999' not in page(office, "preview", "?on=9999-12-31")


def test_an_office_sees_its_own_area_only(client: Client) -> None:
    town = make_area("城关镇", AreaKind.TOWN, make_area())
    client.force_login(make_person("镇文明办", PostRole.OFFICE, make_unit("城关镇", area=town)))
    day = next_day(now())
    make_cell(make_unit("城关镇"), day, "due_soon")
    make_cell(make_unit("县教育局"), day, "due_soon")
    html = page(client, "preview")
    assert "城关镇 · 民主评议" in html
    assert "县教育局" not in html


def test_what_was_sent_and_what_to_do_about_it(office: Client) -> None:
    assert "还没有发过提醒" in page(office, "sent")
    unit = make_unit()
    about = {"matters": 3, "begun": now(), "tried": now(), "area": unit.area, "day": localdate()}
    Delivery.objects.create(user=make_liaison(unit), state="sent", tries=1, **about)
    bot = make_bot("https://bot.example/")
    Delivery.objects.create(bot=bot, state="failed", tries=1, code="rejected", said="93000 <b>invalid", **about)
    html = page(office, "sent")
    assert "顾兰" in html
    assert "请核对密钥、关键词和 IP 白名单" in html
    assert "93000 &lt;b&gt;invalid" in html
    assert "顾兰" not in page(office, "sent", "?state=failed")
    assert "最近一周有 1 条没有发出" in page(office, "preview")


def test_steps_of_ones_area(office: Client) -> None:
    html = page(office, "steps")
    assert 'value="3"' in html
    assert 'value="5"' in html
    address = reverse("reminders:steps") + f"?area={make_area().pk}"
    answer = office.post(address, {"unit_leader": "5", "in_charge": "3"})
    assert answer.status_code == 422
    assert "不能比提醒单位领导的少" in answer.content.decode()
    office.post(address, {"unit_leader": "2", "in_charge": ""})
    kept = AreaSteps.objects.get()
    assert (kept.unit_leader, kept.in_charge) == (2, None)
    assert "用的是上级或预设的天数" not in page(office, "steps")


def test_steps_of_an_area_beyond_reach(client: Client) -> None:
    town = make_area("城关镇", AreaKind.TOWN, make_area())
    client.force_login(make_person("镇文明办", PostRole.OFFICE, make_unit("城关镇", area=town)))
    address = reverse("reminders:steps") + f"?area={make_area().pk}"
    assert client.get(address).status_code == 404
    assert client.post(address, {"unit_leader": "1"}).status_code == 404
    assert AreaSteps.objects.count() == 0


def test_others_have_no_such_pages(client: Client) -> None:
    client.force_login(make_person("顾兰", PostRole.LIAISON, make_unit()))
    names = ("preview", "sent", "steps", "bots", "add_bot")
    assert {client.get(reverse(f"reminders:{name}")).status_code for name in names} == {404}


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    units = make_units(3)
    day = next_day(now())
    for unit in [*units, *(make_unit(f"再{number}局") for number in range(6))]:
        make_cell(unit, day, "due_soon")
    for number, user in enumerate(User.objects.all()):
        about = {"matters": 1, "begun": now(), "area": make_area(), "day": localdate()}
        Delivery.objects.create(user=user, state="sent", said=str(number), **about)
    for name, most in (("preview", 24), ("sent", 12), ("bots", 11), ("steps", 15)):
        with django_assert_max_num_queries(most):
            office.get(reverse(f"reminders:{name}"))


def test_who_cannot_be_reached_stands_on_the_last_pages_and_is_told_on_the_first(
    office: Client, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(views, "PAGE", 2)
    day = next_day(now())
    for name in ("顾兰", "王敏"):
        unit = make_unit(f"{name}的局")
        make_liaison(unit, name)
        make_cell(unit, day, "due_soon")
    for number in range(3):
        make_cell(make_unit(f"无人{number}局"), day, "due_soon")
    first, second, third = (page(office, "preview", f"?page={number}") for number in (1, 2, 3))
    assert "3 个单位的提醒没有人能收到" in first
    assert 'href="?page=2"' in first
    assert [f"无人{number}局" in second for number in range(3)] == [True, True, False]
    assert ["顾兰" in html for html in (first, second, third)] == [True, False, False]
    assert "无人2局" in third
    with django_assert_max_num_queries(24):
        page(office, "preview", "?page=3")
