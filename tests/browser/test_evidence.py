"""Evidence in a real browser: added, opened larger, a large file that goes on, two that look alike."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, violations
from tests.plans.making import make_person, make_unit
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence, run_jobs
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Evidence, Likeness

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 360, "height": 780}}


@pytest.fixture
def unit() -> Unit:
    """Whose evidence it is."""
    return make_unit("甲社区")


@pytest.fixture
def liaison(page: Page, live_server: LiveServer, unit: Unit) -> User:
    """The unit's liaison."""
    person = make_person("联络员", PostRole.LIAISON, unit)
    sign_in(page.context, live_server.url, person)
    return person


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def choose(page: Page, address: str, *paths: Path) -> None:
    page.goto(f"{address}/evidence/")
    page.get_by_label("照片或文件").set_input_files(list(paths))
    page.get_by_role("button", name="上传").click()


def test_photos_are_added_and_show_themselves_once_they_are_ready(
    page: Page, live_server: LiveServer, liaison: User, tmp_path: Path
) -> None:
    choose(
        page, live_server.url, written(tmp_path, "a.jpg", files.photo()), written(tmp_path, "图.svg", b"<svg></svg>")
    )
    expect(page.get_by_text("收到 1 份佐证材料。")).to_be_visible()
    expect(page.get_by_text("“图.svg”是网页或者矢量图")).to_be_visible()
    expect(page.get_by_text("还没有佐证材料")).to_have_count(0)
    expect(page.get_by_text("正在做预览…")).to_be_visible()
    run_jobs(Evidence.objects.get())
    expect(page.get_by_text("正在做预览…")).to_have_count(0, timeout=60_000)
    expect(page.locator(".piece img")).to_have_js_property("naturalWidth", 320)


def test_opening_larger_and_going_on_with_the_keys(
    page: Page, live_server: LiveServer, liaison: User, unit: Unit
) -> None:
    for number in (1, 2):
        make_evidence(files.photo(files.scene(900, 600, number)), unit, liaison, name=f"{number}.jpg")
    make_evidence(files.word(), unit, liaison, name="总结.docx")
    page.goto(f"{live_server.url}/evidence/")
    page.get_by_role("link", name="2.jpg").focus()
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog")
    expect(viewer.get_by_role("heading")).to_have_text("2.jpg")
    assert violations(page) == []
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_role("heading")).to_have_text("1.jpg")
    expect(viewer.get_by_role("button", name="下一张")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(page.get_by_role("link", name="2.jpg")).to_be_focused()
    page.get_by_role("link", name="总结.docx").click()
    expect(page).to_have_url(re.compile(r"/evidence/\d+/$"))


def test_a_large_file_goes_on_where_it_was_cut_off(
    page: Page, live_server: LiveServer, liaison: User, tmp_path: Path
) -> None:
    film = files.video(film=bytes(6 << 20))
    path = written(tmp_path, "活动.mp4", film)
    pieces: list[str] = []

    def away_in_the_middle(route: Route) -> None:
        pieces.append(route.request.headers["upload-offset"])
        if len(pieces) > 2:
            route.abort()
        else:
            route.continue_()

    page.route("**/uploads/*-*/", away_in_the_middle)
    page.clock.install()
    choose(page, live_server.url, path)
    expect(page.get_by_text("正在上传 活动.mp4")).to_be_visible()
    for _wait in range(12):
        page.clock.fast_forward(20_000)
        page.wait_for_timeout(100)
    expect(page.get_by_text("“活动.mp4”没有传完")).to_be_visible()
    page.unroute("**/uploads/*-*/")
    with page.expect_request("**/uploads/*-*/") as first:
        page.get_by_role("button", name="上传").click()
    assert first.value.headers["upload-offset"] == str(2 << 20)
    expect(page.get_by_text("收到 1 份佐证材料。")).to_be_visible()
    made = Evidence.objects.get()
    assert (made.kind, made.size) == ("video", len(film))


@pytest.mark.parametrize("size", SIZES)
def test_pages(page: Page, live_server: LiveServer, liaison: User, unit: Unit, size: str) -> None:
    page.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    make_evidence(files.photo(), unit, liaison, name="很长的名字" * 12 + ".jpg")
    made = make_evidence(files.photo(), make_unit("乙社区"), make_person("别人", None), name="另一份.jpg")
    sign_in(page.context, live_server.url, make_person("林晓"))
    for address in ("/evidence/", f"/evidence/{made.pk}/", "/likenesses/"):
        page.goto(f"{live_server.url}{address}")
        assert (address, violations(page), overhang(page)) == (address, [], 0)


def test_two_that_look_alike(page: Page, live_server: LiveServer, liaison: User, unit: Unit) -> None:
    for _twice in range(2):
        make_evidence(files.photo(), unit, liaison)
    sign_in(page.context, live_server.url, make_person("林晓"))
    page.goto(f"{live_server.url}/evidence/")
    page.get_by_role("link", name="相近佐证").click()
    pair = page.get_by_role("region", name="同一文件")
    expect(pair.get_by_role("img")).to_have_count(2)
    pair.get_by_label("说明").fill("两次会议用了同一张")
    pair.get_by_role("button", name="重复使用").click()
    expect(page.get_by_text("没有要看的")).to_be_visible()
    assert Likeness.objects.get().state == "reused"
