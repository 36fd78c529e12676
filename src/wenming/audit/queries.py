"""What the log is asked for; nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Max, Model, Q, QuerySet

from wenming.audit.forms import Sought
from wenming.audit.models import Detail, Event, Head

PER_PAGE = 50
_PEOPLE = 200  # of one name


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the log, the newest event first; ``older`` and ``newer`` are numbers to go on from, 0 for none."""

    events: Sequence[Event]
    older: int
    newer: int


def found(sought: Sought) -> QuerySet[Event]:
    """The events sought, the newest first."""
    events = Event.objects.select_related("by").order_by("-number")
    if sought.kind:
        events = events.filter(thing_kind=sought.kind, thing_id=sought.key)
    if sought.person:
        events = events.filter(_of_people(sought.person))
    if sought.thing:
        events = events.filter(thing_name__icontains=sought.thing)
    if sought.verb:
        events = events.filter(verb=sought.verb)
    if sought.address:
        of_address = Detail.objects.filter(name="address", value=sought.address, is_sealed=False)
        events = events.filter(pk__in=of_address.values("event"))
    return _when(events, sought)


def _when(events: QuerySet[Event], sought: Sought) -> QuerySet[Event]:
    if sought.since:
        events = events.filter(at__gte=sought.since)
    if sought.until:
        events = events.filter(at__lt=sought.until)
    return events if sought.succeeded is None else events.filter(succeeded=sought.succeeded)


def _of_people(name: str) -> Q:
    """What people of that name did, and what was done to their accounts."""
    people = get_user_model()
    named = Q(full_name__icontains=name) | Q(**{f"{people.USERNAME_FIELD}__iexact": name})
    keys = list(people._default_manager.filter(named).values_list("pk", flat=True)[:_PEOPLE])
    return Q(by__in=keys) | Q(thing_kind=people._meta.label_lower, thing_id__in=[str(key) for key in keys])


def page(events: QuerySet[Event], *, before: int | None, after: int | None, size: int = PER_PAGE) -> Page:
    """The piece before the number, or just after it; found by its place, so that a long log needs no counting."""
    if after is not None:
        rising = list(events.filter(number__gt=after).order_by("number")[: size + 1])
        piece, has_newer, has_older = rising[:size][::-1], len(rising) > size, True
    else:
        falling = list((events.filter(number__lt=before) if before is not None else events)[: size + 1])
        piece, has_newer, has_older = falling[:size], before is not None, len(falling) > size
    if not piece:
        return Page((), 0, 0)
    return Page(piece, piece[-1].number if has_older else 0, piece[0].number if has_newer else 0)


def until_now(events: QuerySet[Event]) -> QuerySet[Event]:
    """Those of the events that are there already, and not what is told from now on."""
    last = Event.objects.aggregate(Max("number"))["number__max"] or 0
    return events.filter(number__lte=last)


def heads_of(month: date) -> QuerySet[Head]:
    """The heads of the month's days, the first day first."""
    return Head.objects.filter(day__year=month.year, day__month=month.month).order_by("day")


def last_role_of(verb: str, thing: Model) -> str:
    """The role in which that was done to the thing the last time; empty where it never was, or none was needed."""
    told = Event.objects.filter(thing_kind=thing._meta.label_lower, thing_id=str(thing.pk), verb=verb)
    return told.order_by("-number").values_list("role", flat=True).first() or ""
