"""Charts in a real browser: drawn under the policy of the page, in the reader's colours, with a table behind each."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, violations
from tests.plans.making import make_person, make_unit
from tests.work.progress.test_views import a_plan
from wenming.accounts.models import User
from wenming.plans.models import Plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 360, "height": 780}
_LISTEN = """window.refused = [];
document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective))"""


@pytest.fixture
def office(page: Page, live_server: LiveServer) -> User:
    """A plan that twelve towns have to keep, and a person of the office."""
    person = make_person()
    a_plan(12)
    sign_in(page.context, live_server.url, person)
    return person


def addresses() -> dict[str, str]:
    """The pages with charts, by a word for each."""
    return {
        "progress": f"/plans/{Plan.objects.get().pk}/progress/",
        "unit": f"/units/{make_unit('1镇').pk}/standing/",
    }


def test_they_are_drawn_and_nothing_is_refused(page: Page, live_server: LiveServer, office: User) -> None:
    page.add_init_script(_LISTEN)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for size in ({"width": 1280, "height": 900}, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # as Playwright calls it
        for address in addresses().values():
            page.goto(live_server.url + address)
            picture = page.locator("[data-chart] svg").first
            expect(picture).to_be_visible()
            picture.hover(position={"x": 150, "y": 70})  # the tooltip too
            page.wait_for_timeout(300)
            assert page.evaluate("window.refused") == []
            assert violations(page) == []
            assert overhang(page) == 0
    assert said == []


def test_without_a_script_the_table_stands_alone(browser: Browser, live_server: LiveServer, office: User) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server.url, office)
    page = context.new_page()
    page.goto(live_server.url + addresses()["progress"])
    expect(page.get_by_role("cell", name="1/12").first).to_be_visible()
    expect(page.locator("[data-chart]")).to_be_hidden()
    context.close()


def test_the_colours_follow_the_reader(page: Page, live_server: LiveServer, office: User) -> None:
    page.goto(live_server.url + addresses()["progress"])
    words = page.locator("[data-chart] svg text").first
    light = words.get_attribute("fill")
    page.emulate_media(color_scheme="dark")
    expect(words).not_to_have_attribute("fill", light or "")


def test_a_bar_opens_its_chapter_on_the_board(page: Page, live_server: LiveServer, office: User) -> None:
    page.goto(live_server.url + addresses()["progress"])
    bar = page.locator('[data-chart] svg path[fill="#1f7a55"]').first
    bar.click(force=True)
    page.wait_for_url("**/board/?plan=*")


def test_paper_has_the_picture_and_the_table(page: Page, live_server: LiveServer, office: User, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(live_server.url + addresses()["progress"])
    expect(page.locator("[data-chart] svg").first).to_be_visible()
    page.pdf(path=tmp_path / "进度.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(tmp_path / "进度.pdf") as paper:
        text = paper[0].get_textpage().get_text_range()
        assert text.count("重点任务") == 2  # beside the bar and in the table
        ink = paper[0].render(scale=0.5).to_numpy()
        assert ink.mean() > 200  # dark on light
