"""The form of a record, and reasons."""

import pytest
from django.utils.translation import override

from tests.plans.making import make_unit
from tests.work.making import make_record
from wenming.places.models import Unit
from wenming.places.picking import UnitPicker
from wenming.work.models import RecordKind
from wenming.work.records.content import kept
from wenming.work.records.forms import LISTED, RETURN_REASONS, ReasonForm, RecordForm, initial_of

pytestmark = pytest.mark.django_db


def form_for(**data: object) -> RecordForm:
    """A form that was sent, of somebody who records for every unit."""
    return RecordForm(data or None, units=Unit.objects.standing())


def test_of_one_unit_nothing_is_to_be_chosen_and_of_many_one_searches() -> None:
    unit = make_unit("甲社区")
    assert (form_for()["unit"].is_hidden, form_for()["unit"].value()) == (True, unit.pk)
    make_unit("乙社区")
    assert not form_for()["unit"].is_hidden
    for number in range(LISTED):
        make_unit(f"第{number}社区")
    assert isinstance(form_for().fields["unit"].widget, UnitPicker)


def test_what_a_record_says_comes_back_the_same() -> None:
    unit = make_unit("甲社区")
    record = make_record(unit, minutes=270, place="会议室", people=3, words="两句话")
    initial = initial_of(record)
    data = {**initial, "unit": unit.pk, "kind": record.kind_id, "last": "", "first": "2026-03-05"}
    form = RecordForm(data, units=Unit.objects.standing(), initial=initial)
    assert form.is_valid(), form.errors
    assert form.content == kept(record)


def test_a_kind_that_is_offered_no_more_stays_where_it_was() -> None:
    record = make_record(make_unit("甲社区"))
    RecordKind.objects.filter(pk=record.kind_id).update(is_offered=False)
    form = RecordForm(None, units=Unit.objects.standing(), initial=initial_of(record))
    assert str(record.kind) in str(form["kind"])
    assert str(record.kind) not in str(form_for()["kind"])


def test_who_took_part_is_counted_where_nobody_counted() -> None:
    unit, kind = make_unit("甲社区"), RecordKind.objects.get(name="会议")
    about = {"title": "会", "kind": kind.pk, "first": "2026-03-05", "unit": unit.pk, "roster": "王敏\n李青山"}
    counted, said = form_for(**about), form_for(**about, people=40)
    assert counted.is_valid()
    assert said.is_valid()
    assert (counted.content.people, said.content.people) == (2, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"why": "count"}, "人数或者数量对不上"),
        ({"words": " 请补签到表 "}, "请补签到表"),
        ({"why": "count", "words": "差三人"}, "人数或者数量对不上：差三人"),
        ({}, None),
        ({"why": "nonsense"}, None),
    ],
)
def test_a_reason_is_of_the_list_or_in_words(data: dict[str, str], reason: str | None) -> None:
    with override("en"):
        form = ReasonForm({**data, "revision": 0}, reasons=RETURN_REASONS)
        assert (form.reason if form.is_valid() else None) == reason
