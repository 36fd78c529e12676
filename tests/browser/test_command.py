"""The command structure in a real browser: set up, given, replaced with the keyboard alone, printed on one sheet."""

import re
from pathlib import Path

import pypdfium2
import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, violations
from tests.command.making import make_group, make_link, make_seat
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import User
from wenming.command.models import Group, Seat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = {"wide": (1440, 900), "narrow": (360, 780)}


@pytest.fixture
def office(page: Page, live_server: LiveServer) -> User:
    """Somebody of the county's office, signed in."""
    person = make_person()
    make_area()
    sign_in(page.context, live_server.url, person)
    return person


@pytest.fixture
def structure(office: User) -> Group:
    """A headquarters with six groups, its members, and a link."""
    top = make_group()
    make_seat(top, "总指挥", "顾维桢")
    for number in range(20):
        make_seat(top, "成员单位", unit=make_unit(f"县第{number}局"))
    for number in range(6):
        group = make_group(f"第{number}工作组", top)
        make_seat(group, "组长", "范青岩")
        make_seat(group, "牵头单位", unit=make_unit(f"县第{number}局"))
    make_link()
    return top


def test_every_page_is_sound(page: Page, live_server: LiveServer, structure: Group) -> None:
    seat, found = structure.seats.first(), {}
    assert seat is not None
    addresses = [
        "",
        f"groups/{structure.pk}/",
        f"groups/{structure.pk}/seats/new/",
        f"seats/{seat.pk}/replace/",
        "links/",
    ]
    for address in addresses:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{live_server.url}/command/{address}")
            page.wait_for_load_state("networkidle")
            if (wrong := (violations(page), overhang(page))) != ([], 0):
                found[address, size] = wrong
    assert found == {}


def test_the_structure_prints_on_one_sheet(
    page: Page, live_server: LiveServer, structure: Group, tmp_path: Path
) -> None:
    page.goto(f"{live_server.url}/command/")
    page.pdf(path=tmp_path / "structure.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "structure.pdf")
    words = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    assert "顾维桢" in words
    assert "看哪一天的" not in words
    document.close()


def test_a_seat_is_given_and_replaced_with_the_keyboard(page: Page, live_server: LiveServer, office: User) -> None:
    group = make_group()
    make_seat(group, "总指挥", "甲书记")
    page.goto(f"{live_server.url}/command/groups/{group.pk}/")
    page.get_by_role("link", name="安排职位").press("Enter")
    expect(page.get_by_label("职位", exact=True)).to_be_focused()
    page.keyboard.type("副总指挥")
    page.keyboard.press("Tab")
    page.keyboard.type("乙县长")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="副总指挥")).to_contain_text("乙县长")
    page.get_by_role("link", name=re.compile("换人.*甲书记")).press("Enter")
    page.get_by_label("姓名").fill("丙书记")
    page.keyboard.press("Enter")
    row = page.get_by_role("row").filter(has_text="丙书记")
    expect(row).to_contain_text("甲书记")  # the one before
    row.get_by_role("button", name="下移").press("Enter")
    expect(page.get_by_role("row").nth(2)).to_contain_text("丙书记")
    row.get_by_role("button", name="登错了").press("Enter")
    expect(page.get_by_role("row").filter(has_text="甲书记")).to_be_visible()
    assert set(Seat.objects.values_list("name", "until")) == {("甲书记", None), ("乙县长", None)}
    assert Seat.objects.get(name="乙县长").since == localdate()
