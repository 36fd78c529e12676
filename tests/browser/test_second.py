"""The second reader in the browser: its stage of the import, its suggestions by keyboard, on a phone, for axe."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.browser.test_review import drop, press
from tests.plans import read
from tests.plans.making import make_person
from tests.plans.suggesting import ONCE, quantity, suggest, twice, unit
from tests.plans.test_tasks import NOTHING, STREETS, TEAM, second_reader
from tests.reading.second.serving import Reply
from wenming.accounts.models import User
from wenming.jobs.models import Job
from wenming.plans.models import Duty, MarkState, PlanVersion
from wenming.plans.tasks import read_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


@pytest.fixture
def me() -> User:
    return make_person("沈知远")


@pytest.fixture
def opened(browser: Browser, live_server: LiveServer, me: User) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser of its own."""
    contexts: list[BrowserContext] = []

    def open_at(path: str, **how: Any) -> Page:  # noqa: ANN401  # as new_context takes them
        context = browser.new_context(**how)
        contexts.append(context)
        checks.sign_in(context, live_server.url, me)
        page = context.new_page()
        page.goto(f"{live_server.url}{path}")
        return page

    yield open_at
    for context in contexts:
        context.close()


def review(version: PlanVersion, mark: str = "") -> str:
    return f"/plans/versions/{version.pk}/review/{mark}"


class TestImport:
    def test_the_stage_is_named_and_can_be_left(self, opened: Callable[..., Page], settings: Settings) -> None:
        goes_on = threading.Event()
        seen = Reply(NOTHING, meanwhile=lambda: goes_on.wait(30))
        page = opened("/plans/import/")
        with second_reader(settings, Reply(TEAM), seen) as service:
            settings.SECOND_READER_SECONDS = 60
            drop(page, "街区方案.txt", STREETS)
            page.get_by_role("button", name="导入", exact=True).click()
            expect(page.locator("progress")).to_be_visible()
            worker = threading.Thread(target=_work)
            worker.start()
            try:
                expect(page.locator("#progress")).to_contain_text("请第二读者看一遍")
                expect(page.locator("#progress")).to_contain_text("1/3")
                assert checks.violations(page) == []
                page.set_viewport_size({"width": 360, "height": 740})
                assert checks.overhang(page) == 0
                page.get_by_role("link", name="先开始核对").click()
                expect(page.locator("#second")).to_contain_text("正在请第二读者看：1/3 条")
                expect(page.locator("#text")).to_contain_text("清扫背街小巷")
                assert checks.overhang(page) == 0
                page.set_viewport_size({"width": 1440, "height": 900})
                assert checks.violations(page) == []
                page.get_by_role("button", name="不再请它看").click()
                expect(page.locator("#progress")).to_contain_text("等它答完这一条就停")
            finally:
                goes_on.set()
                worker.join()
            expect(page.locator("#second")).to_contain_text("已经不再请第二读者看，它没有看完。")
            expect(page.locator("#second")).to_contain_text("规则读取的结果是完整的")
            assert len(service.requests) == 2

    def test_suggestions_come_while_one_reviews(
        self, opened: Callable[..., Page], settings: Settings, me: User
    ) -> None:
        goes_on = threading.Event()
        page = opened("/plans/import/")
        with second_reader(settings, Reply(TEAM, meanwhile=lambda: goes_on.wait(30))):
            settings.SECOND_READER_SECONDS = 60
            drop(page, "街区方案.txt", STREETS)
            page.get_by_role("button", name="导入", exact=True).click()
            worker = threading.Thread(target=_work)
            worker.start()
            try:
                page.get_by_role("link", name="先开始核对").click()
                expect(page.locator("#second")).to_contain_text("正在请第二读者看")
                expect(page.locator("#bar")).not_to_contain_text("志愿服务队")
            finally:
                goes_on.set()
                worker.join()
            expect(page.locator(".toasts")).to_contain_text("第二读者看完了")
        expect(page.locator("[data-item]", has_text="志愿服务队")).to_have_count(1)
        expect(page.locator("[data-item]", has_text="志愿服务队")).to_contain_text("共 3 处")
        expect(page.locator("#text .mark-doubt", has_text="志愿服务队")).to_have_count(3)


def _work() -> None:
    """What the worker beside the server would do now."""
    try:
        read_plan.call(Job.objects.get().pk)
    finally:
        connection.close()


class TestKeys:
    def test_all_alike_at_once_and_back(self, opened: Callable[..., Page], me: User) -> None:
        version = read.read_version(me)
        twice(version)
        page = opened(review(version))
        count = page.locator("[data-item]").count()
        press(page, "j", "0206年")
        press(page, "j", "第二读者的建议")
        expect(page.get_by_label("同样的 2 处一并处理")).to_be_checked()
        page.keyboard.press("a")
        expect(page.locator("#outline")).to_contain_text("责任单位")
        expect(page.locator(".review-last")).to_contain_text("等 2 处")
        assert Duty.objects.filter(name="责任单位", state=MarkState.ADDED).count() == 2
        page.keyboard.press("u")
        expect(page.locator("[data-item]")).to_have_count(count)
        assert not Duty.objects.filter(name="责任单位", state=MarkState.ADDED).exists()

    def test_one_place_by_itself(self, opened: Callable[..., Page], me: User) -> None:
        version = read.read_version(me)
        first, second = twice(version)
        page = opened(review(version))
        press(page, "j", "0206年")
        press(page, "j", "第二读者的建议")
        page.keyboard.press("x")
        expect(page.get_by_label("同样的 2 处一并处理")).not_to_be_checked()
        page.keyboard.press("Enter")
        expect(page.locator("#panel")).to_contain_text("可能是两个单位")  # the next in the document
        expect(page.locator(f'[data-item][data-pick="doubt-{first.pk}"]')).to_have_count(0)
        expect(page.locator(f'[data-item][data-pick="doubt-{second.pk}"]')).to_have_count(1)

    def test_the_line_opens_to_its_places(self, opened: Callable[..., Page], me: User) -> None:
        version = read.read_version(me)
        _first, second = twice(version)
        page = opened(review(version))
        page.get_by_text("全部列出").click()
        page.locator(".review-items .places summary").click()
        page.locator(".review-items .places").get_by_role("link", name="3.开展宣讲").click()
        expect(page.locator("[data-panel]")).to_have_attribute("data-panel", f"doubt-{second.pk}")
        expect(page.get_by_label("同样的 2 处一并处理")).not_to_be_checked()
        page.get_by_role("button", name="采用", exact=False).last.click()
        expect(page.locator("#panel .panel-title")).to_have_text("单位")
        assert Duty.objects.filter(name="责任单位").count() == 1


class TestScreens:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_nothing_for_axe_to_find(self, opened: Callable[..., Page], me: User, scheme: str) -> None:
        version = read.read_version(me)
        first, _second = twice(version)
        page = opened(review(version, f"?mark=doubt-{first.pk}"), color_scheme=scheme, reduced_motion="reduce")
        page.locator("#panel .places summary").click()
        assert checks.violations(page) == []
        page.get_by_text("全部列出").click()
        page.locator(".review-items .places summary").click()
        assert checks.violations(page) == []

    def test_on_a_phone(self, opened: Callable[..., Page], me: User) -> None:
        version = read.read_version(me)
        first, _second = twice(version)
        page = opened(review(version, f"?mark=doubt-{first.pk}"), **PHONE)
        assert (checks.overhang(page), checks.small_targets(page)) == (0, [])
        page.get_by_role("button", name="不采用").tap()
        expect(page.locator(".review-last")).to_contain_text("撤销")
        assert version.doubts.filter(settled_at=None).count() == 2

    def test_what_the_rules_read_instead_is_shown(self, opened: Callable[..., Page], me: User) -> None:
        version = read.read_version(me)
        [doubt] = suggest(version, unit("各社区", "supervising"))
        suggest(version, quantity("一次", ONCE))
        page = opened(review(version, f"?mark=doubt-{doubt.pk}"))
        expect(page.locator("#panel")).to_contain_text("规则读作 各社区 · 配合")
        page.keyboard.press("a")
        expect(page.locator("#outline")).to_contain_text("督查各社区")
