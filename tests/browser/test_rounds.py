"""Rounds of assessment in a real browser: from the first value to the score with its working, on a phone, for axe."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.plans.making import make_person, make_unit
from tests.scores.making import make_open, saw, scored_edition
from wenming.accounts.models import PostRole, User
from wenming.sample.load import load
from wenming.scores.models import Round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
PAGES = (
    "",
    "items/3/",
    "values/",
    "ranking/?way=lower_bound",
    "next/",
    "forecast/",
    "compare/",
    "negative/",
    "people/",
    "items/3/days/",
    "figures/",
    "figures/supply/?standard=A-1-1",
)


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def desk(page: Page, live_server: LiveServer, office: User) -> Page:
    """Their browser."""
    checks.sign_in(page.context, live_server.url, office)
    page.goto(live_server.url + "/scores/")
    return page


def test_from_the_first_value_to_the_end(desk: Page, live_server: LiveServer, office: User, tmp_path: Path) -> None:
    scored_edition(office)
    make_unit("文昌街道")
    desk.reload()
    desk.get_by_role("link", name="新建第一轮").click()
    desk.get_by_label("名称").fill("一季度自查")
    desk.get_by_label("开始日期").fill("2026-02-01")
    desk.get_by_label("结束日期").fill("2026-02-20")
    desk.get_by_role("button", name="保存").click()
    desk.get_by_role("button", name="开始测评").click()
    expect(desk.get_by_text("测评已开始")).to_be_visible()
    wrong, right = tmp_path / "错.csv", tmp_path / "对.csv"
    head = "测评标准,点位,属地,数值\n"
    wrong.write_text(head + "A-1,文昌路,文昌街道,2\n", encoding="utf-8")
    right.write_text(head + "A-1,文昌路,文昌街道,0.5\nA-1,学府路,文昌街道,1\n", encoding="utf-8")
    desk.get_by_role("link", name="导入一张表").click()
    for file in (wrong, right):
        desk.locator("input[type=file]").set_input_files(file)
        desk.get_by_role("button", name="导入", exact=True).click()
        if file == wrong:
            expect(desk.get_by_text("D2")).to_be_visible()
    expect(desk.get_by_text("导入了 2 条数据。")).to_be_visible()
    desk.get_by_role("navigation", name="怎样看这一轮").get_by_role("link", name="得分").click()
    expect(desk.get_by_text("一共 22 分，其中 4 分已有数据")).to_be_visible()
    desk.get_by_role("link", name="背街小巷路灯完好").click()
    expect(desk.get_by_text("(0.5 + 1) ÷ 2 × 4 = 3")).to_be_visible()
    desk.get_by_role("row", name="文昌路").get_by_role("button", name="撤回").click()
    expect(desk.get_by_text("已撤回，不再计分。")).to_be_visible()
    desk.get_by_role("button", name="结束测评").click()
    desk.get_by_role("dialog").get_by_role("button", name="结束测评").click()
    expect(desk.get_by_text("测评已结束。")).to_be_visible()
    assert Round.objects.get().state == "closed"


def test_a_branch_folds_and_opens(desk: Page, live_server: LiveServer, office: User) -> None:
    found = make_open(office, saw("A-1"))
    desk.goto(f"{live_server.url}/scores/{found.pk}/")
    leaf = desk.get_by_role("link", name="公厕干净")
    expect(leaf).to_be_visible()
    desk.locator(".score-tree summary").first.press("Enter")
    expect(leaf).to_be_hidden()


def test_the_tab_one_is_on_can_be_seen_on_a_phone(desk: Page, live_server: LiveServer, office: User) -> None:
    found = make_open(office, saw("A-1"))
    desk.set_viewport_size({"width": 360, "height": 800})
    desk.goto(f"{live_server.url}/scores/{found.pk}/negative/")
    expect(desk.locator(".tabs [aria-current]", has_text="负面清单")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_the_sample_is_whole_and_for_everybody(
    browser: Browser, live_server: LiveServer, width: int
) -> None:
    load(at=NOON)
    found = Round.objects.get(state="open")
    page = browser.new_context(viewport={"width": width, "height": 800}, has_touch=width == 360).new_page()
    checks.sign_in(page.context, live_server.url, User.objects.get(username="xuqing"))
    for path in ("/scores/", "/scores/new/", *(f"/scores/{found.pk}/{one}" for one in PAGES)):
        page.goto(live_server.url + path)
        page.wait_for_load_state("networkidle")
        assert checks.overhang(page) <= 0, path
        assert checks.violations(page) == [], path
        if width == 360:
            assert checks.small_targets(page) == [], path
    page.context.close()


def test_an_assessor_finds_what_was_opened_to_them(page: Page, live_server: LiveServer, office: User) -> None:
    found = make_open(office, saw("A-1"), last=date(2026, 2, 20))
    assessor = make_person("杜十一", PostRole.ASSESSOR)
    found.readers.create(user=assessor, made_by=office, made_at=NOON)
    checks.sign_in(page.context, live_server.url, assessor)
    page.goto(live_server.url + "/")
    page.get_by_role("link", name="测评轮次").first.click()
    page.get_by_role("link", name="一季度自查").click()
    expect(page.locator(".score-number")).to_contain_text("4")
    expect(page.get_by_role("button", name="结束测评")).to_have_count(0)
