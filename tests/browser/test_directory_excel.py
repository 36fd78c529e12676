"""Units from a workbook in a real browser: with errors, mended, looked through, applied; on a phone, by keyboard."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import checks
from tests.places.excel import making
from wenming.accounts.models import User
from wenming.places.models import DirectoryImport, Unit
from wenming.sample.load import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
WITH_ERRORS = making.units(
    ("", "青禾县体育事务中心", "县体育中心", "局办", "没有这个县"),
    ("", "青禾县气象服务站", "县气象站", "事业单位", "青禾县", "没有这家单位"),
)


@pytest.fixture
def office(page: Page, live_server: LiveServer) -> Page:
    load(at=NOON)
    checks.sign_in(page.context, live_server.url, User.objects.get(username="xuqing"))
    page.goto(f"{live_server.url}/units/")
    return page


def send(page: Page, data: bytes, name: str = "名录.xlsx") -> None:
    page.get_by_label("把文件拖到这里，或者点击选择").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    page.get_by_role("button", name="上传并核对").click()
    expect(page.get_by_text(re.compile("正在排队"))).to_be_visible()


def mended(path: Path) -> bytes:
    """The workbook that was given back, mended where it says so."""
    book = openpyxl.load_workbook(path)
    sheet = book["单位"]
    assert {cell.coordinate for row in sheet for cell in row if cell.comment} == {"D2", "E2", "F3"}
    sheet["D2"], sheet["E2"], sheet["F3"] = "事业单位", "青禾县", None
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_with_errors_is_mended_and_applied(office: Page, tmp_path: Path) -> None:
    office.get_by_role("link", name="导入导出").click()
    send(office, WITH_ERRORS)
    making.work(DirectoryImport.objects.get())
    expect(office.get_by_text("有 3 处要改，所以还没有导入任何一行。")).to_be_visible()
    expect(office.get_by_text("单位!D2")).to_be_visible()
    assert checks.violations(office) == []
    with office.expect_download() as waiting:
        office.get_by_role("link", name="下载标注好的文件").click()
    path = tmp_path / "marked.xlsx"
    waiting.value.save_as(path)
    assert not Unit.objects.filter(name="青禾县气象服务站").exists()
    office.get_by_role("link", name="上传改好的文件").click()
    send(office, mended(path), "改好.xlsx")
    making.work(DirectoryImport.objects.order_by("pk").last() or DirectoryImport())
    expect(office.get_by_text(re.compile("没有错误：新增 2 项"))).to_be_visible()
    office.get_by_role("button", name="确认导入").focus()
    office.keyboard.press("Enter")
    expect(office.get_by_text(re.compile("正在排队"))).to_be_visible()
    making.work(DirectoryImport.objects.order_by("pk").last() or DirectoryImport())
    expect(office.get_by_text("已导入：新增 2 项，修改 0 项。")).to_be_visible()
    assert Unit.objects.filter(name="青禾县气象服务站").exists()
    assert checks.violations(office) == []


def pages(person: User) -> list[str]:
    """An import at each of its stages, and the page of all."""
    unit = Unit.objects.get(short="县教育局")
    changes = making.units(
        (unit.pk, "青禾县教育体育局", "县教体局"), ("", "青禾县气象服务站"), heads=("编号", "全称", "简称", "多余")
    )
    renamed = making.units(
        (unit.pk, "青禾县教育体育局", "县教体局", "教体局、文教局、教育和体育局"),
        heads=("编号", "全称", "简称", "其他叫法"),
    )
    found = [
        making.handed_in(WITH_ERRORS, person),
        making.compared(WITH_ERRORS, person),
        making.compared(changes, person),
        making.compared(renamed, person),
        making.compared(making.exported(), person),
        making.compared(b"\x89PNG\r\n\x1a\n" + bytes(200), person),
    ]
    return ["/units/excel/", *(f"/units/excel/{one.pk}/" for one in found)]


def test_on_a_phone_every_stage_is_readable(browser: Browser, live_server: LiveServer) -> None:
    load(at=NOON)
    person = User.objects.get(username="xuqing")
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    checks.sign_in(context, live_server.url, person)
    faults = {}
    for address in pages(person):
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 740})
            page.goto(live_server.url + address)
            found = checks.violations(page), checks.overhang(page), checks.small_targets(page) if width == 360 else []
            if any(found):
                faults[address, width] = found
    context.close()
    assert faults == {}
