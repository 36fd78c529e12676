"""Drafting, sending once, merging, asking more, ending."""

from datetime import date, timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_record
from tests.work.requests.making import DUE, answer_of, make_asking, make_draft, make_request
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.work.models import Answer, Request, RequestState
from wenming.work.requests import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def unit() -> Unit:
    return make_unit("甲镇")


def test_a_draft_asks_nobody_until_it_is_sent(office: User, unit: Unit) -> None:
    made = make_draft(office, unit)
    assert (made.state, made.answers.count()) == (RequestState.DRAFT, 0)
    record = make_record(unit, title="志愿服务进社区")
    sent = actions.send(request=made, units=[unit.pk], proposed={unit.pk: [record.pk]}, by=office, at=NOON)
    answer = sent.answers.get()
    assert (answer.asked_at, list(answer.proposed.all())) == (NOON, [record])
    assert Event.objects.get(verb="work.send_request").after["units"] == [unit.pk]
    with pytest.raises(actions.NotADraft):
        actions.send(request=made, units=[unit.pk], proposed={}, by=office, at=NOON)


def test_a_record_of_another_unit_is_not_proposed(office: User, unit: Unit) -> None:
    foreign = make_record(make_unit("乙镇"), title="志愿服务进社区")
    made = make_draft(office, unit)
    actions.send(request=made, units=[unit.pk], proposed={unit.pk: [foreign.pk]}, by=office, at=NOON)
    assert not answer_of(made, unit).proposed.exists()


def test_a_draft_can_be_changed_and_forgotten(office: User, unit: Unit) -> None:
    made = make_draft(office, unit)
    changed = actions.change(request=made, asking=make_asking(unit, title="灯箱照片"), by=office, at=NOON)
    assert changed.title == "灯箱照片"
    actions.discard(request=made, by=office, at=NOON)
    assert not Request.objects.exists()
    assert Event.objects.filter(verb="work.discard_request").exists()


def test_nobody_and_too_late_are_refused(office: User, unit: Unit) -> None:
    with pytest.raises(actions.NobodyAsked):
        actions.send(request=make_draft(office, unit), units=[], proposed={}, by=office, at=NOON)
    past = make_draft(office, unit, due=NOON.date() - timedelta(days=1))
    with pytest.raises(actions.TooLate):
        actions.send(request=past, units=[unit.pk], proposed={}, by=office, at=NOON)


def test_merged_into_an_open_one_nobody_is_asked_twice_nor_has_less_time(office: User, unit: Unit) -> None:
    other = make_unit("乙镇")
    into = make_request(office, unit)
    made = make_draft(office, unit, other, due=date(2026, 3, 20), words="还要签到表。")
    done = actions.merge(request=made, into=into, units=[unit.pk, other.pk], by=office, at=NOON)
    assert (done.added, done.already, done.due_before) == ((other.pk,), 1, DUE)
    into.refresh_from_db()
    assert (into.due, into.words) == (date(2026, 3, 20), "每个单位两张照片。\n还要签到表。")
    assert list(Request.objects.all()) == [into]
    sooner = make_draft(office, due=date(2026, 3, 6))
    actions.merge(request=sooner, into=into, units=[unit.pk], by=office, at=NOON)
    into.refresh_from_db()
    assert (into.due, into.answers.count()) == (date(2026, 3, 20), 2)


def test_a_draft_that_asks_nobody_is_not_merged_and_stays(office: User, unit: Unit) -> None:
    into, made = make_request(office, unit), make_draft(office)
    with pytest.raises(actions.NobodyAsked):
        actions.merge(request=made, into=into, units=[], by=office, at=NOON)
    assert set(Request.objects.all()) == {into, made}


def test_more_units_are_asked_once(office: User, unit: Unit) -> None:
    other, made = make_unit("乙镇"), make_request(office, unit)
    assert actions.ask_more(request=made, units=[unit.pk, other.pk], by=office, at=NOON) == [other.pk]
    assert actions.ask_more(request=made, units=[other.pk], by=office, at=NOON) == []
    assert Event.objects.filter(verb="work.ask_more_units").count() == 1
    assert Answer.objects.count() == 2


def test_what_is_over_is_over(office: User, unit: Unit) -> None:
    closed, cancelled = make_request(office, unit), make_request(office, unit)
    assert actions.close(request=closed, by=office, at=NOON).state == RequestState.CLOSED
    found = actions.cancel(request=cancelled, reason="上级不要了", by=office, at=NOON)
    assert (found.state, found.reason, found.ended_at) == (RequestState.CANCELLED, "上级不要了", NOON)
    for over in (closed, cancelled):
        with pytest.raises(actions.NotOpen):
            actions.close(request=over, by=office, at=NOON)
