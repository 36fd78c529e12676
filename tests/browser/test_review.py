"""From a dropped file to a plan in force, by keyboard alone; two people at once; a narrow screen; accessibility."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django_tasks_db.management.commands.db_worker import Worker
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.plans import read
from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.plans.models import Duty, MarkState, PlanVersion, Term, VersionState
from wenming.reading.model import TermKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


# what the tests bring about themselves, and the browser notes
EXPECTED = ("409", "422", "ERR_INTERNET_DISCONNECTED", "htmx:")


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """Where the product runs."""
    return live_server.url


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a browser of its own for a person; what its pages complain about fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_for(person: User, **how: Any) -> Page:  # noqa: ANN401  # as new_context takes them
        context = browser.new_context(**how)
        contexts.append(context)
        checks.sign_in(context, address, person)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        return page

    yield open_for
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not any(known in fault for known in EXPECTED)] == []


@pytest.fixture
def me() -> User:
    return make_person("沈知远")


@pytest.fixture
def version(me: User) -> PlanVersion:
    return read.read_version(me)


def work() -> None:
    """What the worker beside the server would do now."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    ).run()


def drop(page: Page, name: str, text: str) -> None:
    """Drop a file on the page's drop zone."""
    carried = page.evaluate_handle(
        """([name, text]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], name, {type: "text/plain"}));
            return carried;
        }""",
        [name, text],
    )
    page.dispatch_event("[data-dropzone]", "drop", {"dataTransfer": carried})


def press(page: Page, key: str, then: str) -> None:
    """Press a key and wait until the panel shows ``then``."""
    page.keyboard.press(key)
    expect(page.locator("#panel")).to_contain_text(then)


class TestJourney:
    def test_from_a_dropped_file_to_the_table_by_keyboard(
        self, opened: Callable[..., Page], address: str, me: User
    ) -> None:
        read.make_directory()
        page = opened(me)
        page.goto(f"{address}/plans/import/")
        drop(page, "照片.jpg", "x")
        expect(page.locator("[data-dropzone-files]")).to_contain_text("没有选入")
        drop(page, "市容方案.txt", read.TEXT)
        expect(page.locator("[data-dropzone-files]")).to_contain_text("市容方案.txt")
        page.get_by_role("button", name="导入", exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.locator("progress")).to_be_visible()
        work()
        expect(page).to_have_url(f"{address}/plans/versions/{PlanVersion.objects.get().pk}/review/")
        self.look_at_everything(page)
        self.put_in_force(page)
        version = PlanVersion.objects.get()
        assert (version.state, version.in_force_by) == (VersionState.IN_FORCE, me)

    def test_a_key_held_down_answers_once(self, opened: Callable[..., Page], address: str, me: User) -> None:
        version = read.read_version(me)
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        count = page.locator("[data-item]").count()
        assert count > 2
        page.keyboard.press("j")
        expect(page.locator("[data-panel]")).to_be_visible()
        for _held in range(4):
            page.keyboard.down("Enter")
        page.keyboard.up("Enter")
        expect(page.locator("[data-item]")).to_have_count(count - 1)
        page.keyboard.press("u")
        expect(page.locator("[data-item]")).to_have_count(count)

    def look_at_everything(self, page: Page) -> None:
        """Work through the list with j and Enter, as fast as one can press."""
        page.wait_for_load_state()
        count = page.locator("[data-item]").count()
        assert count > 1
        page.keyboard.press("j")
        for _ in range(count):
            page.keyboard.press("Enter")
        expect(page.locator(".review-count")).to_have_text("需要您看的都看完了")

    def put_in_force(self, page: Page) -> None:
        page.get_by_role("link", name="付诸执行").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="付诸执行")).to_be_visible()
        assert checks.violations(page) == []
        page.get_by_role("button", name="付诸执行").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".toasts")).to_contain_text("已付诸执行")


class TestKeys:
    def test_next_previous_correct_remove_undo(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        press(page, "j", "不是一个可能的日期")
        press(page, "j", "可能是两个单位")
        press(page, "k", "不是一个可能的日期")
        press(page, "j", "可能是两个单位")
        page.keyboard.press("e")
        expect(page.locator("#id_role")).to_be_focused()
        page.keyboard.press("Escape")
        duty = read.duty_of(version, "县城管局")
        page.keyboard.press("Delete")
        expect(page.locator(f"#chip-duty-{duty.pk}")).to_have_count(0)
        expect(page.locator(".review-count")).to_contain_text("2")
        press(page, "u", "县城管局")
        expect(page.locator(f"#chip-duty-{duty.pk}")).to_be_visible()
        expect(page.locator(".review-count")).to_contain_text("3")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_contain_text("键盘操作")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(page.locator("#panel [data-panel]")).to_have_count(0)

    def test_a_unit_is_looked_for_and_seen_before_it_is_taken(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        duty = read.duty_of(version, "**镇党委")
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/?mark=duty-{duty.pk}")
        search = page.locator("#find-unit")
        search.fill("局")
        search.press("Enter")
        found = page.locator("#candidates button")
        expect(found.first).to_be_focused()
        assert Duty.objects.get(pk=duty.pk).unit is None
        page.keyboard.press("ArrowDown")
        expect(found.nth(1)).to_be_focused()
        chosen = Unit.objects.get(name=found.nth(1).inner_text().split()[0])
        page.keyboard.press("Enter")
        expect(page.locator(".review-last")).to_contain_text(f"**镇党委 = {chosen}")

    def test_only_the_panes_scroll(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        page = opened(me, viewport={"width": 1280, "height": 420})
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        heights = page.evaluate("[document.documentElement.scrollHeight, window.innerHeight]")
        assert heights[0] == heights[1]

    def test_what_could_not_be_read_is_marked_from_the_doubt(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        press(page, "j", "不是一个可能的日期")
        page.locator("#panel").get_by_role("button", name="时限").focus()
        page.keyboard.press("Enter")
        page.get_by_label("到（截止）").fill("2026-06")
        page.keyboard.press("Enter")
        expect(page.locator("#outline")).to_contain_text("2026年6月底前")
        expect(page.locator(".review-count")).to_contain_text("2")

    def test_a_value_is_corrected_and_kept_over_a_reload(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        page.locator(f"#chip-term-{term.pk}").click()
        field = page.get_by_label("至多")
        field.fill("许多")
        page.keyboard.press("Enter")
        expect(page.locator(".errorlist")).to_contain_text("请填数字")
        expect(field).to_have_value("许多")
        field.fill("5")
        expect(page.locator("#panel [data-do=confirm]")).to_contain_text("保存更正")
        field.press("Enter")
        expect(page.locator(f"#chip-term-{term.pk}")).to_contain_text("3—5个")
        page.reload()
        expect(page.locator(f"#chip-term-{term.pk}")).to_contain_text("3—5个")
        expect(page.locator("#panel [data-panel]")).to_be_visible()  # the address remembers what was looked at

    def test_a_failed_save_says_so_and_keeps_what_was_typed(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/?mark=term-{term.pk}")
        page.get_by_label("至多").fill("7")
        page.context.set_offline(True)
        page.get_by_label("至多").press("Enter")
        expect(page.locator(".toasts")).to_contain_text("连不上服务器")
        expect(page.get_by_label("至多")).to_have_value("7")
        page.context.set_offline(False)
        page.get_by_label("至多").press("Enter")
        expect(page.locator(f"#chip-term-{term.pk}")).to_contain_text("3—7个")


def select(page: Page, span: tuple[int, int]) -> None:
    """Select the words of ``span`` in the document."""
    page.evaluate(
        """([start, end]) => {
            const pieces = [...document.querySelectorAll("[data-at]")];
            const piece = pieces.findLast((one) => Number(one.dataset.at) <= start);
            const range = document.createRange();
            range.setStart(piece.firstChild, start - Number(piece.dataset.at));
            range.setEnd(piece.firstChild, end - Number(piece.dataset.at));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        list(span),
    )


class TestSelection:
    def test_words_become_a_unit(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        select(page, read.at("摊位"))
        page.get_by_role("toolbar").get_by_role("button", name="单位").click()
        expect(page.locator("#panel")).to_contain_text("补充：单位")
        page.keyboard.press("Enter")
        expect(page.locator("#outline")).to_contain_text("摊位")
        duty = read.duty_of(version, "摊位")
        assert ((duty.start, duty.end), duty.state) == (read.at("摊位"), MarkState.ADDED)

    def test_a_mark_moves_to_other_words(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        page = opened(me)
        page.goto(f"{address}/plans/versions/{version.pk}/review/?mark=term-{term.pk}")
        select(page, read.at("示范菜场"))
        page.get_by_role("button", name="把标注移到这里").click()
        expect(page.get_by_label("原文文字")).to_have_value("示范菜场")
        page.get_by_role("button", name="保存更正").click()
        expect(page.locator(f"#in-term-{term.pk}")).to_have_text("示范菜场")
        term.refresh_from_db()
        assert (term.start, term.end) == read.at("示范菜场")


class TestTwoPeople:
    def test_the_slower_one_chooses(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        duty = read.duty_of(version, "教育局")
        mine, theirs = opened(me), opened(make_person("李敏"))
        for page in (mine, theirs):
            page.goto(f"{address}/plans/versions/{version.pk}/review/?mark=duty-{duty.pk}")
        theirs.get_by_label("角色").select_option("lead")
        theirs.get_by_role("button", name="保存更正").click()
        expect(theirs.locator(f"#chip-duty-{duty.pk}")).to_contain_text("牵头")
        mine.get_by_label("角色").select_option("cooperating")
        mine.get_by_role("button", name="保存更正").click()
        expect(mine.locator("#panel")).to_contain_text("李敏 在")
        expect(mine.locator(".diff")).to_contain_text("教育局 · 牵头")
        expect(mine.locator(".diff")).to_contain_text("教育局 · 配合")
        mine.get_by_role("button", name="改用我的").click()
        expect(mine.locator(f"#chip-duty-{duty.pk}")).to_contain_text("配合")
        duty.refresh_from_db()
        assert duty.role == "cooperating"

    def test_each_sees_the_other_and_what_the_other_did(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User
    ) -> None:
        mine, theirs = opened(me), opened(make_person("李敏"))
        for page in (mine, theirs):
            page.clock.install()
            page.goto(f"{address}/plans/versions/{version.pk}/review/")
        theirs.keyboard.press("Escape")
        with theirs.expect_response("**/news/**"):
            theirs.clock.fast_forward(13_000)
        term = read.term_of(version, TermKind.DATE)
        theirs.locator(f"#chip-term-{term.pk}").click()
        theirs.get_by_role("button", name="不是要求").click()
        expect(theirs.locator(f"#chip-term-{term.pk}")).to_have_count(0)
        with mine.expect_response("**/news/**"):
            mine.clock.fast_forward(13_000)
        expect(mine.locator("#presence")).to_contain_text("李敏 正在核对这一版")
        expect(mine.locator(f"#chip-term-{term.pk}")).to_have_count(0)


class TestScreens:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_nothing_for_axe_to_find(
        self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User, scheme: str
    ) -> None:
        page = opened(me, color_scheme=scheme, reduced_motion="reduce")
        duty, measure = read.duty_of(version, "**镇党委"), read.measure_of(version, 2)
        for path in (
            "plans/",
            "plans/import/",
            f"plans/{version.plan_id}/",
            f"plans/versions/{version.pk}/enforce/",
            f"plans/versions/{version.pk}/review/",
            f"plans/versions/{version.pk}/review/?mark=duty-{duty.pk}",
            f"plans/versions/{version.pk}/review/?mark=measure-{measure.pk}",
            f"plans/versions/{version.pk}/review/history/",
        ):
            page.goto(f"{address}/{path}")
            assert (path, checks.violations(page)) == (path, [])

    def test_on_a_phone(self, opened: Callable[..., Page], address: str, version: PlanVersion, me: User) -> None:
        page = opened(me, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
        for path in ("plans/", "plans/import/", f"plans/{version.plan_id}/", f"plans/versions/{version.pk}/enforce/"):
            page.goto(f"{address}/{path}")
            assert (path, checks.overhang(page), checks.small_targets(page)) == (path, 0, [])
        page.goto(f"{address}/plans/versions/{version.pk}/review/")
        expect(page.locator("#outline")).to_be_hidden()
        page.get_by_role("link", name="措施", exact=True).tap()
        expect(page.locator("#outline")).to_be_visible()
        page.locator(f"#chip-duty-{read.duty_of(version, '教育局').pk}").tap()
        page.get_by_role("button", name="确认").tap()
        expect(page.locator(".review-last")).to_contain_text("撤销")
        assert Duty.objects.filter(state=MarkState.CONFIRMED).count() == 1
        assert checks.overhang(page) == 0
        assert Term.objects.filter(state=MarkState.CONFIRMED).count() == 0
