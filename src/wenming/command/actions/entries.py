"""What seats and links have in common: somebody holds them for a period, another follows, a slip is taken back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.command.models import Group, Link, Period, Seat
from wenming.places.models import Unit

H = TypeVar("H", Seat, Link)
P = TypeVar("P", Seat, Link, Group)
_DAY = timedelta(days=1)
TOLD = ("user", "name", "post", "unit", "since", "until")


class NobodyThere(ValueError):
    """Neither a person nor a unit was given."""


class WrongDay(ValueError):
    """The day is before the entry began."""


class AlreadyOver(ValueError):
    """The entry was ended before."""


class TooLate(ValueError):
    """The entry is not of today, or not of the same person, so it is ended rather than taken away."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is to hold it: an account or a name, with the post they hold otherwise; a seat also a unit."""

    user: User | None = None
    name: str = ""
    post: str = ""
    unit: Unit | None = None


def locked(entry: P) -> P:
    """The entry as it is now, nobody else's until this transaction is over; raises its DoesNotExist."""
    found: P = type(entry)._default_manager.select_for_update().get(pk=entry.pk)
    return found


def overlapping(since: date) -> Q:
    """What holds on that day or later, so that the same from then on would stand there twice."""
    return Q(until=None) | Q(until__gte=since)


def entered(by: User | None, at: datetime) -> dict[str, object]:
    """Who entered a new row, and when; nothing where a command loads it."""
    return {"entered_by": by, "entered_at": at if by else None}


def finish(entry: Period, *, until: date, by: User | None, at: datetime) -> None:
    """Let it hold to the end of ``until``; raises AlreadyOver, WrongDay."""
    if entry.until is not None and entry.until <= until:
        raise AlreadyOver(_("这一条已经到 %(day)s 为止了。") % {"day": entry.until})
    if until < entry.since:
        raise WrongDay(_("最后一天不能早于第一天 %(day)s。") % {"day": entry.since})
    entry.until, entry.ended_by, entry.ended_at = until, by, at
    entry.save(update_fields=["until", "ended_by", "ended_at"])


def follow(old: H, new: H, *, by: User | None, at: datetime) -> H:
    """``new`` takes the place of ``old`` from its first day on; raises AlreadyOver, WrongDay."""
    if new.since <= old.since:
        raise WrongDay(_("换人要在第一天 %(day)s 之后；登错了请先删去。") % {"day": old.since})
    if old.until is None or old.until >= new.since:
        finish(old, until=new.since - _DAY, by=by, at=at)
    elif hasattr(old, "successor"):
        raise AlreadyOver(_("这一条已经换过人了。"))
    new.predecessor = old
    new.save(force_insert=True)
    return new


def check_slip(entry: Period, *, by: User, at: datetime) -> None:
    """Raise TooLate unless ``by`` entered it on the day of ``at``."""
    if entry.entered_by_id != by.pk or entry.entered_at is None or localdate(entry.entered_at) != localdate(at):
        raise TooLate(_("只有登记的人当天可以删去；请改用“结束”，这样以后还查得到。"))


def take_away(entry: H) -> None:
    """Remove it, and let whoever was there before go on; raises TooLate where another has followed."""
    if hasattr(entry, "successor"):
        raise TooLate(_("后面已经换过人，请先删去后面那一条。"))
    before, since = entry.predecessor, entry.since
    entry.delete()
    if before is not None and before.until == since - _DAY:
        before.until = before.ended_by = before.ended_at = None
        before.save(update_fields=["until", "ended_by", "ended_at"])
