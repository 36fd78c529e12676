"""Small command structures for tests: what a test does not say is filled in plausibly."""

from datetime import date

from tests.plans.making import NOON, make_area
from wenming.accounts.models import User
from wenming.command import actions
from wenming.command.models import Group, GroupKind, Link, LinkKind, Seat
from wenming.places.models import Area, Unit

BEGAN = date(2026, 1, 12)
TODAY = NOON.date()


def make_group(
    name: str = "创建指挥部", parent: Group | None = None, area: Area | None = None, by: User | None = None
) -> Group:
    """A group from the first day on."""
    kind = GroupKind.WORKING if parent else GroupKind.HEADQUARTERS
    shape = actions.Shape(name, kind, area or make_area(), parent=parent)
    return actions.add_group(shape=shape, since=BEGAN, by=by, at=NOON)


def make_seat(
    group: Group,
    title: str = "组长",
    name: str = "",
    *,
    user: User | None = None,
    unit: Unit | None = None,
    since: date = BEGAN,
    by: User | None = None,
) -> Seat:
    """A seat in the group."""
    holder = actions.Holder(user=user, name=name, unit=unit)
    return actions.add_seat(group=group, title=title, holder=holder, since=since, by=by, at=NOON)


def make_link(
    name: str = "顾维桢",
    area: Area | None = None,
    *,
    unit: Unit | None = None,
    site: str = "",
    kind: LinkKind = LinkKind.POINT,
    by: User | None = None,
) -> Link:
    """A leader who looks after the area, or a unit or site in it."""
    target = actions.Target(area or make_area(), unit=unit, site=site)
    return actions.add_link(kind=kind, leader=actions.Holder(name=name), target=target, since=BEGAN, by=by, at=NOON)
