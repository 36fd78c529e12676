"""People in a real browser: handing over from the list to the end, by keyboard where one types."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.plans.making import Says, make_person, make_version
from wenming.accounts.models import PostRole, User
from wenming.plans.models import VersionState

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def shown(page: Page, context: BrowserContext, live_server: LiveServer) -> Page:
    """The list of people, seen by the security administrator; one of the office leaves, another comes."""
    giver = make_person("许青", PostRole.OFFICE)
    make_version(Says("清扫"), title="草案", state=VersionState.REVIEW, by=giver)
    make_person("沈知远", None)
    checks.sign_in(context, live_server.url, make_person("王恪", PostRole.SECURITY))
    page.goto(f"{live_server.url}/people/")
    return page


def test_handing_over(shown: Page) -> None:
    shown.get_by_role("link", name="许青").click()
    shown.get_by_role("link", name="交接…").click()
    shown.get_by_label("哪一位").fill("沈知远")
    shown.keyboard.press("Enter")
    expect(shown.get_by_role("heading", name="交给 沈知远")).to_be_visible()
    expect(shown.get_by_role("main")).to_contain_text("经办的方案")
    assert checks.violations(shown) == []
    shown.get_by_label("交接后停用原来的账号").check()
    shown.get_by_role("button", name="确认交接").click()
    expect(shown.get_by_role("heading", name="沈知远", exact=True)).to_be_visible()
    expect(shown.get_by_role("main")).to_contain_text("文明办 · 县文明办")
    assert not User.objects.get(username="许青").is_active


def test_stopping_asks_first(shown: Page) -> None:
    shown.get_by_role("link", name="许青").click()
    shown.get_by_role("button", name="停用账号").click()
    expect(shown.get_by_role("dialog")).to_contain_text("停用 许青 的账号？")
    shown.get_by_role("dialog").get_by_role("button", name="先不").click()
    assert User.objects.get(username="许青").is_active


@pytest.mark.parametrize("address", ["people/", "people/invite/", "people/invitations/"])
def test_a_phone_shows_it_whole(shown: Page, live_server: LiveServer, address: str) -> None:
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.goto(f"{live_server.url}/{address}")
    assert checks.overhang(shown) == 0
    assert checks.violations(shown) == []
