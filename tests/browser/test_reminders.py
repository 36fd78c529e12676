"""Reminders in a real browser: every page sound in both languages, and a choice made with the keyboard alone."""

import pytest
from django.utils.timezone import localdate, now
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, violations
from tests.command.making import make_link
from tests.plans.making import make_area, make_person, make_unit
from tests.reminders.making import make_bot, make_cell, make_liaison
from wenming.accounts.models import PostRole, User
from wenming.reminders.models import Delivery, Preference
from wenming.reminders.queries import next_day

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["reminders/", "reminders/sent/", "reminders/steps/", "reminders/groups/", "reminders/groups/add/"]
SIZES = {"wide": (1280, 900), "narrow": (360, 780)}


@pytest.fixture
def office(page: Page, live_server: LiveServer) -> User:
    """Somebody of the county's office, signed in; a unit with something due, and messages that went out and did not."""
    person, unit = make_person(), make_unit()
    make_liaison(unit)
    make_person("局长", PostRole.LEADER, unit)
    make_cell(unit, next_day(now()), "due_soon")
    make_cell(make_unit("县卫健局"), next_day(now()), "due_soon")
    make_link("顾维桢", unit=unit)
    about = {"matters": 2, "begun": now(), "tried": now(), "area": make_area(), "day": localdate()}
    Delivery.objects.create(user=person, state="sent", tries=1, **about)
    bot = make_bot("https://bot.example/")
    Delivery.objects.create(bot=bot, state="failed", tries=2, code="rejected", said="93000 invalid", **about)
    sign_in(page.context, live_server.url, person)
    return person


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_is_sound(language: str, page: Page, live_server: LiveServer, office: User) -> None:
    page.context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
    change = f"reminders/groups/{Delivery.objects.exclude(bot=None).get().bot_id}/"
    found = {}
    for address in [*PAGES, change, "account/reminders/"]:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{live_server.url}/{address}")
            found[address, size] = [*violations(page), *(["too wide"] if overhang(page) else [])]
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


def test_a_choice_with_the_keyboard_alone(page: Page, live_server: LiveServer, office: User) -> None:
    page.goto(f"{live_server.url}/account/reminders/")
    page.get_by_label("只在网页上看").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("xuqing@example.org")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已保存。")).to_be_visible()
    assert Preference.objects.get(user=office).channel == "mail"
    expect(page.get_by_label("发邮件")).to_be_checked()
