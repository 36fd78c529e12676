"""A filing round in a real browser: from what is there already to the pack, counted live, for axe, on a phone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.frameworks.making import hold
from tests.plans.making import make_person, make_unit
from tests.rules.filing.test_lengths import TEXTS
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.frameworks.filing.packing import pack_filing
from wenming.frameworks.models import Filing
from wenming.jobs.models import Job
from wenming.rules.filing.lengths import length

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def filing(office: User) -> Filing:
    """A round for which the education bureau answers, with a record that fits."""
    filing, unit = make_filing(office), make_unit("县教育局")
    hold(filing.edition, unit, office, "Ⅰ-2-1")
    make_record(unit, title="心理辅导室照片拍摄")
    return filing


@pytest.fixture
def desk(page: Page, live_server: LiveServer, office: User, filing: Filing) -> Page:
    """The page of the round in their browser."""
    checks.sign_in(page.context, live_server.url, office)
    page.goto(f"{live_server.url}/filings/{filing.pk}/")
    return page


def test_from_what_is_wanted_to_the_pack(desk: Page, filing: Filing) -> None:
    desk.get_by_role("link", name="心理辅导室照片").click()
    desk.get_by_role("button", name="用这份 心理辅导室照片拍摄").click()
    expect(desk.get_by_text("已放进这一项")).to_be_visible()
    desk.get_by_role("link", name="上一项").click()
    desk.get_by_role("link", name="写说明报告").click()
    desk.get_by_label("正文").fill("字" * 301)
    expect(desk.locator("[data-count]")).to_contain_text("超过了")
    desk.get_by_label("正文").fill("建成心理辅导室12间。")
    expect(desk.locator("[data-count]")).to_contain_text("10/300")
    desk.get_by_role("button", name="保存").click()
    desk.get_by_label("来源 12间").fill("县教育局台账")
    desk.get_by_role("button", name="保存来源").click()
    desk.get_by_text("标出印证语句").click()
    desk.get_by_label("印证语句").fill("建成心理辅导室12间")
    desk.get_by_role("button", name="标出", exact=True).click()
    expect(desk.locator(".filing-text mark")).to_have_text("建成心理辅导室12间")
    desk.get_by_role("button", name="通过").click()
    desk.get_by_role("link", name=filing.title).first.click()
    expect(desk.get_by_text("1/2 项材料齐了")).to_be_visible()
    desk.get_by_role("link", name="材料包").click()
    desk.get_by_role("button", name="打材料包").click()
    expect(desk.get_by_text("正在排队")).to_be_visible()
    pack_filing.call(Job.objects.get(kind="pack_filing").pk)
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="下载材料包").click()
    assert taken.value.suggested_filename == "2026年度申报.zip"


def test_the_browser_counts_as_the_server_does(desk: Page, filing: Filing, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/filings/wants/{want(filing).pk}/write/")
    for text in TEXTS:
        desk.get_by_label("正文").fill(text)
        expect(desk.locator("[data-count-words]")).to_have_text(str(length(text)))


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_has_faults_or_is_wider_than_its_window(
    browser: Browser, live_server: LiveServer, office: User, filing: Filing, width: int
) -> None:
    piece = make_piece(want(filing), office)
    context = browser.new_context(viewport={"width": width, "height": 800}, has_touch=width < 500)
    checks.sign_in(context, live_server.url, office)
    page = context.new_page()
    edition = filing.edition_id
    for address in (
        f"frameworks/editions/{edition}/filings/",
        f"frameworks/editions/{edition}/filings/open/",
        f"filings/{filing.pk}/",
        f"filings/{filing.pk}/?by=unit",
        f"filings/{filing.pk}/pack/progress/",
        f"filings/wants/{want(filing, 2).pk}/",
        f"filings/wants/{want(filing).pk}/write/",
        f"filings/pieces/{piece.pk}/",
        f"filings/pieces/{piece.pk}/replace/",
    ):
        page.goto(f"{live_server.url}/{address}")
        assert (address, checks.violations(page)) == (address, [])
        assert (address, checks.overhang(page)) == (address, 0)
    context.close()
