"""Which leader looks after which place."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.command.actions.entries import (
    TOLD,
    Holder,
    NobodyThere,
    check_slip,
    entered,
    finish,
    follow,
    locked,
    overlapping,
    take_away,
)
from wenming.command.models import Link, LinkKind
from wenming.places.models import Area, Unit
from wenming.places.queries import areas_within

_LINK = ("kind", "area", "site", *TOLD)


class LinkHeld(ValueError):
    """The same person looks after the same place already."""


class NotWithin(ValueError):
    """The unit does not lie in the area."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is looked after: an area; within it a unit, or a site by its name."""

    area: Area
    unit: Unit | None = None
    site: str = ""


@action
def add_link(*, kind: LinkKind, leader: Holder, target: Target, since: date, by: User | None, at: datetime) -> Link:
    """A leader looks after a place from that day on; raises NobodyThere, NotWithin, LinkHeld."""
    _check_within(target)
    place = {"kind": kind, "area": target.area, "unit": target.unit, "site": target.site}
    link = Link(**place, since=since, **_held(leader), **entered(by, at))
    _check(link)
    link.save(force_insert=True)
    record("command.add_link", link, by=by, at=at, after=state_of(link, *_LINK))
    return link


def _check_within(target: Target) -> None:
    """Whose right reaches an area could else let a leader look after a unit of any other."""
    if target.unit and target.unit.area_id not in areas_within(target.area.pk):
        words = {"unit": target.unit, "area": target.area, "there": target.unit.area}
        raise NotWithin(_("“%(unit)s”在%(there)s，不在%(area)s。") % words)


def _held(leader: Holder) -> dict[str, object]:
    if not (leader.user or leader.name):
        raise NobodyThere(_("请写明是哪一位。"))
    return {"user": leader.user, "name": "" if leader.user else leader.name, "post": leader.post}


def _check(link: Link) -> None:
    place = {"kind": link.kind, "area": link.area, "unit": link.unit, "site": link.site}
    same = Link.objects.filter(overlapping(link.since), **place)
    if same.filter(user=link.user, name=link.name).exists():
        raise LinkHeld(_("%(who)s 已经在%(where)s %(kind)s。") % _words(link))


def _words(link: Link) -> dict[str, str]:
    return {"who": link.who, "where": link.where, "kind": str(LinkKind(link.kind).label)}


@action
def replace_link(*, link: Link, leader: Holder, since: date, by: User | None, at: datetime) -> Link:
    """From that day on another looks after the place; raises NobodyThere, LinkHeld, WrongDay, AlreadyOver."""
    old = locked(link)
    before = state_of(old, *_LINK)
    place = {"kind": old.kind, "area": old.area, "unit": old.unit, "site": old.site}
    new = Link(**place, since=since, **_held(leader), **entered(by, at))
    _check(new)
    follow(old, new, by=by, at=at)
    record("command.replace_link", new, by=by, at=at, before=before, after=state_of(new, *_LINK))
    return new


@action
def end_link(*, link: Link, until: date, by: User | None, at: datetime) -> Link:
    """The leader looks after the place to the end of that day; raises AlreadyOver, WrongDay."""
    found = locked(link)
    before = state_of(found, "until")
    finish(found, until=until, by=by, at=at)
    record("command.end_link", found, by=by, at=at, before=before, after=state_of(found, "until"))
    return found


@action
def remove_link(*, link: Link, by: User, at: datetime) -> None:
    """Take away what was entered by mistake today; who was there before goes on. Raises TooLate."""
    found = locked(link)
    check_slip(found, by=by, at=at)
    record("command.remove_link", found, by=by, at=at, before=state_of(found, *_LINK))
    take_away(found)
