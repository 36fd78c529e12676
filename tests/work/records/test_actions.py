"""Every write to a record: what it does, what it refuses, what stays to be seen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.plans.making import NOON, make_unit
from tests.work.making import TODAY
from tests.work.records.making import ASKED, make_asking, make_content
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.work.models import Cell, Record, RecordState, Use
from wenming.work.records import actions
from wenming.work.records.content import Content, Counts, kept
from wenming.work.records.outcomes import produced_in
from wenming.work.records.proposing import Why
from wenming.work.records.roster import people_in

pytestmark = pytest.mark.django_db


def enter(by: User, content: Content, **given: Any) -> Record:  # noqa: ANN401
    """The content entered at noon."""
    return actions.record_work(**{"key": uuid4(), "uses": {}, "at": NOON, **given}, content=content, by=by)


def test_all_that_is_said_is_kept_and_told(me: User, unit: Unit) -> None:
    other, asking = make_unit("县团委"), make_asking(unit)
    content = make_content(
        unit,
        minutes=180,
        place="社区会议室",
        people=46,
        words="评出先进两名",
        with_units=(other,),
        outputs=produced_in("2 份 决议"),
        roster=people_in("王敏 县教育局\n李青山"),
    )
    record = enter(me, content, uses={asking.pk: ASKED})
    assert kept(Record.objects.get()) == content
    assert Use.objects.get().why == Why.ASKED
    version = record.versions.get()
    assert (version.number, version.content["outputs"], version.content["roster"]) == (1, ["2 份 决议"], 2)
    assert "王敏" not in str(version.content)
    event = Event.objects.get(verb="work.record_work")
    assert (event.by_id, event.thing_name, event.after["minutes"]) == (me.pk, "一季度民主评议", 180)


def test_sent_twice_is_once(me: User, unit: Unit) -> None:
    key = uuid4()
    first, second = (enter(me, make_content(unit), key=key) for _time in range(2))
    assert (first.pk, first.versions.count(), Event.objects.count()) == (second.pk, 1, 1)


def test_what_was_typed_between_two_sendings_is_not_lost(me: User, unit: Unit) -> None:
    key = uuid4()
    enter(me, make_content(unit), key=key)
    again = enter(me, make_content(unit, title="一季度民主评议会"), key=key)
    assert (Record.objects.get().title, again.versions.count()) == ("一季度民主评议会", 2)


def test_a_record_that_went_on_is_not_overwritten_by_a_late_sending(me: User, office: User, unit: Unit) -> None:
    key = uuid4()
    record = enter(me, make_content(unit), key=key)
    actions.accept_record(record=record, revision=0, by=office, at=NOON)
    with pytest.raises(actions.Stale):
        enter(me, make_content(unit, title="别的"), key=key)
    assert enter(me, make_content(unit), key=key).state == RecordState.ACCEPTED


def test_a_key_is_its_owner_s(me: User, office: User, unit: Unit) -> None:
    key = uuid4()
    enter(me, make_content(unit), key=key)
    with pytest.raises(actions.KeyTaken):
        enter(office, make_content(unit), key=key)


def test_what_is_still_to_come_is_not_entered(me: User, unit: Unit) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(actions.NotYet):
        enter(me, make_content(unit, last=tomorrow))
    assert not Record.objects.exists()


def test_a_change_leaves_a_version_and_asks_for_another_look(me: User, office: User, unit: Unit) -> None:
    asking, record = make_asking(unit), enter(me, make_content(unit))
    actions.accept_record(record=record, revision=0, by=office, at=NOON)
    content = make_content(unit, people=12)
    not_meant = {asking.pk: Counts(is_counted=False, why=Why.NAMED)}
    actions.change_record(record=record, revision=1, content=content, uses=not_meant, by=me, at=NOON)
    record.refresh_from_db()
    assert (record.state, record.people, record.revision, record.judged_by) == (RecordState.RECORDED, 12, 2, None)
    assert [one.number for one in record.versions.all()] == [1, 2, 3]
    assert not record.uses.get().is_counted


def test_a_change_of_nothing_is_none_but_hands_in_what_was_returned(me: User, office: User, unit: Unit) -> None:
    record, content = enter(me, make_content(unit)), make_content(unit)
    actions.change_record(record=record, revision=0, content=content, uses={}, by=me, at=NOON)
    assert record.versions.count() == 1
    actions.return_record(record=record, revision=0, reason="缺少佐证材料", by=office, at=NOON)
    again = actions.change_record(record=record, revision=1, content=content, uses={}, by=me, at=NOON)
    assert (again.state, again.reason) == (RecordState.RECORDED, "")


def test_who_changed_a_record_unseen_is_shown_to_the_other(me: User, office: User, unit: Unit) -> None:
    record = enter(me, make_content(unit))
    actions.change_record(record=record, revision=0, content=make_content(unit, people=3), uses={}, by=office, at=NOON)
    with pytest.raises(actions.Stale) as caught:
        actions.change_record(record=record, revision=0, content=make_content(unit), uses={}, by=me, at=NOON)
    assert caught.value.record.people == 3


ACTS: dict[str, Callable[..., Record]] = {
    "accept": lambda record, by: actions.accept_record(record=record, revision=record.revision, by=by, at=NOON),
    "return": lambda record, by: actions.return_record(
        record=record, revision=record.revision, reason="照片看不清", by=by, at=NOON
    ),
    "withdraw": lambda record, by: actions.withdraw_record(
        record=record, revision=record.revision, reason="登记错了", by=by, at=NOON
    ),
}


@pytest.mark.parametrize(
    ("act", "state", "reason"),
    [
        ("accept", RecordState.ACCEPTED, ""),
        ("return", RecordState.RETURNED, "照片看不清"),
        ("withdraw", RecordState.WITHDRAWN, "登记错了"),
    ],
)
def test_an_act_moves_the_record_and_is_told(
    act: str, state: RecordState, reason: str, me: User, office: User, unit: Unit
) -> None:
    record = ACTS[act](enter(me, make_content(unit)), office)
    last = record.versions.latest("number")
    assert (record.state, record.reason, last.state, last.reason) == (state, reason, state, reason)
    assert Event.objects.filter(verb=f"work.{act}_record", by_id=office.pk).count() == 1


@pytest.mark.parametrize(("first", "then"), [("withdraw", "accept"), ("return", "return"), ("accept", "accept")])
def test_what_a_state_does_not_take_is_refused(first: str, then: str, me: User, office: User, unit: Unit) -> None:
    record = ACTS[first](enter(me, make_content(unit)), office)
    with pytest.raises(actions.NotAllowed):
        ACTS[then](record, office)


def test_nobody_accepts_what_they_entered(office: User, unit: Unit) -> None:
    with pytest.raises(actions.OwnRecord):
        ACTS["accept"](enter(office, make_content(unit)), office)


def test_in_bulk_only_what_was_seen_as_it_is(me: User, office: User, unit: Unit) -> None:
    fit, changed, returned = (enter(me, make_content(unit, title=f"第{number}次")) for number in range(3))
    own = enter(office, make_content(unit))
    ACTS["return"](returned, office)
    seen = {fit.pk: 0, changed.pk: 5, returned.pk: 1, own.pk: 0}
    done = actions.accept_records(seen=seen, by=office, at=NOON)
    assert ([one.pk for one in done.accepted], {one.pk for one in done.left}) == ([fit.pk], seen.keys() - {fit.pk})


def test_the_verdict_stands_on_the_next_page(me: User, office: User, unit: Unit) -> None:
    asking = make_asking(unit)
    record = enter(me, make_content(unit), uses={asking.pk: ASKED})

    def have() -> float | None:
        return Cell.objects.get(commitment=asking, unit=unit, first__lte=TODAY, last__gte=TODAY).have

    assert have() == 1
    ACTS["return"](record, office)
    assert have() == 0
