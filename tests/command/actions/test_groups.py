"""Setting up, changing and ending groups."""

from datetime import timedelta

import pytest

from tests.command.making import TODAY, make_group, make_seat
from tests.plans.making import NOON, make_person
from wenming.audit.models import Event
from wenming.command import actions
from wenming.command.models import Group, GroupKind

pytestmark = pytest.mark.django_db


def shape_of(group: Group, **changed: object) -> actions.Shape:
    given = {"name": group.name, "kind": GroupKind(group.kind), "area": group.area, "parent": group.parent}
    return actions.Shape(**{**given, **changed})  # type: ignore[arg-type]


def test_a_group_is_changed_and_told() -> None:
    group = make_group()
    changed = actions.change_group(group=group, shape=shape_of(group, name="创城指挥部"), by=None, at=NOON)
    event = Event.objects.get(verb="command.change_group")
    assert (event.before["name"], event.after["name"], changed.name) == ("创建指挥部", "创城指挥部", "创城指挥部")


def test_no_group_stands_below_itself() -> None:
    top = make_group()
    below = make_group("办公室", make_group("一组", top))
    for parent in (top, below):
        with pytest.raises(actions.OwnParent):
            actions.change_group(group=top, shape=shape_of(top, parent=parent), by=None, at=NOON)


def test_two_that_are_moved_at_once_do_not_stand_below_each_other() -> None:
    one, other = make_group("一组"), make_group("二组")
    before = Group.objects.get(pk=one.pk)  # as the other's form has it
    actions.change_group(group=one, shape=shape_of(one, parent=other), by=None, at=NOON)
    with pytest.raises(actions.OwnParent):
        actions.change_group(group=other, shape=shape_of(other, parent=before), by=None, at=NOON)


def test_a_group_ends_with_its_seats_but_not_before_those_below() -> None:
    top = make_group()
    below, seat = make_group("一组", top), make_seat(top, name="甲")
    later = make_seat(top, name="乙", since=TODAY + timedelta(days=9))
    with pytest.raises(actions.NotEmpty, match="一组"):
        actions.end_group(group=top, until=TODAY, by=None, at=NOON)
    actions.end_group(group=below, until=TODAY, by=None, at=NOON)
    actions.end_group(group=top, until=TODAY, by=None, at=NOON)
    for one in (seat, later):
        one.refresh_from_db()
    assert (seat.until, later.until) == (TODAY, later.since)
    with pytest.raises(actions.AlreadyOver):
        make_seat(top, name="丙", since=TODAY + timedelta(days=1))


def test_only_an_empty_slip_is_removed() -> None:
    by = make_person()
    group = make_group(by=by)
    seat = make_seat(group, name="甲", by=by)
    with pytest.raises(actions.NotEmpty):
        actions.remove_group(group=group, by=by, at=NOON)
    actions.remove_seat(seat=seat, by=by, at=NOON)
    with pytest.raises(actions.TooLate):
        actions.remove_group(group=group, by=by, at=NOON + timedelta(days=1))
    actions.remove_group(group=group, by=by, at=NOON)
    assert not Group.objects.exists()
