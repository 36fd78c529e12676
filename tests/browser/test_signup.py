"""Signing up on a stranger's phone, with and without scripts, and what the liaison makes of it."""

from uuid import uuid4

import pytest
from django.utils.timezone import now
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, small_targets, violations
from tests.plans.making import make_person, make_unit
from tests.work.records.making import make_content
from tests.work.signup.making import make_sign_up, make_signing
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Record, SignUp
from wenming.work.records.actions import record_work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 360, "height": 780}
WIDE: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def unit() -> Unit:
    """Who holds the activity."""
    return make_unit("甲社区")


@pytest.fixture
def me(unit: Unit) -> User:
    """Its liaison."""
    return make_person("联络员", PostRole.LIAISON, unit)


@pytest.fixture
def record(unit: Unit, me: User) -> Record:
    """The activity."""
    return record_work(key=uuid4(), content=make_content(unit, title="理论宣讲"), uses={}, by=me, at=now())


@pytest.fixture
def sign_up(unit: Unit, me: User, record: Record) -> SignUp:
    """Its sign-up, open now."""
    return make_sign_up(unit, me, record_key=record.key)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_stranger_signs_up_and_takes_it_back(
    browser: Browser, live_server: LiveServer, sign_up: SignUp, *, scripts: bool
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{live_server.url}/s/")
    page.get_by_label("签到码").fill(sign_up.code.lower())
    page.get_by_role("button", name="去签到").click()
    assert small_targets(page) == []
    page.get_by_label("姓名").fill("王 敏")
    page.get_by_label("单位").fill("县教育局")
    page.get_by_role("button", name="签到").click()
    expect(page.get_by_role("heading", name="已签到")).to_be_visible()
    assert sign_up.signings.get().name == "王敏"
    assert context.cookies() == []
    page.get_by_role("button", name="撤回我的签到").click()
    expect(page.locator("main")).to_contain_text("姓名已删除")
    assert not sign_up.signings.exists()
    context.close()


def test_the_liaison_confirms(page: Page, live_server: LiveServer, me: User, sign_up: SignUp, record: Record) -> None:
    for name in ("王敏", "赵兰", "路人"):
        make_signing(sign_up, name)
    page.set_viewport_size(PHONE)
    sign_in(page.context, live_server.url, me)
    page.goto(f"{live_server.url}/signups/{sign_up.pk}/")
    page.get_by_label("路人").uncheck()
    page.get_by_role("button", name="选中的列入名单").click()
    expect(page.locator("main")).to_contain_text("待确认 1 人")
    assert list(record.attendees.values_list("name", flat=True)) == ["王敏", "赵兰"]


def test_every_page_is_sound(page: Page, live_server: LiveServer, me: User, sign_up: SignUp, record: Record) -> None:
    signings = [make_signing(sign_up, name, "青禾县文昌街道幸福社区居民委员会") for name in ("王敏", "赵兰", "李青山")]
    record.attendees.create(name="李青山", office=signings[2].office)
    sign_in(page.context, live_server.url, me)
    addresses = [f"/s/{sign_up.code}/", f"/s/{sign_up.code}/{signings[0].token}/", "/s/?code=no", "/signups/"]
    addresses += [f"/signups/{sign_up.pk}/{part}" for part in ("", "change/", "poster/")]
    found = {}
    for address in addresses:
        for window in (PHONE, WIDE):
            page.set_viewport_size(window)
            page.goto(live_server.url + address)
            if (wrong := (violations(page), overhang(page))) != ([], 0):
                found[address, window["width"]] = wrong
    assert found == {}
