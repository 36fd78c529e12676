"""Setting up, changing and ending groups."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.command.actions.entries import check_slip, entered, finish, locked
from wenming.command.models import Group, GroupKind, Seat
from wenming.places.models import Area, Unit

_TOLD = ("name", "kind", "parent", "area", "host", "since", "until")


class OwnParent(ValueError):
    """A group would stand below itself."""


class NotEmpty(ValueError):
    """Groups stand below, or seats are in it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a group is, and where it stands."""

    name: str
    kind: GroupKind
    area: Area
    parent: Group | None = None
    host: Unit | None = None


@action
def add_group(*, shape: Shape, since: date, by: User | None, at: datetime) -> Group:
    """A new group from that day on."""
    group = Group.objects.create(**_fields(shape), since=since, **entered(by, at))
    record("command.add_group", group, by=by, at=at, after=state_of(group, *_TOLD))
    return group


def _fields(shape: Shape) -> dict[str, object]:
    return {"name": shape.name, "kind": shape.kind, "area": shape.area, "parent": shape.parent, "host": shape.host}


@action
def change_group(*, group: Group, shape: Shape, by: User | None, at: datetime) -> Group:
    """Other words or another place for the group; raises OwnParent."""
    _check_parent(group, shape.parent)
    found = locked(group)
    before = state_of(found, *_TOLD)
    for name, value in _fields(shape).items():
        setattr(found, name, value)
    found.save(update_fields=list(_fields(shape)))
    record("command.change_group", found, by=by, at=at, before=before, after=state_of(found, *_TOLD))
    return found


def _check_parent(group: Group, parent: Group | None) -> None:
    """Until this transaction is over nobody moves a group: two at once could put each below the other."""
    above = dict(Group.objects.select_for_update().order_by("pk").values_list("pk", "parent"))
    key = parent.pk if parent else None
    while key is not None:
        if key == group.pk:
            raise OwnParent(_("“%(name)s”不能放在自己或自己的下级下面。") % {"name": group})
        key = above.get(key)


@action
def end_group(*, group: Group, until: date, by: User | None, at: datetime) -> Group:
    """The group and the seats in it hold to the end of that day; raises NotEmpty, AlreadyOver, WrongDay."""
    found = locked(group)
    still = Q(until=None) | Q(until__gt=until)
    below = found.children.filter(still).first()
    if below is not None:
        raise NotEmpty(_("下面还有“%(name)s”，请先撤销它，或者把它移到别处。") % {"name": below})
    before = state_of(found, "until")
    seats = list(Seat.objects.select_for_update().filter(still, group=found))
    for seat in seats:
        finish(seat, until=max(until, seat.since), by=by, at=at)
    finish(found, until=until, by=by, at=at)
    after = {**state_of(found, "until"), "seats": len(seats)}
    record("command.end_group", found, by=by, at=at, before=before, after=after)
    return found


@action
def remove_group(*, group: Group, by: User, at: datetime) -> None:
    """Take away what was entered by mistake today; raises TooLate, NotEmpty."""
    found = locked(group)
    check_slip(found, by=by, at=at)
    if found.children.exists() or found.seats.exists():
        raise NotEmpty(_("“%(name)s”里已经有职位或下级机构，请先删去它们。") % {"name": found})
    record("command.remove_group", found, by=by, at=at, before=state_of(found, *_TOLD))
    found.delete()
