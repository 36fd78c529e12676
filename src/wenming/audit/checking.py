"""The chain of events as it stands in the database, read in pieces and judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db import connection

from wenming.audit import models, triggers
from wenming.audit.recording import content_of
from wenming.rules.tampering import Head, Kept, Link, Report, examine

PIECE = 1000  # events read at a time


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
        last = 0
        while True:
            self.tip = _tip()
            piece = list(models.Event.objects.filter(number__gt=last).order_by("number")[:PIECE])
            if not piece:
                return
            yield from _links(piece)
            last = piece[-1].number


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
    for event, name, value, salt in details.values_list("event", "name", "value", "salt"):
        found[event][name] = Kept(value, salt)
    return found
