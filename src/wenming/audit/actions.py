"""What is done with the log itself: fixing the head of a day, and so all events before it; telling of an export."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate, make_aware

from wenming.audit.models import Detail, Event, Head
from wenming.audit.recording import Typed, action, record


class DayNotOver(ValueError):
    """More may happen on this day."""


def fix_head(*, day: date, at: datetime) -> Head | None:
    """Store the last event of ``day`` (in the county's time zone), once; None where nothing had happened until then.

    Done again it changes nothing, so a periodic job may call it as often as it likes. An event that was told later
    with an earlier time is under the next head. Raises DayNotOver.
    """
    if day >= localdate(at):
        raise DayNotOver(day.isoformat())
    last = last_until(day)
    if last is None:
        return None
    with transaction.atomic():
        head, _made = Head.objects.get_or_create(day=day, defaults={"number": last.number, "digest": last.digest})
    return head


def fix_heads(*, at: datetime) -> int:
    """Fix the heads of all days that are over and have none, from the last one on; how many there were."""
    newest = Head.objects.order_by("-day").first()
    first = Event.objects.order_by("number").first()
    if first is None:
        return 0
    day, fixed = (newest.day + timedelta(days=1) if newest else localdate(first.at)), 0
    while day < localdate(at):
        fixed += fix_head(day=day, at=at) is not None
        day += timedelta(days=1)
    return fixed


def last_until(day: date) -> Event | None:
    """The event with the highest number among those until the end of ``day``."""
    end = make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return Event.objects.filter(at__lt=end).order_by("-number").first()


@action
def tell_of_export(*, count: int, with_people: bool, sought: str, by: AbstractBaseUser, at: datetime) -> None:
    """Whoever takes events out of the log is told of in it: how many, which, and whether people are named in them."""
    told = {"count": count, "with_people": with_people, "sought": Typed(sought)}
    record("audit.export", None, by=by, at=at, after=told)


def forget_details(details: QuerySet[Detail], *, before: datetime) -> tuple[int, int]:
    """Erase those of events before the moment, and seal the others: kept as the law asks, shown to nobody.

    How many were erased, and how many sealed. The chain holds either way. It is for an action that tells of it.
    """
    sealed = details.filter(event__at__gte=before).update(is_sealed=True)
    erased, _rows = details.filter(event__at__lt=before).delete()
    return erased, sealed
