"""The papers in a real browser: keys, a phone, paper, and what axe finds."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.papers.making import a_quarter, make_cell
from tests.plans.making import make_person, make_unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW: ViewportSize = {"width": 360, "height": 740}
PAGES = (
    "/papers/?kind=month&on=2026-03-05",
    "/papers/calendar/?month=2026-03",
    "/papers/calendar/day/?on=2026-03-31",
    "/papers/timeline/",
    "/papers/feeds/",
    "/papers/feeds/new/",
)


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """A county in which something falls due, seen by its office."""
    units = [make_unit(f"{number}镇") for number in range(3)]
    commitment = a_quarter(*units, state="missed")
    make_cell(commitment, make_unit("很远的镇"), state="met")
    return live_server.url


@pytest.fixture
def faults(page: Page) -> Iterator[list[str]]:
    """What the browser complains about; nothing may be left at the end."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    yield found
    assert found == []


@pytest.fixture
def office(page: Page, context: BrowserContext, address: str, faults: list[str]) -> Page:
    """Somebody of the office."""
    checks.sign_in(context, address, make_person("许青"))
    return page


def test_arrows_lead_from_month_to_month_and_from_report_to_report(office: Page, address: str) -> None:
    office.goto(f"{address}/papers/calendar/?month=2026-03")
    office.keyboard.press("ArrowRight")
    expect(office.get_by_role("heading", name="2026年4月", exact=True)).to_be_visible()
    office.keyboard.press("ArrowLeft")
    expect(office.get_by_role("heading", name="2026年3月", exact=True)).to_be_visible()
    office.goto(f"{address}/papers/?kind=month&on=2026-03-05")
    office.keyboard.press("ArrowLeft")
    expect(office.locator(".paper-head")).to_contain_text("2026年2月")


def test_arrows_stay_within_a_field(office: Page, address: str) -> None:
    office.goto(f"{address}/papers/calendar/?month=2026-03")
    office.get_by_label("单位", exact=True).focus()
    office.keyboard.press("ArrowRight")
    expect(office.get_by_role("heading", name="2026年3月", exact=True)).to_be_visible()


def test_from_the_month_to_the_working_of_a_verdict(office: Page, address: str) -> None:
    office.goto(f"{address}/papers/calendar/?month=2026-03")
    office.get_by_role("link", name="每季度开展民主评议").click()
    expect(office.get_by_role("heading", name="2026年3月31日到期的")).to_be_visible()
    office.get_by_role("listitem").filter(has_text="1镇").get_by_role("link", name="依据").click()
    expect(office.locator("#drawer-body")).to_contain_text("民主评议")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_accessible_and_fit_a_phone(office: Page, browser: Browser, address: str, path: str) -> None:
    office.goto(address + path)
    assert checks.violations(office) == []
    phone = browser.new_context(
        viewport=NARROW, is_mobile=True, has_touch=True, storage_state=office.context.storage_state()
    ).new_page()
    phone.goto(address + path)
    assert checks.overhang(phone) <= 0
    assert checks.small_targets(phone) == []
    phone.context.close()


def test_a_phone_lists_the_days_on_which_something_is(office: Page, address: str) -> None:
    office.set_viewport_size(NARROW)
    office.goto(f"{address}/papers/calendar/?month=2026-03")
    expect(office.locator(".day", has_text="每季度开展民主评议")).to_be_visible()
    assert office.locator(".day:visible").count() < 5


def test_on_paper(office: Page, address: str) -> None:
    """The report stands upright with the number of the page below; a month lies on one sheet."""
    office.goto(f"{address}/papers/?kind=month&on=2026-03-05")
    report = pypdfium2.PdfDocument(office.pdf(prefer_css_page_size=True))
    width, height = report[0].get_size()
    words = report[0].get_textpage().get_text_bounded()
    assert width < height
    assert "创建工作月报" in words
    assert "— 1 —" in words
    assert "周报和月报" not in words
    office.goto(f"{address}/papers/calendar/?month=2026-03")
    month = pypdfium2.PdfDocument(office.pdf(prefer_css_page_size=True))
    width, height = month[0].get_size()
    assert (len(month), width > height) == (1, True)
    for one in (report, month):
        one.close()


def test_a_feed_is_made_and_its_address_taken(office: Page, address: str) -> None:
    office.goto(f"{address}/papers/feeds/new/")
    office.get_by_label("名称").fill("我的手机")
    office.get_by_role("button", name="设日历订阅").click()
    link = office.get_by_label("“我的手机”的地址").input_value()
    assert link.startswith(f"{address}/calendar/")
    answer = office.request.get(link)
    assert (answer.status, answer.text().splitlines()[0]) == (200, "BEGIN:VCALENDAR")
    office.goto(f"{address}/papers/feeds/")
    office.get_by_role("button", name="停用").click()
    expect(office.get_by_text("原来的地址打不开了")).to_be_visible()
    assert office.request.get(link).status == 404
