"""What a feed holds on a day."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import DUE, a_quarter, make_cell
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import Post, PostRole, User
from wenming.papers.feeds import actions, reading
from wenming.papers.feeds.writing import Item, Sheet
from wenming.papers.models import Alarm, Feed
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Deadline, Span, Window
from wenming.rules.days.added import Added, AddedKind
from wenming.work.days.actions import add_days, remove_days
from wenming.work.models import Excuse, ExcuseKind, Objection, ObjectionKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 5)


def a_feed(by: User, unit: Unit | None = None, alarm: int = Alarm.DAY_BEFORE) -> Feed:
    return actions.make(name="手机", unit=unit, alarm=alarm, by=by, at=NOON)[0]


def sheet(feed: Feed, today: date = TODAY) -> Sheet:
    found = reading.sheet_of(feed, today=today, absolute=lambda path: f"https://wenming.example{path}")
    assert found
    return found


def items(feed: Feed, today: date = TODAY) -> list[Item]:
    return list(sheet(feed, today).items)


def liaison(unit: Unit) -> User:
    return make_person("顾兰", PostRole.LIAISON, unit)


def test_a_unit_has_an_event_of_its_own() -> None:
    unit = make_unit("甲镇")
    commitment = a_quarter(unit, make_unit("乙镇"))
    feed = a_feed(liaison(unit), unit)
    (item,) = items(feed)
    assert (item.summary, item.first, item.last) == ("民主评议 · 甲镇", DUE, DUE)
    assert item.uid == f"{commitment.pk}-{unit.pk}-20260101@{feed.key}"
    assert item.url == f"https://wenming.example/why/{commitment.pk}/{unit.pk}/2026-01-01/"
    assert "结论：进行中" in item.description
    assert item.rings == 1


def test_no_person_is_named() -> None:
    unit = make_unit("甲镇")
    a_quarter(unit)
    person = liaison(unit)
    told = str(sheet(a_feed(person, unit)))
    assert person.full_name not in told
    assert "沈知远" not in told  # who made and confirmed it


def test_those_who_look_after_many_see_them_as_one_event() -> None:
    a_quarter(make_unit("甲镇"), make_unit("乙镇"))
    (item,) = items(a_feed(make_person("许青")))
    assert item.summary == "民主评议（2个单位）"
    assert item.url.endswith("/papers/calendar/day/?on=2026-03-31")
    make_cell(a_quarter(title="一起做"), None)
    assert "民主评议（青禾县合计）" in [one.summary for one in items(a_feed(User.objects.get(username="许青")))]


def test_a_few_units_of_one_person_have_events_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    street, village = make_unit("某街道"), make_unit("某社区")
    village.parents.add(street)
    a_quarter(street, village)
    feed = a_feed(liaison(street))
    assert {one.summary for one in items(feed)} == {"民主评议 · 某街道", "民主评议 · 某社区"}
    monkeypatch.setattr(reading, "FEW", 1)
    assert [one.summary for one in items(feed)] == ["民主评议（2个单位）"]


def test_what_all_are_excused_from_says_of_how_many() -> None:
    a_quarter(make_unit("甲镇"), make_unit("乙镇"), state="exempt")
    (item,) = items(a_feed(make_person("许青")))
    assert (item.summary, item.is_cancelled) == ("民主评议（2个单位）", True)


def test_what_is_done_rings_no_more_and_what_is_excused_is_cancelled() -> None:
    done, excused, past = make_unit("甲镇"), make_unit("乙镇"), make_unit("丙镇")
    a_quarter(done, state="met")
    a_quarter(excused, state="exempt")
    make_cell(a_quarter(), past, due=date(2026, 3, 1), state="missed")
    by = make_person("许青")
    (one,), (other,), (third,) = (items(a_feed(by, unit)) for unit in (done, excused, past))
    assert (one.summary, one.rings, one.is_cancelled) == ("✓ 民主评议 · 甲镇", None, False)
    assert (other.summary, other.rings, other.is_cancelled) == ("民主评议 · 乙镇", None, True)
    assert third.rings is None


def test_a_feed_that_does_not_ring() -> None:
    unit = make_unit("甲镇")
    a_quarter(unit)
    assert [one.rings for one in items(a_feed(liaison(unit), unit, Alarm.NONE))] == [None]


def test_a_window_of_the_plan_is_shown_as_its_days() -> None:
    unit = make_unit("甲镇")
    commitment = a_quarter()
    days = Span(date(2026, 3, 25), DUE)
    commitment.rule = as_json(Rule(Deadline(), Span(date(2026, 1, 1), DUE), Window(spans=(days,), name="清明节前夕")))
    commitment.save()
    make_cell(commitment, unit, first=days.first)
    (item,) = items(a_feed(liaison(unit), unit))
    assert (item.first, item.last) == (days.first, DUE)


def test_an_event_keeps_its_name_and_its_sequence_grows_when_the_day_moves() -> None:
    unit = make_unit("甲镇")
    commitment = a_quarter(unit)
    feed = a_feed(liaison(unit), unit)
    (before,) = items(feed)
    later = datetime(2026, 3, 9, tzinfo=UTC)
    by = feed.made_by
    Excuse.objects.create(
        kind=ExcuseKind.SUSPENSION, unit=unit, first=TODAY, given_by=by, given_at=later, ended_by=by, ended_at=later
    )
    commitment.cells.update(due=date(2026, 4, 9))
    (after,) = items(feed)
    assert (after.uid, after.last) == (before.uid, date(2026, 4, 9))
    assert after.sequence == before.sequence + 2
    assert (before.changed, after.changed) == (NOON, later)
    Objection.objects.create(
        kind=ObjectionKind.CANNOT, commitment=commitment, unit=unit, reason="没有地方", made_by=by, made_at=later
    )
    assert items(feed)[0].sequence == after.sequence + 1


def test_days_of_the_office_move_all_events_when_they_come_and_when_they_go() -> None:
    unit = make_unit("甲镇")
    a_quarter(unit)
    feed = a_feed(liaison(unit), unit)
    before = items(feed)[0].sequence
    added, removed = datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC)
    eid = Added(AddedKind.OFF, date(2026, 3, 31), date(2026, 3, 31), "古尔邦节")
    (made,) = add_days(days=[eid], by=feed.made_by, at=added)
    assert (items(feed)[0].sequence, items(feed)[0].changed) == (before + 1, added)
    remove_days(days=made, by=feed.made_by, at=removed)
    assert (items(feed)[0].sequence, items(feed)[0].changed) == (before + 2, removed)


def test_what_another_unit_is_excused_from_moves_nothing() -> None:
    unit, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = a_quarter(unit, other)
    feed = a_feed(liaison(unit), unit)
    (before,) = items(feed)
    Excuse.objects.create(
        kind=ExcuseKind.EXEMPTION, unit=other, commitment=commitment, first=TODAY, given_by=feed.made_by, given_at=NOON
    )
    assert items(feed) == [before]


def test_what_is_far_away_is_left_out() -> None:
    unit = make_unit("甲镇")
    commitment = a_quarter()
    make_cell(commitment, unit, due=date(2026, 2, 1), first=date(2026, 1, 1))
    make_cell(commitment, unit, due=date(2027, 3, 9), first=date(2026, 2, 1))
    make_cell(commitment, unit, due=date(2027, 3, 6), first=date(2026, 3, 1))
    person = liaison(unit)
    assert [one.last for one in items(a_feed(person, unit))] == [date(2027, 3, 6)]
    assert items(a_feed(make_person("许青"))) == []  # of all units only three months


def test_too_many_are_told_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 1)
    unit = make_unit("甲镇")
    for number in range(3):
        a_quarter(unit, title=f"第{number}件")
    found = sheet(a_feed(liaison(unit), unit))
    assert len(found.items) == 1
    assert "还有2项没有列入" in found.description


def test_the_feed_ends_with_what_its_maker_may_see() -> None:
    unit, other = make_unit("甲镇"), make_unit("乙镇")
    a_quarter(unit)
    person = liaison(unit)
    feed, foreign = a_feed(person, unit), a_feed(person, other)
    assert items(feed)
    assert reading.sheet_of(foreign, today=TODAY, absolute=str) is None
    Post.objects.filter(user=person).update(until=date(2026, 3, 4))
    assert reading.sheet_of(feed, today=TODAY, absolute=str) is None
    Post.objects.filter(user=person).update(until=None)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert reading.sheet_of(Feed.objects.get(pk=feed.pk), today=TODAY, absolute=str) is None


def test_queries_do_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(8):
        a_quarter(*[make_unit(f"{place}镇") for place in range(4)], title=f"第{number}件")
    feed = a_feed(make_person("许青"))
    with django_assert_max_num_queries(13):
        assert len(items(feed)) == 8
