"""A standard that is not theirs: from the unit's own table to the office's decision; on a phone and for axe."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.frameworks.making import PACK, dispute_of, hold, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.frameworks.models import Assignment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person("沈知远")


@pytest.fixture
def row(office: User) -> Assignment:
    """What a unit answers for."""
    return hold(make_edition(office, is_draft=False), make_unit("县城管局"), office)


def of(browser: Browser, live_server: LiveServer, person: User, width: int = 1280) -> Page:
    """That person's browser."""
    context = browser.new_context(viewport={"width": width, "height": 800}, has_touch=width == 360)
    checks.sign_in(context, live_server.url, person)
    return context.new_page()


def test_from_the_units_phone_to_the_offices_decision(
    browser: Browser, live_server: LiveServer, office: User, row: Assignment
) -> None:
    phone = of(browser, live_server, make_person("顾维桢", PostRole.LIAISON, row.unit), width=360)
    phone.goto(f"{live_server.url}/frameworks/editions/{row.item.edition_id}/units/{row.unit_id}/")
    phone.get_by_role("link", name="提出异议").click()
    phone.get_by_label("为什么不归我们").fill("路灯归供电公司维护。")
    phone.get_by_label("应当是哪个单位的").fill("县供电公司")
    phone.get_by_role("button", name="提交文明办").click()
    expect(phone.get_by_text("等文明办答复")).to_be_visible()
    other = make_unit("县供电公司")
    desk = of(browser, live_server, office)
    desk.goto(f"{live_server.url}/frameworks/editions/{row.item.edition_id}/")
    desk.get_by_role("link", name="责任异议").click()
    desk.get_by_role("link", name="答复 县城管局").click()
    desk.get_by_role("radio", name="改由别的单位负责").check()
    desk.get_by_label("查找单位").fill("供电")
    desk.get_by_role("radio", name="县供电公司").check()
    desk.get_by_label("理由").fill("按三定方案。")
    desk.get_by_role("button", name="定下来").click()
    expect(desk.get_by_text("已答复，责任分解表已照此改好。")).to_be_visible()
    assert [one.unit for one in Assignment.objects.all()] == [other]
    desk.get_by_role("link", name="以后照办").click()
    desk.get_by_role("button", name="不再沿用").click()
    desk.get_by_role("dialog").get_by_role("button", name="不再沿用").click()
    expect(desk.get_by_text("这条决定不再沿用：以后可以再分给")).to_be_visible()
    phone.reload()
    expect(phone.get_by_text("改由别的单位负责")).to_be_visible()
    phone.context.close()
    desk.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_has_a_fault_that_axe_finds(
    browser: Browser, live_server: LiveServer, office: User, row: Assignment, width: int
) -> None:
    found = dispute_of(row, office)
    make_edition(office, is_draft=False, text=PACK.replace("县城文明程度测评体系", "卫生县城标准"))
    page = of(browser, live_server, office, width)
    lists = [f"/frameworks/editions/{row.item.edition_id}/disputes/?show={show}" for show in ("open", "held")]
    beside = f"/frameworks/editions/{row.item.edition_id}/crosswalk/"
    find = f"{beside}?item={row.item_id}&find=公厕"
    raised = f"/frameworks/standards/{row.item_id}/0/units/{row.unit_id}/dispute/"
    own = f"/frameworks/editions/{row.item.edition_id}/units/{row.unit_id}/"
    for path in [*lists, raised, own, f"/frameworks/disputes/{found.pk}/", "/scores/years/", beside, find]:
        page.goto(live_server.url + path)
        assert (path, checks.violations(page), checks.overhang(page)) == (path, [], 0)
        if width == 360:
            assert (path, checks.small_targets(page)) == (path, [])
    page.context.close()
