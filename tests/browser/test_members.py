"""A roll on the page: a list comes onto it, a record takes all of it but one, and who is missing is told."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, small_targets, violations
from tests.plans.making import make_person, make_unit
from tests.work.members.making import make_coverage, make_member, make_training
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Member, Record, RecordKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 360, "height": 780}
WIDE: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def unit() -> Unit:
    """Whose roll it is."""
    return make_unit("甲社区")


@pytest.fixture
def me(unit: Unit) -> User:
    """Its liaison."""
    return make_person("联络员", PostRole.LIAISON, unit)


def page_of(browser: Browser, live_server: LiveServer, me: User, size: ViewportSize) -> Page:
    context = browser.new_context(viewport=size, has_touch=size is PHONE)
    sign_in(context, live_server.url, me)
    return context.new_page()


def test_all_of_the_list_but_one(browser: Browser, live_server: LiveServer, unit: Unit, me: User) -> None:
    RecordKind.objects.get_or_create(name="培训")  # a test with transactions empties the table
    asking = make_coverage(unit)
    for name, office in [("李青山", ""), ("王敏", "办公室"), ("王敏", "人事科")]:
        make_member(unit, name, office, made_by=me)
    page = page_of(browser, live_server, me, WIDE)
    page.goto(f"{live_server.url}/records/new/?commitment={asking.pk}&unit={unit.pk}")
    page.wait_for_selector("[data-record-form][data-ready]")
    page.locator("details.record-more summary").click()
    page.get_by_role("button", name="从名册选人").click()
    page.get_by_role("button", name="全部列入").click()
    page.get_by_role("checkbox", name="王敏 人事科").uncheck()
    names = page.locator("[name=roster]")
    expect(names).to_have_value("李青山\t甲社区\n王敏\t办公室")
    names.fill("李青山\t甲社区\n外来的人")
    expect(page.get_by_role("checkbox", name="王敏 办公室")).not_to_be_checked()
    page.get_by_role("checkbox", name="王敏 办公室").check()
    assert violations(page) == []
    page.locator("#id_kind").select_option(label="培训")
    page.locator(".record-send button").click()
    page.wait_for_url("**/records/*/")
    people = Record.objects.get().attendees.values_list("name", "office")
    assert set(people) == {("李青山", "甲社区"), ("外来的人", ""), ("王敏", "办公室")}
    page.goto(f"{live_server.url}/members/{unit.pk}/reached/{asking.pk}/2026-01-01/")
    expect(page.locator("main")).to_contain_text("3 人中 2 人")


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_pages_fit_and_are_for_everybody(
    browser: Browser, live_server: LiveServer, unit: Unit, me: User, size: ViewportSize
) -> None:
    asking = make_coverage(unit)
    for name, office in [("李青山", "办公室主任"), ("王敏", "人事科"), ("王敏", "办公室")]:
        make_member(unit, name, office, made_by=me)
    make_training(unit, asking, "李青山", "王敏")
    page = page_of(browser, live_server, me, size)
    for path in (
        "/members/",
        f"/members/{unit.pk}/",
        f"/members/{unit.pk}/add/",
        f"/members/one/{Member.objects.filter(unit=unit)[0].pk}/",
        f"/members/{unit.pk}/reached/{asking.pk}/2026-01-01/",
        f"/why/{asking.pk}/{unit.pk}/",
    ):
        page.goto(f"{live_server.url}{path}")
        assert (path, overhang(page), violations(page)) == (path, 0, [])
        assert size is WIDE or small_targets(page) == []


def test_a_list_comes_onto_the_roll(browser: Browser, live_server: LiveServer, unit: Unit, me: User) -> None:
    page = page_of(browser, live_server, me, PHONE)
    page.goto(f"{live_server.url}/members/{unit.pk}/add/")
    page.get_by_label("是哪些人").fill("干部")
    page.get_by_label("粘贴名单").fill("王敏 办公室\n李青山")
    page.get_by_role("button", name="看看会加谁").click()
    assert (overhang(page), violations(page)) == (0, [])
    page.get_by_role("button", name="确认").click()
    page.get_by_role("button", name="撤销刚才加的").click()
    expect(page.locator("main")).to_contain_text("名册上还没有人")
    assert not Member.objects.exists()
