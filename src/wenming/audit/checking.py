"""The chain of events as it stands in the database, read in pieces and judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import OperationalError, connection
from django.db.models import QuerySet

from wenming.audit import models, triggers
from wenming.audit.recording import content_of
from wenming.rules.chain import Json
from wenming.rules.tampering import Head, Kept, Link, Report, examine

PIECE = 1000  # events read at a time
# What reading raises where somebody has written what is no JSON, no text or no time, or is nested without end.
UNREADABLE = (OperationalError, RecursionError, TypeError, ValueError)


def check(given: Iterable[Head] = ()) -> Report:
    """Judge all events, against the heads that are stored and those that are given. Reads only."""
    chain = _Chain()
    stored = [Head(head.number, head.digest, head.day.isoformat()) for head in models.Head.objects.order_by("day")]
    return examine(chain.links(), tip=lambda: chain.tip, heads=[*stored, *given])


def is_guarded() -> bool:
    """Whether the database itself refuses to change events."""
    return triggers.is_guarded(connection)


class _Chain:
    """The links, and the tip that belongs to the last of them while others go on adding events."""

    def __init__(self) -> None:
        self.tip: Head | None = None

    def links(self) -> Iterator[Link]:
        """All links; afterwards ``tip`` is what the tip was before it turned out that nothing follows."""
        rest = models.Event.objects.all()
        while True:
            self.tip = _tip()
            piece = _read(rest)
            if not piece:
                return
            yield from _links(piece)
            rest = models.Event.objects.filter(number__gt=piece[-1].number)


def _read(events: QuerySet[models.Event]) -> list[models.Event]:
    """The first piece of the events; one that cannot be read stands there with nothing but its number."""
    piece = events.order_by("number")[:PIECE]
    try:
        return list(piece)
    except UNREADABLE:
        return [_read_one(number) for number in piece.values_list("number", flat=True)]


def _read_one(number: int) -> models.Event:
    try:
        return models.Event.objects.get(number=number)
    except UNREADABLE:
        return models.Event(number=number)


def _tip() -> Head | None:
    tip = models.Tip.objects.order_by("pk").first()
    return Head(tip.number, tip.digest) if tip else None


def _links(events: Sequence[models.Event]) -> Iterator[Link]:
    kept = _kept(events[0].number, events[-1].number)
    for event in events:
        yield Link(event.number, content_of(event), event.previous, event.digest, kept.get(event.number, {}))


def _kept(first: int, last: int) -> Mapping[int, dict[str, Kept]]:
    """The details that are there of the events ``first`` to ``last``; one query."""
    found: dict[int, dict[str, Kept]] = defaultdict(dict)
    details = models.Detail.objects.filter(event__gte=first, event__lte=last).order_by()
    try:
        rows = list(details.values_list("event", "name", "value", "salt"))
    except UNREADABLE:
        rows = [_read_detail(details.filter(pk=key)) for key in details.values_list("pk", flat=True)]
    for event, name, value, salt in rows:
        found[event][name] = Kept(value, salt)
    return found


def _read_detail(one: QuerySet[models.Detail]) -> tuple[int, str, Json, str]:
    """A detail; where it cannot be read, something that nobody has sealed."""
    try:
        return one.values_list("event", "name", "value", "salt").get()
    except UNREADABLE:
        return (*one.values_list("event", "name").get(), None, "")
