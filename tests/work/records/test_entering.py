"""Entering and changing a record in a browser without JavaScript, and as a device's queue does it."""

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate, now

from tests.plans.making import make_unit
from tests.work.records.making import make_asking, make_content
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.models import Attendee, Record, RecordKind, RecordState
from wenming.work.records import actions
from wenming.work.records.content import Counts
from wenming.work.records.proposing import Why

pytestmark = pytest.mark.django_db
NEW = "/records/new/"
QUEUE = {"accept": "application/json"}


def typed(unit: Unit, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    """What somebody fills in."""
    kind = RecordKind.objects.get(name="评议")
    return {
        "key": str(uuid4()),
        "title": "一季度民主评议",
        "kind": kind.pk,
        "first": localdate().isoformat(),
        "unit": unit.pk,
        "long_unit": "hour",
        **fields,
    }


def test_the_form_comes_filled_from_the_commitment_that_asks(liaison: Client, unit: Unit) -> None:
    asking = make_asking(unit)
    html = liaison.get(f"{NEW}?commitment={asking.pk}").content.decode()
    assert asking.measure.text in html
    assert 'name="title" value="民主评议"' in html
    assert f'value="{RecordKind.objects.get(name="评议").pk}" selected' in html
    assert f'name="use" value="{asking.pk}" checked' in html
    assert "就是从这条要求登记的" in html


def test_a_liaison_of_a_unit_with_others_below_begins_with_their_own(liaison: Client, unit: Unit) -> None:
    make_unit("甲社区一网格").parents.add(unit)
    assert f'<option value="{unit.pk}" selected>' in liaison.get(NEW).content.decode()


def test_a_commitment_of_another_unit_fills_nothing(liaison: Client) -> None:
    foreign = make_asking(make_unit("乙社区"))
    html = liaison.get(f"{NEW}?commitment={foreign.pk}").content.decode()
    assert foreign.measure.text not in html


def test_three_fields_are_enough_and_it_counts_where_it_fits(liaison: Client, me: User, unit: Unit) -> None:
    asking = make_asking(unit)
    answer = liaison.post(NEW, typed(unit, shown=asking.pk, use=asking.pk))
    record = Record.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/records/{record.pk}/")
    assert (record.made_by, record.last, record.minutes) == (me, localdate(), None)
    assert [(use.commitment_id, use.is_counted, use.why) for use in record.uses.all()] == [(asking.pk, True, "named")]


def test_what_is_unticked_does_not_count_and_stays_known(liaison: Client, unit: Unit) -> None:
    asking = make_asking(unit)
    liaison.post(NEW, typed(unit, shown=asking.pk))
    assert not Record.objects.get().uses.get().is_counted


def test_everything_else_is_there_when_it_is_needed(liaison: Client, unit: Unit) -> None:
    other = make_unit("县团委")
    more = {
        "last": localdate().isoformat(),
        "long": "2",
        "long_unit": "half",
        "place": "会议室",
        "outputs": "2 份 决议",
        "roster": "王敏 县教育局\n李青山",
        "with_units": [other.pk],
        "words": "评出先进两名",
    }
    liaison.post(NEW, typed(unit, **more))
    record = Record.objects.get()
    assert (record.minutes, record.people, record.place) == (360, 2, "会议室")
    assert ([str(one) for one in record.with_units.all()], record.outputs.get().word) == ([str(other)], "份")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ""}, "请填写这一项"),
        ({"first": "2099-01-01"}, "还没有到"),
        ({"first": "2026-03-05", "last": "2026-03-04"}, "不能早于开始的日子"),
        ({"outputs": "很多"}, "第 1 行看不出数量"),
        ({"roster": "王敏\n" + "很" * 50}, "名单第 2 行太长"),
        ({"long": "9999", "long_unit": "day"}, "时间太长了"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(
    fields: dict[str, str], said: str, liaison: Client, unit: Unit
) -> None:
    sent = typed(unit, place="社区会议室", **fields)
    page = liaison.post(NEW, sent)
    html = page.content.decode()
    assert (page.status_code, said in html, "社区会议室" in html, sent["key"] in html) == (422, True, True, True)
    told = liaison.post(NEW, sent, headers=QUEUE)
    assert (told.status_code, said in str(told.json())) == (422, True)
    assert not Record.objects.exists()


def test_the_queue_of_a_device_is_told_where_the_record_is(liaison: Client, unit: Unit) -> None:
    sent = typed(unit)
    first, second = (liaison.post(NEW, sent, headers=QUEUE) for _time in range(2))
    assert (first.status_code, first.json()) == (201, second.json())
    assert Record.objects.get().pk == first.json()["record"]


def test_for_another_unit_nothing_is_entered(liaison: Client) -> None:
    assert liaison.post(NEW, typed(make_unit("乙社区"))).status_code == 422


def test_what_may_count_is_proposed_while_one_types(liaison: Client, unit: Unit) -> None:
    asking = make_asking(unit)
    sent = typed(unit)
    html = liaison.get("/records/uses/", sent).content.decode()
    assert f'name="use" value="{asking.pk}" checked' in html
    unticked = liaison.get("/records/uses/", {**sent, "shown": asking.pk, "was": asking.pk}).content.decode()
    assert "checked" not in unticked
    none = liaison.get("/records/uses/", {**sent, "first": "2031-01-01"}).content.decode()
    assert "还没有看出能计入哪条要求" in none


def test_a_returned_record_is_corrected_and_handed_in(liaison: Client, me: User, office: User, unit: Unit) -> None:
    record = actions.record_work(key=uuid4(), content=make_content(unit), uses={}, by=me, at=now())
    actions.return_record(record=record, revision=0, reason="人数对不上", by=office, at=now())
    address = f"/records/{record.pk}/change/"
    assert "退回的原因：人数对不上" in liaison.get(address).content.decode()
    liaison.post(address, typed(unit, revision=1, people=46))
    record.refresh_from_db()
    assert (record.state, record.people) == (RecordState.RECORDED, 46)


def test_both_sides_are_shown_where_somebody_was_first(liaison: Client, me: User, office: User, unit: Unit) -> None:
    record = actions.record_work(key=uuid4(), content=make_content(unit), uses={}, by=me, at=now())
    theirs = make_content(unit, people=30)
    actions.change_record(record=record, revision=0, content=theirs, uses={}, by=office, at=now())
    address = f"/records/{record.pk}/change/"
    page = liaison.post(address, typed(unit, revision=0, people=46, roster="王敏"))
    html = page.content.decode()
    assert (page.status_code, "林晓 在" in html, "30" in html, "46" in html) == (409, True, True, True)
    assert 'name="revision" value="1"' in html
    liaison.post(address, typed(unit, revision=1, people=46, roster="王敏"))
    assert (Record.objects.get().people, Attendee.objects.get().name) == (46, "王敏")


def test_what_it_counted_for_stays_when_the_plan_is_another(liaison: Client, me: User, unit: Unit) -> None:
    former = make_asking(unit)
    sent = typed(unit, shown=former.pk, use=former.pk)
    liaison.post(NEW, sent)
    former.measure.version.plan.versions.update(state="superseded")
    liaison.post(f"/records/{Record.objects.get().pk}/change/", typed(unit, revision=0, people=3))
    assert Record.objects.get().uses.get().is_counted


def test_names_are_read_from_a_workbook(liaison: Client) -> None:
    book = BytesIO()
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet()
        for row, cells in enumerate([["签到表"], ["序号", "姓名", "单位"], [1, "王 敏", "县教育局"]]):
            sheet.write_row(row, 0, cells)
    file = SimpleUploadedFile("签到.xlsx", book.getvalue())
    assert liaison.post("/records/roster/", {"roster_file": file}).json() == {"roster": "王敏\t县教育局"}
    wrong = SimpleUploadedFile("签到.xlsx", b"no workbook")
    assert liaison.post("/records/roster/", {"roster_file": wrong}).status_code == 422


def test_an_inspector_records_nothing(client: Client, office: User) -> None:
    from_post = office.posts.get()
    from_post.role = "inspector"
    from_post.save()
    client.force_login(office)
    assert client.get(NEW).status_code == 404


def test_what_a_record_counts_for_is_proposed_anew_and_what_somebody_decided_stays(
    liaison: Client, me: User, unit: Unit
) -> None:
    """Another kind: what was only proposed goes with the old one; a tick set or taken by hand stays."""
    review, training = make_asking(unit), make_asking(unit, activity="宣讲", record_kinds=["培训"])
    chosen = make_asking(unit, activity="访谈", record_kinds=["走访"])
    uses = {review.pk: Counts(is_counted=True, why=Why.NAMED), chosen.pk: Counts(is_counted=True, why=Why.CHOSEN)}
    record = actions.record_work(key=uuid4(), content=make_content(unit), uses=uses, by=me, at=now())
    kind = RecordKind.objects.get_or_create(name="培训")[0]
    sent = {**typed(unit), "title": "理论宣讲", "kind": kind.pk, "record": record.pk}
    html = liaison.get("/records/uses/", sent).content.decode()
    ticked = {key for key in (review.pk, training.pk, chosen.pk) if f'name="use" value="{key}" checked' in html}
    assert ticked == {training.pk, chosen.pk}
