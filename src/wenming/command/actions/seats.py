"""Giving somebody a seat in a group, letting another follow, ending it, and the order in which seats stand."""

from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.command.actions.entries import (
    TOLD,
    AlreadyOver,
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
from wenming.command.models import Group, Seat

_SEAT = ("group", "title", *TOLD)


class SeatHeld(ValueError):
    """The same person or unit holds the same seat already."""


@action
def add_seat(*, group: Group, title: str, holder: Holder, since: date, by: User | None, at: datetime) -> Seat:
    """Somebody, or a unit, sits in the group from that day on, after the others.

    Raises NobodyThere, SeatHeld, AlreadyOver.
    """
    whole = locked(group)  # two who add at once take two places in the order
    if whole.until is not None and whole.until < since:
        raise AlreadyOver(_("“%(name)s”到 %(day)s 已经撤销。") % {"name": whole, "day": whole.until})
    seat = Seat(group=whole, title=title, order=_last(whole) + 1, since=since, **_held(holder), **entered(by, at))
    _check(seat)
    seat.save(force_insert=True)
    record("command.add_seat", seat, by=by, at=at, after=state_of(seat, *_SEAT))
    return seat


def _last(group: Group) -> int:
    last: int | None = group.seats.aggregate(last=Max("order"))["last"]
    return last or 0


def _held(holder: Holder) -> dict[str, object]:
    name = "" if holder.user else holder.name
    if not (holder.user or name or holder.unit):
        raise NobodyThere(_("请写明由谁担任：一个人，或者一家单位。"))
    return {"user": holder.user, "name": name, "post": holder.post, "unit": holder.unit}


def _check(seat: Seat) -> None:
    same = Seat.objects.filter(overlapping(seat.since), group=seat.group, title=seat.title, unit=seat.unit)
    if same.filter(user=seat.user, name=seat.name).exists():
        words = {"who": seat.who or str(seat.unit), "group": str(seat.group), "title": seat.title}
        raise SeatHeld(_("%(who)s 已经是%(group)s的%(title)s。") % words)


@action
def replace_seat(*, seat: Seat, holder: Holder, since: date, by: User | None, at: datetime) -> Seat:
    """From that day on another holds the seat; who held it stays told.

    Raises NobodyThere, SeatHeld, WrongDay, AlreadyOver.
    """
    old = locked(seat)
    before = state_of(old, *_SEAT)
    new = Seat(group=old.group, title=old.title, order=old.order, since=since, **_held(holder), **entered(by, at))
    _check(new)
    follow(old, new, by=by, at=at)
    record("command.replace_seat", new, by=by, at=at, before=before, after=state_of(new, *_SEAT))
    return new


@action
def end_seat(*, seat: Seat, until: date, by: User | None, at: datetime) -> Seat:
    """The seat is held to the end of that day; raises AlreadyOver, WrongDay."""
    found = locked(seat)
    before = state_of(found, "until")
    finish(found, until=until, by=by, at=at)
    record("command.end_seat", found, by=by, at=at, before=before, after=state_of(found, "until"))
    return found


@action
def remove_seat(*, seat: Seat, by: User, at: datetime) -> None:
    """Take away what was entered by mistake today; who was there before goes on. Raises TooLate."""
    found = locked(seat)
    check_slip(found, by=by, at=at)
    record("command.remove_seat", found, by=by, at=at, before=state_of(found, *_SEAT))
    take_away(found)


@action
def move_seat(*, seat: Seat, up: bool, on: date, by: User | None, at: datetime) -> Seat:
    """One place up or down among the seats that are held on that day or later; at the end it stays."""
    locked(seat.group)
    seats = list(seat.group.seats.exclude(until__lt=on))
    place = next((number for number, one in enumerate(seats) if one.pk == seat.pk), None)
    other = None if place is None else place + (-1 if up else 1)
    if place is None or other is None or not 0 <= other < len(seats):
        return seat
    seats[place], seats[other] = seats[other], seats[place]
    before = state_of(seat, "order")
    for number, one in enumerate(seats, start=1):
        one.order = number
    Seat.objects.bulk_update(seats, ["order"])
    moved = seats[other]
    record("command.move_seat", moved, by=by, at=at, before=before, after=state_of(moved, "order"))
    return moved
