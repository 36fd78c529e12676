"""What is already there of what a request asks for: records and evidence of the units, with the reason. Nothing here
writes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q

from wenming.rules.asking import Fit, Have, Wanted, fit, telling
from wenming.work.models import Evidence, Record, Request, Use

BACK = timedelta(days=400)  # material older than that is not what is meant
MOST = 2000  # rows that are compared
SHOWN = 5  # of a unit
_WORDS = 24  # pairs that are looked for
_ORDER = list(Fit)


@dataclass(frozen=True, slots=True)
class There:
    """A record or a piece of evidence that may be what is wanted."""

    fit: Fit
    record: Record | None = None
    evidence: Evidence | None = None


def wanted_by(request: Request) -> Wanted:
    """The request as a rule sees it."""
    kinds = request.commitment.record_kinds if request.commitment else ()
    return Wanted(request.title, request.commitment_id, frozenset(kinds))


def there(request: Request, units: Collection[int], *, today: date) -> dict[int, list[There]]:
    """Unit → what it already has, the surest and then the newest first; three queries."""
    wanted = wanted_by(request)
    found: dict[int, list[There]] = defaultdict(list)
    for unit, one in (*_records(wanted, units, today), *_evidence(wanted, units, today)):
        found[unit].append(one)
    return {unit: sorted(rows, key=lambda one: _ORDER.index(one.fit))[:SHOWN] for unit, rows in found.items()}


def _records(wanted: Wanted, units: Collection[int], today: date) -> Iterator[tuple[int, There]]:
    named = _has_words(wanted, "title")
    if wanted.commitment is not None:
        counted = Use.objects.filter(commitment=wanted.commitment, is_counted=True)
        named |= Q(pk__in=counted.values("record"))
    rows = Record.objects.counting().filter(named, unit__in=units, last__gte=today - BACK)
    records = list(rows.select_related("kind").order_by("-first", "-pk")[:MOST])
    uses = _uses(records, wanted.commitment)
    for one in records:
        why = fit(wanted, Have(one.title, one.kind.name, uses.get(one.pk, frozenset())))
        if why is not None:
            yield one.unit_id, There(why, record=one)


def _uses(records: list[Record], commitment: int | None) -> dict[int, frozenset[int]]:
    if commitment is None:
        return {}
    rows = Use.objects.filter(commitment=commitment, is_counted=True, record__in=[one.pk for one in records])
    return dict.fromkeys(rows.values_list("record", flat=True), frozenset({commitment}))


def _evidence(wanted: Wanted, units: Collection[int], today: date) -> Iterator[tuple[int, There]]:
    """Pieces that prove no record: those of a record are handed in with it."""
    words = _has_words(wanted, "words") | _has_words(wanted, "file_name")
    rows = Evidence.objects.filter(words, unit__in=units, added_at__date__gte=today - BACK, records=None)
    for one in rows.order_by("-added_at", "-pk")[:MOST]:
        why = fit(wanted, Have(one.words or one.file_name))
        if why is not None:
            yield one.unit_id, There(why, evidence=one)


def _has_words(wanted: Wanted, field: str) -> Q:
    pairs = sorted(telling(wanted.title))[:_WORDS]
    return reduce(or_, (Q(**{f"{field}__contains": pair}) for pair in pairs), Q(pk__in=[]))
