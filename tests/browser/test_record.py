"""Recording work on a phone: in a few taps, without a network, returned and corrected."""

import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils.timezone import localdate, now
from PIL import Image
from playwright.sync_api import BrowserContext, Error, Page, Playwright, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.checks import overhang, sign_in, small_targets, violations
from tests.plans.making import make_person, make_unit
from tests.work.records.making import make_asking, make_content
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Commitment, Evidence, Record, RecordState
from wenming.work.records import actions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 360, "height": 780}
SIZES = {"wide": {"width": 1440, "height": 900}, "narrow": PHONE}
KEPT = """async () => {
    const base = await new Promise(done => {
        const asked = indexedDB.open("wenming-work");
        asked.onsuccess = () => done(asked.result);
    });
    const count = name => new Promise(done => {
        const asked = base.transaction(name).objectStore(name).count();
        asked.onsuccess = () => done(asked.result);
    });
    return [await count("drafts"), await count("photos")];
}"""


@pytest.fixture
def unit() -> Unit:
    """Whose records they are."""
    return make_unit("甲社区")


@pytest.fixture
def asking(unit: Unit) -> Commitment:
    """What asks for the record."""
    make_person()
    make_content(unit)
    return make_asking(unit)


@pytest.fixture
def liaison(page: Page, live_server: LiveServer, unit: Unit, asking: Commitment) -> User:
    """The unit's liaison on a phone."""
    person = make_person("联络员", PostRole.LIAISON, unit)
    page.set_viewport_size(PHONE)
    sign_in(page.context, live_server.url, person)
    return person


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture from the camera."""
    path = tmp_path / "现场.jpg"
    Image.effect_noise((640, 480), 60).convert("RGB").save(path, quality=80)
    return path


def begin(page: Page, live_server: LiveServer, asking: Commitment) -> None:
    """Open the form from the commitment that asks."""
    page.goto(f"{live_server.url}/records/new/?commitment={asking.pk}")
    page.locator("[data-record-form][data-ready]").wait_for()


def take(page: Page, photo: Path) -> None:
    """Photograph something."""
    before = page.locator("[data-photo-list] li").count()
    page.locator("[data-photos]").first.set_input_files(photo)
    expect(page.locator("[data-photo-list] li")).to_have_count(before + 1)


def test_a_photo_and_one_press(
    page: Page, live_server: LiveServer, liaison: User, asking: Commitment, photo: Path
) -> None:
    begin(page, live_server, asking)
    expect(page.get_by_text(asking.measure.text)).to_be_visible()
    take(page, photo)
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url(re.compile(r"/records/\d+/$"))
    record = Record.objects.get()
    assert (record.title, record.first, record.made_by) == ("民主评议", localdate(), liaison)
    assert record.evidence.get().sha256
    assert [(use.commitment_id, use.is_counted, use.why) for use in record.uses.all()] == [(asking.pk, True, "asked")]
    assert page.evaluate(KEPT) == [0, 0]


def test_the_network_goes_and_the_browser_is_closed(
    page: Page, context: BrowserContext, live_server: LiveServer, liaison: User, asking: Commitment, photo: Path
) -> None:
    begin(page, live_server, asking)
    context.set_offline(True)
    for number in (1, 2):
        page.get_by_label("做了什么").fill(f"第{number}次民主评议")
        page.get_by_label("类型").select_option("评议")
        take(page, photo)
        page.get_by_role("button", name="登记", exact=True).click()
        expect(page.locator("[data-queue]")).to_contain_text(f"已保存在本机 {number} 条 · 待发送 {number} 条")
        expect(page.get_by_label("做了什么")).not_to_have_value(f"第{number}次民主评议")
    expect(page.locator("[data-queue]")).to_contain_text("现在没有网络")
    assert page.evaluate(KEPT) == [2, 2]
    page.close()
    assert not Record.objects.exists()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"{live_server.url}/records/")
    expect(again.locator("[data-queue]")).to_contain_text("已送达")
    assert sorted(Record.objects.values_list("title", flat=True)) == ["第1次民主评议", "第2次民主评议"]
    assert [record.evidence.count() for record in Record.objects.all()] == [1, 1]
    assert again.evaluate(KEPT) == [0, 0]


def test_an_answer_that_was_lost_does_no_harm(
    page: Page, live_server: LiveServer, liaison: User, asking: Commitment, photo: Path
) -> None:
    """The server took the record, but the phone never heard of it."""
    begin(page, live_server, asking)
    take(page, photo)
    lost: list[str] = []

    def lose(route, request) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - Playwright's
        if request.method == "POST" and not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.fallback()

    page.route("**/records/new/**", lose)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator("[data-queue]")).to_contain_text("待发送 1 条")
    assert (Record.objects.count(), page.evaluate(KEPT)) == (1, [1, 1])
    page.reload()
    expect(page.locator("[data-queue]")).to_contain_text("已送达")
    assert (Record.objects.count(), Evidence.objects.count()) == (1, 1)


def test_a_draft_waits_where_it_was_left(
    page: Page, context: BrowserContext, live_server: LiveServer, liaison: User, asking: Commitment, photo: Path
) -> None:
    begin(page, live_server, asking)
    page.get_by_label("做了什么").fill("社区民主评议")
    page.locator("details.record-more > summary").click()
    page.get_by_label("在哪里").fill("二楼会议室")
    take(page, photo)
    page.wait_for_timeout(500)  # longer than the pause after a keystroke
    page.close()
    again = context.new_page()
    again.set_viewport_size(PHONE)
    again.goto(f"{live_server.url}/records/")
    expect(again.locator("[data-queue]")).to_contain_text("社区民主评议")
    again.get_by_role("link", name="继续填").click()
    expect(again.get_by_label("在哪里")).to_have_value("二楼会议室")
    expect(again.locator("[data-photo-list] li")).to_have_count(1)
    again.get_by_role("button", name="登记", exact=True).click()
    again.wait_for_url(re.compile(r"/records/\d+/$"))
    assert (Record.objects.get().place, Evidence.objects.count()) == ("二楼会议室", 1)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    page: Page, live_server: LiveServer, liaison: User, asking: Commitment, photo: Path
) -> None:
    begin(page, live_server, asking)
    take(page, photo)
    page.get_by_label("哪一天", exact=True).fill("2099-01-01")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator(".field:has(#id_first) .errorlist")).to_contain_text("还没有到")
    page.get_by_label("哪一天", exact=True).fill(localdate().isoformat())
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url(re.compile(r"/records/\d+/$"))
    assert Evidence.objects.count() == 1


def test_another_person_s_drafts_are_not_sent(
    page: Page, context: BrowserContext, live_server: LiveServer, liaison: User, asking: Commitment, unit: Unit
) -> None:
    begin(page, live_server, asking)
    context.set_offline(True)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator("[data-queue]")).to_contain_text("待发送 1 条")
    page.close()
    context.set_offline(False)
    sign_in(context, live_server.url, make_person("另一人", PostRole.LIAISON, unit))
    again = context.new_page()
    again.goto(f"{live_server.url}/records/")
    again.wait_for_load_state("networkidle")
    assert (again.evaluate(KEPT), Record.objects.count()) == ([1, 0], 0)
    expect(again.locator("[data-queue]")).to_be_hidden()


def test_returned_and_corrected(
    page: Page, context: BrowserContext, live_server: LiveServer, liaison: User, unit: Unit
) -> None:
    record = actions.record_work(
        key=UUID("6f6c4c3e-6d0f-4c39-a5b5-0d5f0c7a3e11"), content=make_content(unit), uses={}, by=liaison, at=now()
    )
    office = make_person("林晓")
    sign_in(context, live_server.url, office)
    address = f"{live_server.url}/records/{record.pk}/"
    page.goto(address)
    page.locator("summary", has_text="退回").click()
    page.get_by_label("人数或者数量对不上").check()
    page.get_by_role("button", name="退回给单位").click()
    expect(page.locator("main")).to_contain_text("退回：人数或者数量对不上")
    sign_in(context, live_server.url, liaison)
    page.goto(address)
    page.get_by_role("link", name="改好再交").click()
    expect(page.locator("main")).to_contain_text("人数或者数量对不上")
    page.locator("details.record-more > summary").click()
    page.get_by_label("多少人参加").fill("46")
    page.get_by_role("button", name="保存").click()
    expect(page.locator("main")).to_contain_text("46 人")
    record.refresh_from_db()
    assert (record.state, record.people) == (RecordState.RECORDED, 46)


def test_every_page_is_sound(
    page: Page, live_server: LiveServer, liaison: User, asking: Commitment, unit: Unit
) -> None:
    other = make_person("登记人", PostRole.LIAISON, unit)
    record = actions.record_work(
        key=UUID("6f6c4c3e-6d0f-4c39-a5b5-0d5f0c7a3e12"), content=make_content(unit), uses={}, by=other, at=now()
    )
    sign_in(page.context, live_server.url, make_person("林晓"))
    found = {}
    for address in ("", f"new/?commitment={asking.pk}", f"{record.pk}/", f"{record.pk}/change/", "?q=没有的"):
        for size, window in SIZES.items():
            page.set_viewport_size(window)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}/records/{address}")
            page.wait_for_load_state("networkidle")
            for more in page.locator("main details:not(.menu)").all():
                more.evaluate("one => { one.open = true }")
            if (wrong := (violations(page), overhang(page))) != ([], 0):
                found[address, size] = wrong
    assert found == {}
    assert small_targets(page) is not None


def kept_on(page: Page) -> list[str]:
    """The addresses that this device keeps for a form without a network."""
    found: list[str] = page.evaluate(
        """async () => {
            const caches_ = await Promise.all((await caches.keys()).map(name => caches.open(name)));
            const requests = await Promise.all(caches_.map(one => one.keys()));
            return requests.flat().map(one => new URL(one.url).pathname);
        }"""
    )
    return found


def keep_form(page: Page, live_server: LiveServer) -> None:
    """Visit the form with a network, until the device keeps it."""
    page.goto(f"{live_server.url}/records/new/")
    page.locator("[data-offline-form][data-kept]").wait_for(state="attached")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_the_form_opens_and_keeps_without_a_network_and_sends_once(
    tmp_path: Path,
    playwright: Playwright,
    browser_type_launch_args: dict[str, Any],
    live_server: LiveServer,
    liaison: User,
    asking: Commitment,
    photo: Path,
) -> None:
    """The browser is closed and opened again without a network; later, with one, everything arrives once."""

    def opened() -> BrowserContext:
        profile = tmp_path / "profile"
        return playwright.chromium.launch_persistent_context(profile, viewport=PHONE, **browser_type_launch_args)

    context = opened()
    sign_in(context, live_server.url, liaison)
    page = context.pages[0]
    keep_form(page, live_server)
    context.set_offline(True)
    page.goto(f"{live_server.url}/records/new/?commitment={asking.pk}")
    page.locator("[data-record-form][data-ready][data-shell]").wait_for()
    expect(page.get_by_label("做了什么")).to_have_value("民主评议")
    expect(page.get_by_label("哪一天", exact=True)).to_have_value(localdate().isoformat())
    take(page, photo)
    page.get_by_label("做了什么").fill("山上的民主评议")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator("[data-queue]")).to_contain_text("待发送 1 条")
    assert (violations(page), overhang(page)) == ([], 0)
    context.close()
    assert not Record.objects.exists()
    context = opened()
    context.set_offline(True)
    page = context.pages[0]
    page.goto(f"{live_server.url}/records/new/")
    expect(page.locator("[data-queue]")).to_contain_text("山上的民主评议")
    expect(page.locator("[data-queue]")).to_contain_text("1 张照片")
    sign_in(context, live_server.url, liaison)  # the session of the morning is over
    context.set_offline(False)
    expect(page.locator("[data-queue]")).to_contain_text("已送达")
    record = Record.objects.get()
    assert (record.title, record.evidence.count()) == ("山上的民主评议", 1)
    assert [(use.commitment_id, use.why) for use in record.uses.all()] == [(asking.pk, "asked")]
    assert page.evaluate(KEPT) == [0, 0]
    context.close()


def test_what_is_kept_is_the_form_alone_and_goes_at_sign_out(
    page: Page, context: BrowserContext, live_server: LiveServer, liaison: User, asking: Commitment, unit: Unit
) -> None:
    keep_form(page, live_server)
    pages = [one for one in kept_on(page) if not one.startswith("/static/")]
    assert pages == ["/records/new/offline/"]
    kept = page.evaluate("async () => (await caches.match('/records/new/offline/')).text()")
    assert (asking.activity in kept, str(liaison) in kept) == (True, False)
    context.set_offline(True)
    begin_offline = f"{live_server.url}/records/"
    with pytest.raises(Error):
        page.goto(begin_offline)  # no other page is kept
    context.set_offline(False)
    sign_in(context, live_server.url, make_person("另一人", PostRole.LIAISON, unit))
    keep_form(page, live_server)
    names: list[str] = page.evaluate("caches.keys()")
    assert len(names) == 1
    assert names != [f"wenming-form-{liaison.pk}"]
    page.get_by_role("banner").locator("details.menu").last.locator("summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url("**/sign-in/**")
    assert page.evaluate("caches.keys()") == []
