"""A roll grows, changes, and takes back what came by mistake."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from tests.work.members.making import make_coverage, make_member, make_training
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.work.members import actions
from wenming.work.members.listing import Row
from wenming.work.models import Cell, Member

pytestmark = pytest.mark.django_db
ROWS = [Row("王敏", "办公室"), Row("李青山")]


def add(unit: Unit, by: User, *rows: Row) -> actions.Plan:
    return actions.add_members(unit=unit, population="干部", rows=rows, by=by, at=now())[1]


def test_the_same_list_again_changes_nothing(unit: Unit, me: User) -> None:
    assert len(add(unit, me, *ROWS).new) == 2
    before, events = list(Member.objects.values()), Event.objects.count()
    again = add(unit, me, *ROWS)
    assert (again.new, again.changed, again.same) == ((), (), 2)
    assert (list(Member.objects.values()), Event.objects.count()) == (before, events)


def test_a_list_says_who_left(unit: Unit, me: User) -> None:
    add(unit, me, *ROWS)
    last = date(2026, 6, 30)
    assert len(add(unit, me, Row("李青山", until=last)).changed) == 1
    assert Member.objects.get(name="李青山").until == last
    with pytest.raises(actions.Ends):
        add(unit, me, Row("赵一"), Row("李青山", since=date(2026, 7, 1)))
    assert Member.objects.count() == 2


def test_verdicts_follow_the_roll_and_the_undoing(unit: Unit, me: User) -> None:
    asking = make_coverage(unit)
    make_training(unit, asking, "王敏", people=30)
    batch, _plan = actions.add_members(unit=unit, population="干部", rows=ROWS, by=me, at=now())
    assert Cell.objects.values_list("have", "need").get() == (1, 2)
    with pytest.raises(actions.NothingToUndo):
        actions.undo_members(unit=unit, batch=batch, by=me, at=now() + timedelta(days=1))
    assert actions.undo_members(unit=unit, batch=batch, by=me, at=now()) == 2
    assert not Member.objects.exists()
    assert Cell.objects.values_list("need", flat=True).get() is None
    with pytest.raises(actions.NothingToUndo):
        actions.undo_members(unit=unit, batch=batch, by=me, at=now())


def test_namesakes_are_told_apart(unit: Unit, me: User) -> None:
    first, second = make_member(unit, "王敏", "办公室", made_by=me), make_member(unit, "王敏", made_by=me)
    with pytest.raises(actions.AlreadyListed):
        actions.change_member(member=second, population="干部", row=Row("王敏", "办公室"), by=me, at=now())
    actions.change_member(member=second, population="干部", row=Row("王敏", "人事科"), by=me, at=now())
    assert Member.objects.exclude(pk=first.pk).get().office == "人事科"


def test_the_log_tells_no_names(unit: Unit, me: User) -> None:
    add(unit, me, *ROWS)
    event = Event.objects.latest("pk")
    assert event.verb == "work.add_members"
    assert "李青山" not in str(event.__dict__)
