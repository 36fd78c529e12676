"""The plan in force in a real browser: filters, paper, Excel, a phone, accessibility."""

import re
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.plans.making import Says, make_unit, make_version
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.plans.models import Plan
from wenming.reading.model import Role
from wenming.sample.load import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


@pytest.fixture
def plan() -> Plan:
    load(at=NOON)
    return Plan.objects.get()


def open_as(page: Page, live_server: LiveServer, account: str, path: str) -> None:
    checks.sign_in(page.context, live_server.url, User.objects.get(username=account))
    page.goto(live_server.url + path)


@pytest.fixture
def table(page: Page, live_server: LiveServer, plan: Plan) -> Page:
    open_as(page, live_server, "xuqing", f"/plans/{plan.pk}/table/")
    return page


def test_filters_narrow_the_table_and_stay_in_the_address(table: Page) -> None:
    whole = table.get_by_role("status").first.inner_text()
    table.get_by_label("角色").select_option(label="牵头")
    expect(table).to_have_url(re.compile(r"\?role=lead$"))
    expect(table.get_by_role("status").first).not_to_have_text(whole)
    table.get_by_label("搜索措施").fill("路灯")
    expect(table).to_have_url(re.compile(r"q=.+&role=lead$"))
    table.go_back()
    expect(table.get_by_label("搜索措施")).to_have_value("")
    expect(table.get_by_label("角色")).to_have_value("lead")
    table.go_forward()
    expect(table.get_by_label("搜索措施")).to_have_value("路灯")
    expect(table.locator("#table tbody tr:not(.group)")).to_have_count(1)
    table.get_by_role("link", name="按单位").click()
    expect(table).to_have_url(re.compile(r"by=unit&q=.+&role=lead$"))
    expect(table.get_by_label("搜索措施")).to_have_value("路灯")
    table.reload()
    expect(table.get_by_role("link", name="县城管局")).to_be_visible()
    table.get_by_role("link", name="清除筛选").click()
    expect(table).to_have_url(re.compile(r"\?by=unit$"))


def test_the_exports_follow_the_filters(table: Page) -> None:
    table.get_by_label("要求").select_option(label="时限")
    expect(table).to_have_url(re.compile(r"term=date"))
    expect(table.get_by_role("link", name="打印")).to_have_attribute("href", re.compile(r"\?term=date$"))
    expect(table.get_by_role("link", name="下载 Excel")).to_have_attribute("href", re.compile(r"\?term=date$"))


def test_excel_has_the_same_rows(table: Page, tmp_path: Path) -> None:
    table.get_by_label("搜索措施").fill("路灯")
    expect(table).to_have_url(re.compile(r"q="))
    with table.expect_download() as waiting:
        table.get_by_role("link", name="下载 Excel").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.suffix == ".xlsx"
    head, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    assert head[:6] == ("序号", "章节", "措施", "牵头单位", "责任单位", "配合单位")
    assert "县城管局" in {row[3] for row in rows}
    assert all("路灯" in str(row) for row in rows)


def test_on_paper_it_is_a3_across_with_its_head_on_each_page(table: Page) -> None:
    table.get_by_role("link", name="打印").click()
    expect(table.get_by_role("button", name="打印")).to_be_visible()
    document = pypdfium2.PdfDocument(table.pdf(prefer_css_page_size=True))
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)
    assert len(document) > 1
    for number, page in enumerate(document, start=1):
        words = page.get_textpage().get_text_range()
        assert "责任分解表" in words
        assert "牵头单位" in words
        assert f"{number} / {len(document)}" in words


def test_on_paper_each_sheet_says_whose_it_is(page: Page, live_server: LiveServer) -> None:
    unit = make_unit("县城管局")
    version = make_version(*(Says(f"第{n}项", duties=[("城管局", Role.LEAD, unit)]) for n in range(1, 81)))
    checks.sign_in(page.context, live_server.url, version.uploaded_by)
    for address in (f"/plans/{version.plan_id}/table/print/?by=unit", f"/units/{unit.pk}/"):
        page.goto(live_server.url + address)
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        sheets = [sheet.get_textpage().get_text_range() for sheet in document]
        assert len(sheets) > 1
        assert all("县城管局" in words for words in sheets), address


def test_it_is_worked_by_keyboard(table: Page) -> None:
    table.get_by_label("搜索措施").focus()
    table.keyboard.type("路灯")
    expect(table.locator("#table tbody tr:not(.group)")).to_have_count(2)
    with table.expect_response(re.compile(r"q=")):
        table.keyboard.press("Enter")
    expect(table.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    for _press in range(40):
        table.keyboard.press("Tab")
        if table.evaluate("document.activeElement.closest('th[scope=row]') !== null"):
            break
    table.keyboard.press("Enter")
    expect(table).to_have_url(re.compile(r"/plans/measures/\d+/$"))
    expect(table.get_by_role("heading", level=1)).to_contain_text("路灯")


def test_without_scripts_the_form_does_the_same(browser: Browser, live_server: LiveServer, plan: Plan) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_as(page, live_server, "xuqing", f"/plans/{plan.pk}/table/")
    page.get_by_label("角色").select_option(label="牵头")
    page.get_by_role("button", name="筛选").click()
    assert page.url.endswith("?role=lead")
    context.close()


def addresses(plan: Plan) -> list[str]:
    version = plan.versions.get(state="in_force")
    measure, unit = version.measures.all()[5], Unit.objects.get(short="县教育局")
    table = f"/plans/{plan.pk}/table/"
    return [
        "/",
        *(f"{table}{query}" for query in ("", "?by=unit", "?by=date", "?by=frequency", "print/")),
        f"/plans/{plan.pk}/compare/1/2/",
        f"/plans/measures/{measure.pk}/",
        f"/units/{unit.pk}/",
        "/search?q=教育",
        "/search?q=没有这样的",
        "/units/",
        "/units/?q=教育",
        "/units/classes/",
        "/units/new/",
        f"/units/{unit.pk}/edit/",
        f"/units/{unit.pk}/merge/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_that_axe_finds(browser: Browser, live_server: LiveServer, plan: Plan, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    open_as(page, live_server, "xuqing", "/")
    faults = {}
    for address in addresses(plan):
        page.goto(live_server.url + address)
        if found := checks.violations(page):
            faults[address] = found
    context.close()
    assert faults == {}


def test_on_a_phone_no_page_is_wider_than_the_screen(browser: Browser, live_server: LiveServer, plan: Plan) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_as(page, live_server, "xuqing", "/")
    wide, small = {}, {}
    for address in addresses(plan):
        page.goto(live_server.url + address)
        if checks.overhang(page) > 0:
            wide[address] = checks.overhang(page)
        if found := checks.small_targets(page):
            small[address] = found
    context.close()
    assert wide == {}
    assert small == {}


def test_a_liaison_finds_what_is_theirs_on_a_phone(browser: Browser, live_server: LiveServer, plan: Plan) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_as(page, live_server, "zhouyining", "/")
    expect(page.get_by_role("heading", name="我的事")).to_be_visible()
    page.get_by_role("link", name="看县教育局的全部责任").click()
    expect(page.get_by_role("heading", level=1, name="县教育局")).to_be_visible()
    assert page.get_by_role("link", name="改单位资料").count() == 0
    context.close()
