"""Frameworks in a real browser: from the file to who answers, on a phone, on paper, for axe."""

import re
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.frameworks.making import PACK, hold, item, make_edition
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, Edition
from wenming.sample.load import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def desk(page: Page, live_server: LiveServer, office: User) -> Page:
    """Their browser."""
    checks.sign_in(page.context, live_server.url, office)
    page.goto(live_server.url + "/frameworks/")
    return page


def test_from_a_file_to_who_answers(desk: Page, tmp_path: Path) -> None:
    make_unit("县城管局")
    wrong, right = tmp_path / "错.yaml", tmp_path / "对.yaml"
    wrong.write_text(PACK.replace("points: 2.5", "points: 两分"), encoding="utf-8")
    right.write_text(PACK, encoding="utf-8")
    desk.get_by_role("link", name="导入第一套测评体系").click()
    for file in (wrong, right):
        desk.locator("input[type=file]").set_input_files(file)
        desk.get_by_role("button", name="导入", exact=True).click()
        if file == wrong:
            expect(desk.get_by_text("第12行")).to_be_visible()
    expect(desk.get_by_text("这一版是草稿")).to_be_visible()
    desk.get_by_role("navigation", name="怎样看测评体系").get_by_role("link", name="责任分解表").click()
    desk.get_by_role("button", name="按写明的单位分解").click()
    expect(desk.get_by_text("单位名录里没有：各社区")).to_be_visible()
    desk.get_by_role("row", name=re.compile("公厕干净")).get_by_role("checkbox").check()
    desk.get_by_label("查找单位").fill("城管")
    desk.get_by_role("radio", name="县城管局").check()
    desk.get_by_label("角色").select_option(label="牵头")
    desk.get_by_role("button", name="分解责任", exact=True).click()
    expect(desk.get_by_text("分解了 1 条。")).to_be_visible()
    expect(desk.get_by_role("row", name=re.compile("公厕干净"))).to_contain_text("县城管局")
    desk.get_by_role("button", name="启用").click()
    expect(desk.get_by_text("已启用。")).to_be_visible()
    assert Edition.objects.get().state == "in_force"


def test_one_piece_is_given_and_taken_back_and_points_are_set(
    desk: Page, live_server: LiveServer, office: User
) -> None:
    edition, unit = make_edition(office, is_draft=False), make_unit("县教育局")
    desk.goto(f"{live_server.url}/frameworks/standards/{item(edition, 'Ⅰ-2-1').pk}/")
    desk.get_by_text("分给单位").click()
    desk.get_by_label("查找单位").fill("教育")
    desk.get_by_role("radio", name="县教育局").check()
    desk.get_by_label("负责什么").select_option(label="心理辅导室照片")
    desk.get_by_role("button", name="分解责任").click()
    expect(desk.locator(".wanted .helds")).to_contain_text("县教育局")
    assert Assignment.objects.get().unit == unit
    desk.get_by_role("button", name="收回").click()
    expect(desk.get_by_text("已收回：县教育局")).to_be_visible()
    desk.get_by_label("分值").fill("2.5")
    desk.get_by_role("button", name="保存").click()
    expect(desk.get_by_text("分值已保存")).to_be_visible()
    expect(desk.get_by_label("分值")).to_have_value("2.5")


def test_paper_and_excel(desk: Page, live_server: LiveServer, office: User, tmp_path: Path) -> None:
    edition = make_edition(office, is_draft=False)
    hold(edition, make_unit("县城管局"), office)
    desk.goto(f"{live_server.url}/frameworks/editions/{edition.pk}/table/?q=路灯")
    with desk.expect_download() as waiting:
        desk.get_by_role("link", name="下载 Excel").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    head, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    assert [row[head.index("责任单位")] for row in rows] == ["县城管局"]
    document = pypdfium2.PdfDocument(desk.pdf(prefer_css_page_size=True))
    words = document[0].get_textpage().get_text_range()
    assert "县城管局" in words
    assert "分解责任" not in words


def pages(edition: Edition) -> list[str]:
    """Every page of the room."""
    own = f"/frameworks/editions/{edition.pk}/"
    row = item(edition, "C-1")
    unit = Assignment.objects.filter(item=row).first()
    shown = [
        "",
        "?part=12",
        "?q=学校",
        "table/",
        "table/?open=1",
        "table/?by=unit",
        "coverage/",
        "coverage/?side=measures",
        f"units/{unit.unit_id if unit else 0}/",
    ]
    return ["/frameworks/", "/frameworks/bring-in/", *(own + one for one in shown), f"/frameworks/standards/{row.pk}/"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_that_axe_finds(browser: Browser, live_server: LiveServer, width: int, scheme: str) -> None:
    load(at=NOON)
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=width == 360,
    )
    checks.sign_in(context, live_server.url, User.objects.get(username="xuqing"))
    page = context.new_page()
    for path in pages(Edition.objects.get()):
        page.goto(live_server.url + path)
        assert (path, checks.violations(page), checks.overhang(page)) == (path, [], 0)
        if width == 360:
            assert (path, checks.small_targets(page)) == (path, [])
    context.close()
