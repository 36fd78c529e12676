"""The pages of the log."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import make_person, make_unit
from tests.audit.making import NOON, person, tell
from wenming.accounts.models import PostRole, User
from wenming.audit import sheet
from wenming.audit.actions import fix_head
from wenming.audit.models import Detail, Event
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def signed_in(one: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(one)
    return client


@pytest.fixture
def auditor() -> Client:
    """The audit administrator's browser."""
    make_unit()
    one = User.objects.create_user(username="auditor", full_name="顾静文")
    one.posts.create(role=PostRole.AUDIT)
    return signed_in(one)


@action
def rename(unit: Unit, short: str, by: User) -> None:
    """An event with something before and after."""
    before = state_of(unit, "short", "kind", "area")
    unit.short = short
    unit.save()
    record("places.change_unit", unit, by=by, at=NOON, before=before, after=state_of(unit, "short", "kind", "area"))


def said(client: Client, address: str) -> str:
    """What the page says."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


class TestLog:
    def test_before_anything_was_done_it_says_what_will_stand_here(self, auditor: Client) -> None:
        assert "还没有记录" in said(auditor, "/log/")

    def test_it_shows_who_did_what_to_what(self, auditor: Client) -> None:
        rename(make_unit("县教育局"), "县教体局", person())
        page = said(auditor, "/log/")
        assert "shen先生" in page
        assert "修改单位资料" in page
        assert "县教体局" in page

    def test_nothing_found_says_what_to_do(self, auditor: Client) -> None:
        tell("一县")
        assert "没有找到" in said(auditor, "/log/?person=nobody")

    @pytest.mark.parametrize("address", ["/log/", "/log/1/", "/log/heads/", "/log/heads.txt"])
    def test_it_is_not_there_for_others(self, address: str) -> None:
        tell("一县")
        assert signed_in(make_person()).get(address).status_code == 404

    @pytest.mark.parametrize("count", [2, 60])
    def test_queries_do_not_grow(
        self, auditor: Client, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
    ) -> None:
        tell(*(f"{number}县" for number in range(count)), by=person())
        with django_assert_max_num_queries(8):
            said(auditor, "/log/")

    def test_the_next_page_keeps_what_is_sought(self, auditor: Client) -> None:
        tell(*(f"{number}县" for number in range(60)), by=person())
        page = said(auditor, "/log/?person=shen")
        assert "?person=shen&amp;before=11" in page
        assert "?person=shen&amp;after=10" in said(auditor, "/log/?person=shen&before=11")


class TestEvent:
    def test_it_shows_what_was_and_what_is(self, auditor: Client) -> None:
        unit = make_unit("县教育局")
        rename(unit, "县教体局", person())
        page = said(auditor, "/log/1/")
        for words in ("县教育局", "县教体局", "政府部门", "青禾县", f"?of=places.unit:{unit.pk}"):
            assert words in page

    def test_an_erased_detail_is_said_to_be_so(self, auditor: Client) -> None:
        tell("一县", by=person())
        Detail.objects.all().delete()
        assert said(auditor, "/log/1/")

    def test_one_that_is_not_there(self, auditor: Client) -> None:
        assert auditor.get("/log/7/").status_code == 404


class TestExcel:
    def rows(self, auditor: Client, **asked: str) -> list[list[object]]:
        """The cells of the workbook."""
        answer = auditor.post("/log/excel/", asked)
        assert answer.status_code == 200
        book = openpyxl.load_workbook(BytesIO(bytes(answer.getvalue())))
        return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]

    def test_people_are_left_out(self, auditor: Client) -> None:
        tell("一县", by=person())
        head, row = self.rows(auditor)
        assert (head[0], row[0]) == ("序号", 1)
        assert "shen" not in str(row)

    def test_unless_they_are_asked_for(self, auditor: Client) -> None:
        tell("一县", by=person())
        assert "shen先生" in str(self.rows(auditor, with_people="1")[1])

    def test_taking_events_out_is_told(self, auditor: Client) -> None:
        tell("一县")
        self.rows(auditor, verb="places.add_area")
        event = Event.objects.get(verb="audit.export")
        assert event.after == {"count": 1, "with_people": False}
        assert event.kept_details.get(name="after.sought").value == "verb=places.add_area"  # it may name people
        assert str(event.by) == "顾静文"

    def test_too_many_are_refused_in_words(self, auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sheet, "MOST", 1)
        tell("一县", "二县")
        answer = auditor.post("/log/excel/", {"verb": "places.add_area"})
        assert answer.headers["Location"] == "/log/?verb=places.add_area"
        assert "超过 1 条" in str(*get_messages(answer.wsgi_request))
        assert not Event.objects.filter(verb="audit.export").exists()


class TestHeads:
    def test_those_of_the_month(self, auditor: Client) -> None:
        tell("一县")
        head = fix_head(day=NOON.date(), at=NOON + timedelta(days=1))
        assert head is not None
        assert "2026-11-22" in said(auditor, "/log/heads/?month=2026-11")
        assert f"2026-11-22 1 {head.digest}" in said(auditor, "/log/heads.txt?month=2026-11")

    @pytest.mark.parametrize("month", ["", "soon", "0000-00", "2026-13"])
    def test_another_month_is_this_one(self, auditor: Client, month: str) -> None:
        assert f"{localdate():%Y-%m}" in said(auditor, f"/log/heads/?month={month}")

    def test_a_month_without_says_when_they_come(self, auditor: Client) -> None:
        assert "这个月还没有" in said(auditor, "/log/heads/?month=2020-01")


class TestHistory:
    def test_a_unit_shows_its_own_to_those_who_may_change_it(self) -> None:
        unit, office = make_unit("县教育局"), make_person("shen")
        rename(unit, "县教体局", office)
        assert "修改单位资料" in said(signed_in(office), f"/units/{unit.pk}/")
        assert "修改单位资料" in said(signed_in(office), f"/log/of/places.unit/{unit.pk}/")
        liaison = signed_in(make_person("li", role=PostRole.LIAISON, unit=unit))
        assert "修改单位资料" not in said(liaison, f"/units/{unit.pk}/")
        assert liaison.get(f"/log/of/places.unit/{unit.pk}/").status_code == 404

    def test_ten_are_shown_and_the_rest_is_a_click_away(
        self, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        unit, office = make_unit("县教育局"), make_person("shen")
        client = signed_in(office)
        said(client, f"/units/{unit.pk}/")
        for number in range(12):
            rename(unit, f"县教育{number}局", office)
        page = said(client, f"/units/{unit.pk}/")
        assert page.count("event-who") == 10
        assert f"/log/of/places.unit/{unit.pk}/" in page
        with django_assert_max_num_queries(10):
            assert said(client, f"/log/of/places.unit/{unit.pk}/").count("event-who") == 12

    @pytest.mark.parametrize("address", ["/log/of/places.unit/999/", "/log/of/voices.voice/1/", "/log/of/x/y/"])
    def test_what_has_none_is_not_there(self, address: str) -> None:
        assert signed_in(make_person()).get(address).status_code == 404
