"""The frame in a real browser: keyboard, drawer, menus, theme, narrow screens, accessibility."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, ViewportSize, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.accounts.making import PASSWORD, make_person
from tests.browser import checks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW: ViewportSize = {"width": 360, "height": 740}
PAPER = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
LIGHT, DARK = "#fbfaf7", "#16181b"


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """Where the product runs."""
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
def shown(page: Page, context: BrowserContext, address: str, faults: list[str]) -> Page:
    """The page of components, seen by somebody of the office."""
    checks.sign_in(context, address, make_person())
    page.goto(f"{address}/components/")
    return page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow screen under a thumb."""
    context = browser.new_context(viewport=NARROW, is_mobile=True, has_touch=True)
    yield context.new_page()
    context.close()


class TestKeyboard:
    def test_the_first_stop_leads_to_the_text(self, shown: Page) -> None:
        shown.keyboard.press("Tab")
        expect(shown.get_by_role("link", name="跳到正文")).to_be_focused()
        shown.keyboard.press("Enter")
        expect(shown.get_by_role("main")).to_be_focused()

    def test_what_has_the_focus_is_ringed(self, shown: Page) -> None:
        shown.keyboard.press("Tab")
        shown.keyboard.press("Tab")
        assert shown.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"

    def test_a_slash_goes_to_the_search_but_not_while_typing(self, shown: Page) -> None:
        shown.keyboard.press("/")
        box = shown.get_by_role("banner").get_by_role("searchbox")
        expect(box).to_be_focused()
        expect(box).to_have_value("")
        shown.keyboard.type("1/2")
        expect(box).to_have_value("1/2")

    def test_signing_in_needs_no_mouse(self, page: Page, address: str) -> None:
        make_person()
        page.goto(f"{address}/account/")
        page.get_by_label("用户名").focus()
        page.keyboard.type("xuqing")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="我的账号")).to_be_visible()


class TestDrawer:
    def test_it_opens_with_the_reason_and_gives_the_focus_back(self, shown: Page) -> None:
        link = shown.get_by_role("link", name="7/9 条街巷")
        link.focus()
        shown.keyboard.press("Enter")
        drawer = shown.get_by_role("dialog", name="依据")
        expect(drawer).to_contain_text("没有算的")
        shown.keyboard.press("Escape")
        expect(drawer).to_be_hidden()
        expect(link).to_be_focused()

    def test_the_focus_stays_inside(self, shown: Page) -> None:
        shown.get_by_role("link", name="7/9 条街巷").click()
        expect(shown.get_by_role("dialog", name="依据")).to_be_visible()
        for _ in range(6):
            shown.keyboard.press("Tab")
            assert shown.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )

    def test_a_click_beside_it_closes_it(self, shown: Page) -> None:
        shown.get_by_role("link", name="7/9 条街巷").click()
        drawer = shown.get_by_role("dialog", name="依据")
        expect(drawer).to_be_visible()
        shown.mouse.click(200, 400)
        expect(drawer).to_be_hidden()


class TestConfirm:
    def test_a_no_leaves_everything_as_it_is(self, shown: Page) -> None:
        shown.get_by_role("button", name="删除这条措施").click()
        expect(shown.get_by_role("dialog")).to_contain_text("确定删除“楼道杂物清理”吗")
        shown.get_by_role("button", name="先不").click()
        expect(shown.get_by_role("dialog")).to_be_hidden()
        expect(shown).to_have_url(re.compile(r"/components/$"))

    def test_a_yes_goes_on(self, shown: Page) -> None:
        shown.get_by_role("button", name="删除这条措施").click()
        shown.get_by_role("dialog").get_by_role("button", name="删除").click()
        expect(shown).to_have_url(re.compile("#dialog-done"))

    def test_a_piece_of_a_page_asks_in_the_same_way(self, shown: Page) -> None:
        form = shown.locator("form", has=shown.get_by_role("button", name="没有办成"))
        form.evaluate("form => form.setAttribute('hx-confirm', '真的要试吗？')")
        shown.get_by_role("button", name="没有办成").click()
        expect(shown.get_by_role("dialog")).to_contain_text("真的要试吗？")
        shown.get_by_role("dialog").get_by_role("button", name="确定").click()
        expect(shown.locator(".toast").filter(has_text="没有保存")).to_be_visible()

    def test_a_dialog_of_the_page_opens_and_closes(self, shown: Page) -> None:
        shown.get_by_role("button", name="全部按键").click()
        expect(shown.get_by_role("dialog", name="全部按键")).to_contain_text("撤销")
        shown.get_by_role("dialog").get_by_role("button", name="关闭").click()
        expect(shown.get_by_role("dialog")).to_be_hidden()


class TestMenu:
    def test_it_is_walked_with_the_arrows_and_closed_with_escape(self, shown: Page) -> None:
        opener = shown.locator(".page-actions summary")
        opener.focus()
        shown.keyboard.press("Enter")
        shown.keyboard.press("ArrowDown")
        expect(shown.get_by_role("link", name="打印")).to_be_focused()
        shown.keyboard.press("End")
        expect(shown.get_by_role("button", name="删除这一版")).to_be_focused()
        shown.keyboard.press("ArrowDown")
        expect(shown.get_by_role("link", name="打印")).to_be_focused()
        shown.keyboard.press("Escape")
        expect(shown.get_by_role("link", name="打印")).to_be_hidden()
        expect(opener).to_be_focused()

    def test_it_closes_when_one_goes_elsewhere(self, shown: Page) -> None:
        shown.locator(".page-actions summary").click()
        expect(shown.get_by_role("link", name="打印")).to_be_visible()
        shown.get_by_role("heading", level=1).click()
        expect(shown.get_by_role("link", name="打印")).to_be_hidden()

    def test_it_stays_inside_the_window(self, phone: Page, address: str) -> None:
        checks.sign_in(phone.context, address, make_person())
        phone.goto(f"{address}/components/")
        opener = phone.locator("#menu summary")
        opener.scroll_into_view_if_needed()
        opener.tap()
        box = phone.locator("#menu .menu-panel").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
        assert box["y"] + box["height"] <= NARROW["height"]


class TestTheme:
    def choose(self, page: Page, name: str) -> None:
        """Take a theme from the menu."""
        page.locator("summary", has_text="明暗").click()
        page.get_by_role("button", name=name).click()

    def test_a_choice_is_kept(self, shown: Page) -> None:
        assert shown.evaluate(PAPER) == LIGHT
        self.choose(shown, "深色")
        assert shown.evaluate(PAPER) == DARK
        shown.reload()
        assert shown.evaluate(PAPER) == DARK
        expect(shown.locator("[data-theme=dark]")).to_have_attribute("aria-pressed", "true")
        self.choose(shown, "浅色")
        assert shown.evaluate(PAPER) == LIGHT

    def test_without_a_choice_the_system_decides(self, shown: Page) -> None:
        shown.emulate_media(color_scheme="dark")
        assert shown.evaluate(PAPER) == DARK

    def test_paper_is_always_light(self, shown: Page) -> None:
        self.choose(shown, "深色")
        shown.emulate_media(media="print")
        assert shown.evaluate(PAPER) == LIGHT
        expect(shown.get_by_role("navigation", name="主要栏目")).to_be_hidden()


class TestToasts:
    def test_undo_asks_the_server_and_the_toast_goes(self, shown: Page) -> None:
        shown.get_by_role("button", name="办好了，可以撤销").click()
        toast = shown.locator(".toast").filter(has_text="已确认 12 处频次")
        expect(toast).to_be_visible()
        with shown.expect_request(lambda request: request.method == "POST" and request.url.endswith("/components/")):
            toast.get_by_role("button", name="撤销").click()
        expect(toast).to_have_count(1)  # the answer to 撤销 here is another toast; the first one is gone

    def test_it_can_be_closed(self, shown: Page) -> None:
        shown.get_by_role("button", name="没有办成").click()
        toast = shown.locator(".toast").filter(has_text="没有保存")
        toast.get_by_role("button", name="关闭").click()
        expect(toast).to_have_count(0)

    def test_a_server_out_of_reach_is_said(self, page: Page, context: BrowserContext, address: str) -> None:
        checks.sign_in(context, address, make_person())
        page.goto(f"{address}/components/")
        page.route("**/components/", lambda route: route.abort())
        page.get_by_role("button", name="办好了，可以撤销").click()
        expect(page.locator(".toast").filter(has_text="连不上服务器")).to_be_visible()


DROP = """(box, names) => {
    const data = new DataTransfer();
    for (const name of names) data.items.add(new File(name.startsWith('空') ? [] : ['x'], name));
    box.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


class TestDropZone:
    def test_what_cannot_be_read_is_said_before_the_upload(self, shown: Page) -> None:
        shown.locator("[data-dropzone]").evaluate(DROP, ["方案.docx", "照片.jpg", "空.docx"])
        lines = shown.locator("[data-dropzone-files] li")
        expect(lines).to_have_text(
            [re.compile("方案.docx"), re.compile("照片.jpg.*读不了"), re.compile("空.docx.*空的")]
        )
        kept = "input => [...input.files].map(file => file.name)"
        assert shown.locator("input[type=file]").evaluate(kept) == ["方案.docx"]

    def test_choosing_by_keyboard_does_the_same(self, shown: Page) -> None:
        field = shown.get_by_label("把方案拖到这里，或点一下选文件")
        field.focus()
        expect(field).to_be_focused()
        field.set_input_files(FilePayload(name="方案.txt", mimeType="text/plain", buffer=b"x"))
        expect(shown.locator("[data-dropzone-files] li")).to_have_text([re.compile("方案.txt")])


class TestTable:
    def test_head_and_first_column_stay_in_sight(self, phone: Page, address: str) -> None:
        checks.sign_in(phone.context, address, make_person())
        phone.goto(f"{address}/components/")
        scroller = phone.get_by_role("region", name="责任分解表")
        expect(scroller).to_have_attribute("data-more-end", "")
        first = scroller.locator("tbody th[scope=row]").first
        before = first.bounding_box()
        scroller.evaluate("box => { box.scrollLeft = 200 }")
        after = first.bounding_box()
        assert before is not None
        assert after is not None
        assert before["x"] == after["x"]
        expect(scroller).to_have_attribute("data-more-start", "")

    def test_a_table_that_fits_is_no_stop(self, shown: Page) -> None:
        expect(shown.get_by_role("region", name="紧凑的表")).not_to_have_attribute("tabindex", "0")


SIGN_IN = "/sign-in/"
PAGES = [
    SIGN_IN,
    "/components/",
    "/components/why",
    "/account/",
    "/nothing",
    "/faults/400",
    "/faults/403",
    "/faults/500",
]


@pytest.fixture
def with_faults(settings: Settings) -> None:
    """Addresses that end with each fault."""
    settings.ROOT_URLCONF = "tests.browser.addresses"


@pytest.mark.usefixtures("with_faults")
class TestEveryPage:
    """One browser walks through all pages: opening one for each costs more than the look itself."""

    def test_on_a_phone_every_place_is_in_reach(self, phone: Page, address: str) -> None:
        checks.sign_in(phone.context, address, make_person())
        phone.goto(address)
        phone.get_by_role("navigation", name="主要栏目").locator("summary").click()
        phone.get_by_role("link", name="人员").click()
        expect(phone.get_by_role("heading", name="人员", level=1)).to_be_visible()
        assert checks.overhang(phone) == 0

    def test_a_narrow_screen_needs_no_sideways_scrolling_and_a_thumb_finds_its_target(
        self, phone: Page, address: str
    ) -> None:
        for path in PAGES:
            phone.goto(address + path)
            assert (path, checks.overhang(phone), checks.small_targets(phone)) == (path, 0, [])
            if path == SIGN_IN:
                checks.sign_in(phone.context, address, make_person())

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(self, page: Page, context: BrowserContext, address: str, scheme: str) -> None:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in PAGES:
            page.goto(address + path)
            assert (path, checks.violations(page)) == (path, [])
            if path == SIGN_IN:
                checks.sign_in(context, address, make_person())


def test_axe_finds_nothing_in_what_opens(shown: Page) -> None:
    for name in ("批量操作", "7/9 条街巷", "删除这条措施", "办好了，可以撤销"):
        shown.locator("main").get_by_text(name, exact=True).last.click()
        shown.wait_for_timeout(300)  # a panel that is still moving has other colours
        assert (name, checks.violations(shown)) == (name, [])
        shown.keyboard.press("Escape")


def test_without_our_scripts_one_can_still_sign_in_and_out(browser: Browser, address: str) -> None:
    make_person()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/account/")
    page.get_by_label("用户名").fill("xuqing")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.locator("summary", has_text="我的账号").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page).to_have_url(f"{address}/sign-in/")
    context.close()


def test_whose_session_ended_is_told_and_comes_back_to_the_page(shown: Page, address: str) -> None:
    shown.context.clear_cookies(name="sessionid")
    shown.get_by_role("button", name="办好了，可以撤销").click()
    expect(shown.get_by_text("登录已过期")).to_be_visible()
    shown.get_by_label("用户名").fill("xuqing")
    shown.get_by_label("密码").fill(PASSWORD)
    shown.get_by_role("button", name="登录").click()
    expect(shown).to_have_url(f"{address}/components/")


def test_one_click_enters_the_sample_county(page: Page, address: str, settings: Settings) -> None:
    settings.DEMO = True
    make_person("luwen", is_sample=True)
    page.goto(f"{address}/account/")
    page.get_by_role("button", name="luwen先生").click()
    expect(page.get_by_role("heading", name="我的账号")).to_be_visible()


def test_the_language_changes_and_the_page_stays(shown: Page, address: str) -> None:
    shown.get_by_role("button", name="Switch to English").click()
    expect(shown).to_have_url(f"{address}/components/")
    expect(shown.locator("html")).to_have_attribute("lang", "en")
