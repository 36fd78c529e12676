"""The directory in a real browser: areas, doubles, what happens to a unit, choosing by searching."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, violations
from tests.places.making import hang_everything_on
from tests.plans.making import make_area, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.places.models import Alias, AreaKind, Unit, UnitChange

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 360, "height": 780}


@pytest.fixture
def office(page: Page, live_server: LiveServer) -> User:
    """A county with two entries for one bureau, and a person of its office."""
    person = make_person()
    bureau = make_unit("县教育局")
    hang_everything_on(bureau, person)
    UnitChange.objects.all().delete()
    unit = make_unit("县教体局")
    Alias.objects.create(name="教体局", unit=unit)
    make_area("文昌街道", AreaKind.TOWN, make_area())
    sign_in(page.context, live_server.url, person)
    return person


def addresses() -> dict[str, str]:
    """The pages of this room, by a word for each."""
    one, two = Unit.objects.get(short="县教育局").pk, Unit.objects.get(short="县教体局").pk
    return {
        "tree": "/units/",
        "list": "/units/?as=list",
        "unit": f"/units/{one}/",
        "edit": f"/units/{one}/edit/",
        "areas": "/units/areas/",
        "area": f"/units/areas/{make_area().pk}/edit/",
        "doubles": "/units/doubles/",
        "compare": f"/units/doubles/{min(one, two)}/{max(one, two)}/",
        "merge": f"/units/{one}/merge/",
        "rename": f"/units/{one}/rename/",
        "join": f"/units/{one}/join/",
        "parts": f"/units/{one}/split/",
        "split": f"/units/{one}/split/?names=青禾县教育局甲%0A青禾县体育局",
        "dissolve": f"/units/{one}/dissolve/",
        "class": f"/units/classes/{make_class('各局').pk}/edit/",
    }


def test_every_page_is_sound(page: Page, live_server: LiveServer, office: User) -> None:
    found: dict[str, object] = {}
    for name, address in addresses().items():
        for width, size in (("wide", {"width": 1440, "height": 900}), ("narrow", NARROW)):
            page.set_viewport_size(size)  # type: ignore[arg-type]  # as Playwright calls it
            page.goto(live_server.url + address)
            page.wait_for_load_state("networkidle")
            if faults := violations(page):
                found[f"{name} {width}"] = faults
            if more := overhang(page):
                found[f"{name} {width} overhang"] = more
    assert found == {}


def test_a_double_is_merged_and_comes_apart_again(page: Page, live_server: LiveServer, office: User) -> None:
    page.goto(f"{live_server.url}/units/")
    page.get_by_role("link", name="可能重复").click()
    page.get_by_role("link", name="县教育局 — 县教体局").click()
    page.get_by_role("button", name="是同一家，保留县教育局").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("县教育局")
    page.get_by_role("link", name="撤回").click()
    page.get_by_role("button", name="撤回").click()
    expect(page.locator("s").get_by_text("重复登记")).to_be_visible()
    assert Unit.objects.filter(short="县教体局").exists()


def test_a_member_is_found_and_added_with_the_keyboard(page: Page, live_server: LiveServer, office: User) -> None:
    bureaus = make_class("各局")
    page.goto(f"{live_server.url}/units/classes/{bureaus.pk}/edit/")
    expect(page.get_by_text("照现在这样，指这 1 个单位")).to_be_visible()
    page.get_by_role("searchbox", name="查找单位").focus()
    page.keyboard.type("教体")
    found = page.get_by_role("checkbox", name="县教体局")
    expect(found).to_be_visible()
    page.keyboard.press("Tab")
    while not found.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("照现在这样，指这 2 个单位")).to_be_visible()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("今天指这 2 个单位")).to_be_visible()
