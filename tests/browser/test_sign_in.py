"""The ways in, walked in a real browser: with a code of the app, through a provider, by invitation."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.accounts.making import PASSWORD, make_person, make_unit
from tests.accounts.sign_in.provider_process import NAME, provider_at, use
from tests.accounts.sign_in.provider_site.__main__ import PASSWORD as PASSWORD_THERE
from tests.browser import checks
from wenming.accounts.models import Invitation, PostRole, User
from wenming.accounts.sign_in.attempts import digest_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """Where the product runs."""
    return live_server.url


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow screen under a thumb."""
    context = browser.new_context(viewport=NARROW, is_mobile=True, has_touch=True)
    yield context.new_page()
    context.close()


def code_at(secret: str, *, later: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30 + later)))


def give_password(page: Page, name: str = "xuqing") -> None:
    """The first step, by keyboard."""
    page.get_by_label("用户名").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def is_sound(page: Page) -> None:
    """Nothing for axe, nothing beside the window, nothing too low for a thumb."""
    found = checks.violations(page), checks.overhang(page), checks.small_targets(page)
    assert (page.url, *found) == (page.url, [], 0, [])


def test_setting_the_code_up_and_signing_in_with_it(phone: Page, address: str, settings: Settings) -> None:
    settings.SECURITY = "dengbao3"
    make_person(role=PostRole.OFFICE)
    phone.goto(f"{address}/plans/")
    is_sound(phone)
    give_password(phone)
    expect(phone.get_by_role("heading", name="启用动态验证码")).to_be_visible()  # nothing else opens before
    is_sound(phone)
    expect(phone.get_by_role("img", name=re.compile("二维码"))).to_be_visible()
    secret = phone.locator(".secret").inner_text().replace(" ", "")
    phone.get_by_label("验证码").fill(code_at(secret))
    phone.get_by_role("button", name="启用").click()
    codes = phone.locator(".codes code")
    expect(codes).to_have_count(10)
    is_sound(phone)
    recovery = codes.first.inner_text()
    phone.get_by_role("link", name="收好了，继续").click()
    phone.context.clear_cookies()
    phone.goto(f"{address}/account/")
    give_password(phone)
    expect(phone.get_by_role("heading", name="输入验证码")).to_be_visible()
    is_sound(phone)
    expect(phone.get_by_label("验证码")).to_be_focused()
    phone.keyboard.type(code_at(secret, later=-2))  # a minute old
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("验证码不对，或者已经用过")).to_be_visible()
    phone.get_by_label("验证码").fill(recovery)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="我的账号")).to_be_visible()
    expect(phone.get_by_text("还有 9 个恢复码")).to_be_visible()
    is_sound(phone)


def test_ending_the_session_of_another_device(browser: Browser, phone: Page, address: str) -> None:
    make_person()
    desk = browser.new_context().new_page()
    for page in (desk, phone):
        page.goto(f"{address}/account/sessions/")
        give_password(page)
    expect(phone.locator(".sessions li")).to_have_count(2)
    is_sound(phone)
    phone.get_by_role("button", name="退出其他所有登录").click()
    expect(phone.locator(".sessions li")).to_have_count(1)
    desk.reload()
    expect(desk.get_by_role("button", name="登录")).to_be_visible()
    desk.context.close()


def test_a_guest_accepts_an_invitation(phone: Page, address: str) -> None:
    now, secret = timezone.now(), "Kx3mQ7v2R9tYb4Lc8Np1"
    Invitation.objects.create(
        secret_digest=digest_of(secret),
        full_name="李敏",
        role=PostRole.LIAISON,
        unit=make_unit("县教育局"),
        invited_by=make_person(),
        invited_at=now,
        expires=now + timedelta(days=7),
    )
    phone.goto(f"{address}/invitation/{secret}/")
    assert secret not in phone.url
    is_sound(phone)
    phone.get_by_label("用户名").fill("limin")
    phone.get_by_label("密码", exact=True).fill("Plum-rain-7788")
    phone.get_by_label("再输一次密码").fill("Plum-rain-7788")
    phone.get_by_role("button", name="建立账号").click()
    expect(phone.get_by_role("heading", level=1)).not_to_contain_text("李敏，您好")
    assert User.objects.filter(username="limin").exists()


def test_through_the_provider_and_back(page: Page, address: str, settings: Settings) -> None:
    with provider_at(f"{address}/sign-in/provider/back/") as issuer:
        use(settings, issuer, claim="preferred_username")
        make_person()
        page.goto(f"{address}/account/")
        page.get_by_role("button", name=f"用{NAME}登录").click()
        page.locator("input[name=login]").fill("xuqing")
        page.locator("input[name=password]").fill(PASSWORD_THERE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="我的账号")).to_be_visible()
        expect(page.get_by_text("已关联")).to_be_visible()
        assert checks.violations(page) == []


def test_the_page_warns_before_the_session_ends(page: Page, address: str) -> None:
    make_person()
    page.clock.install()
    page.goto(f"{address}/account/rules/")
    give_password(page)
    notice = page.locator("[data-session]")
    expect(page.get_by_role("heading", name="本系统的登录规则")).to_be_visible()
    expect(notice).to_be_hidden()
    page.clock.fast_forward("27:00")
    expect(notice).to_be_visible()
    assert checks.violations(page) == []
    notice.get_by_role("button", name="继续使用").click()
    page.clock.fast_forward("00:10")
    expect(notice).to_be_hidden()
