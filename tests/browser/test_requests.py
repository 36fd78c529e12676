"""Material is asked for once: the office sees what is there, the unit answers with it, the office accepts."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, small_targets, violations
from tests.plans.making import make_class, make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Answer, AnswerState, Record

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 360, "height": 780}
DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def office() -> User:
    """Who asks."""
    return make_person()


@pytest.fixture
def unit(office: User) -> Unit:
    """Who is asked, among others."""
    return make_unit("甲社区")


@pytest.fixture
def record(unit: Unit) -> Record:
    """What it has already."""
    make_class("各社区", members=[unit, make_unit("乙社区")])
    return make_record(unit, title="志愿服务进社区", first=localdate(), last=localdate())


def on_phone(browser: Browser, live_server: LiveServer, person: User) -> Page:
    """A phone on which somebody is signed in."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    sign_in(context, live_server.url, person)
    return context.new_page()


def faults(page: Page) -> list[str]:
    """What is wrong with the page on a phone."""
    wide = [f"wider by {overhang(page)}"] if overhang(page) > 0 else []
    return [*violations(page), *small_targets(page), *wide]


def test_asked_seen_answered_accepted(
    browser: Browser, page: Page, live_server: LiveServer, office: User, record: Record
) -> None:
    page.set_viewport_size(DESK)
    sign_in(page.context, live_server.url, office)
    page.goto(f"{live_server.url}/requests/new/")
    assert violations(page) == []
    page.get_by_label("征集什么").fill("一季度志愿服务活动材料")
    page.get_by_role("textbox", name="依据").fill("测评体系第8条")
    page.get_by_label("时限").fill(f"{localdate() + timedelta(days=7)}")
    page.get_by_label("向哪些类别的单位征集").select_option(label="各社区")
    page.get_by_role("button", name="看看已经有什么").click()
    expect(page.get_by_text("1 个已经有相近的材料")).to_be_visible()
    expect(page.get_by_role("link", name="志愿服务进社区")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="发给勾选的单位").click()
    expect(page.get_by_text("2 个单位，已答复 0/2")).to_be_visible()
    assert violations(page) == []

    phone = on_phone(browser, live_server, make_person("顾兰", PostRole.LIAISON, record.unit))
    phone.goto(live_server.url)
    phone.locator("a.button", has_text="一季度志愿服务活动材料").click()
    expect(phone.get_by_role("checkbox", name="志愿服务进社区")).to_be_checked()
    assert faults(phone) == []
    phone.get_by_label("准备这份材料用了多少分钟").fill("3")
    phone.get_by_role("button", name="答复", exact=True).click()
    expect(phone.get_by_text("已答复：一季度志愿服务活动材料")).to_be_visible()
    phone.context.close()

    page.goto(f"{live_server.url}/requests/")
    page.get_by_role("link", name="一季度志愿服务活动材料").click()
    page.get_by_role("checkbox", name="甲社区").check()
    page.get_by_role("button", name="认可选中的").click()
    expect(page.get_by_text("已认可 1/2")).to_be_visible()
    answer = Answer.objects.get(unit=record.unit)
    assert (answer.state, list(answer.records.all())) == (AnswerState.ACCEPTED, [record])
    phone = on_phone(browser, live_server, office)
    found = {}
    for path in (f"/requests/{answer.request_id}/", "/requests/", "/requests/new/", "/burden/", "/objections/cannot/"):
        phone.goto(f"{live_server.url}{path}")
        found[path] = faults(phone)
    phone.context.close()
    assert not any(found.values()), found
