"""Accepting, returning, withdrawing on the page of a record, and in bulk."""

import pytest
from django.test import Client

from tests.plans.making import make_area, make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import PostRole
from wenming.places.models import AreaKind, Unit
from wenming.work.models import Record, RecordState

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(unit: Unit) -> Record:
    """What a liaison entered."""
    return make_record(unit)


def state_of(record: Record) -> tuple[str, str]:
    """Its state and why."""
    record.refresh_from_db()
    return record.state, record.reason


def test_it_is_returned_with_a_reason(at_office: Client, liaison: Client, record: Record) -> None:
    address = f"/records/{record.pk}/"
    assert at_office.post(f"{address}return/", {"revision": 0}).status_code == 422
    at_office.post(f"{address}return/", {"revision": 0, "why": "evidence", "words": "缺签到表"})
    assert state_of(record) == (RecordState.RETURNED, "缺少佐证材料：缺签到表")
    assert "缺少佐证材料：缺签到表" in liaison.get(address).content.decode()


def test_it_is_withdrawn_with_a_reason_and_stays_to_be_seen(liaison: Client, record: Record) -> None:
    address = f"/records/{record.pk}/"
    assert liaison.post(f"{address}withdraw/", {"revision": 0}).status_code == 422
    liaison.post(f"{address}withdraw/", {"revision": 0, "why": "mistake"})
    assert state_of(record) == (RecordState.WITHDRAWN, "登记错了")
    assert liaison.get(f"{address}change/").status_code == 302
    assert "登记错了" in liaison.get(address).content.decode()


def test_what_changed_since_is_not_accepted_unseen(at_office: Client, record: Record) -> None:
    Record.objects.filter(pk=record.pk).update(revision=3)
    page = at_office.post(f"/records/{record.pk}/accept/", {"revision": 2}, follow=True)
    assert "刚刚被别人改过" in page.content.decode()
    assert state_of(record)[0] == RecordState.RECORDED
    at_office.post(f"/records/{record.pk}/accept/", {"revision": 3})
    assert state_of(record)[0] == RecordState.ACCEPTED


def test_in_bulk_and_the_filters_stay(at_office: Client, unit: Unit, record: Record) -> None:
    other = make_record(unit)
    sent = {"record": [f"{record.pk}-0", f"{other.pk}-7", "x-1", "5"]}
    answer = at_office.post("/records/accept/?state=recorded&q=评议", sent, follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain[0][0] == "/records/?state=recorded&q=%E8%AF%84%E8%AE%AE"
    assert ("已认可 1 条" in html, "有 1 条没有认可" in html) == (True, True)
    assert (state_of(record)[0], state_of(other)[0]) == (RecordState.ACCEPTED, RecordState.RECORDED)


def test_in_bulk_nothing_beyond_reach(client: Client, record: Record) -> None:
    town = make_area("白塘镇", AreaKind.TOWN, make_area())
    client.force_login(make_person("镇文明办", PostRole.OFFICE, make_unit("白塘镇党政办", area=town)))
    page = client.post("/records/accept/", {"record": f"{record.pk}-0"}, follow=True)
    assert "请先勾选" in page.content.decode()
    assert state_of(record)[0] == RecordState.RECORDED
