"""Sums with their denominators, whose turn it is, and what was asked this week."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit, seeing
from tests.work.making import TODAY, make_record
from tests.work.requests.making import TITLE, answer_of, make_draft, make_request
from wenming.accounts.rights import Right
from wenming.work.models import AnswerState
from wenming.work.requests import actions, answering, queries
from wenming.work.requests.answering import Said

pytestmark = pytest.mark.django_db
OFFICE = seeing(Right.WORK_REVIEW)


def test_how_far_a_request_has_come() -> None:
    office = make_person()
    units = [make_unit(f"{name}镇") for name in "甲乙丙丁"]
    made = make_request(office, *units)
    answering.answer(answer=answer_of(made, units[0]), said=Said(words="有"), by=office, at=NOON)
    answering.answer(answer=answer_of(made, units[1]), said=Said(words="有"), by=office, at=NOON)
    answering.accept(answer=answer_of(made, units[1]), by=office, at=NOON)
    answering.not_ours(answer=answer_of(made, units[2]), reason="不归我们", by=office, at=NOON)
    found = queries.sums([made])[made.pk]
    assert found == queries.Sum(asked=4, waiting=1, answered=1, not_ours=1, accepted=1)
    assert found.done == 3
    order = [one.unit for one in queries.answers_of(made)]
    assert order == [units[0], units[2], units[3], units[1]]
    assert [one.unit for one in queries.answers_of(made, state=AnswerState.ACCEPTED)] == [units[1]]
    assert [one.unit for one in queries.answers_of(made, text="丁")] == [units[3]]
    assert [one.unit for one in queries.asked_of([unit.pk for unit in units])] == [units[3]]


def test_before_sending_it_is_said_what_was_asked_this_week() -> None:
    office, unit = make_person(), make_unit("甲镇")
    lately = make_request(office, unit, title="路灯照片")
    early = NOON - timedelta(days=20)
    make_request(office, unit, at=early, title="早先的", due=TODAY + timedelta(days=30))
    over = make_request(office, unit, title="取消的")
    actions.cancel(request=over, reason="不要了", by=office, at=NOON)
    (row,) = queries.before_sending(make_draft(office, unit), [unit], today=TODAY)
    assert [one.request for one in row.this_week] == [lately]
    assert (row.there, row.earlier) == ([], None)


def test_only_open_requests_are_alike() -> None:
    office, unit = make_person(), make_unit("甲镇")
    same, _other = make_request(office, unit), make_request(office, unit, title="路灯照片")
    closed = make_request(office, unit)
    actions.close(request=closed, by=office, at=NOON)
    assert queries.like(make_draft(office, unit), OFFICE) == [same]
    assert queries.like(make_draft(office, unit), seeing()) == []


def test_of_those_ticked_only_who_is_meant_and_if_wanted_only_who_has_nothing() -> None:
    office, has, bare = make_person(), make_unit("甲镇"), make_unit("乙镇")
    record = make_record(has, title=TITLE, first=TODAY, last=TODAY)
    rows = queries.before_sending(make_draft(office, has, bare), [has, bare], today=TODAY)
    everyone = {has.pk, bare.pk, 0}
    assert queries.asking(rows, queries.Ticked(everyone, {record.pk, 0})) == {has.pk: [record.pk], bare.pk: []}
    assert queries.asking(rows, queries.Ticked(everyone, set(), without_have=True)) == {bare.pk: []}
    assert queries.asking(rows, queries.Ticked({has.pk}, set())) == {has.pk: []}
