"""What a unit may answer with: what the office saw, what fits, what it has just entered, and what it searches for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wenming.rules.asking import Fit
from wenming.work.models import Answer, AnswerState, Evidence, Record
from wenming.work.requests.finding import there

FOUND = 20  # of a search


@dataclass(frozen=True, slots=True)
class Offer:
    """A record or a piece of evidence with a box to tick; ``fit``: why it is offered, None: it is the unit's own."""

    record: Record | None
    evidence: Evidence | None
    fit: Fit | None
    is_ticked: bool
    is_proposed: bool = False

    @property
    def key(self) -> tuple[bool, int]:
        """Which it is."""
        thing = self.record or self.evidence
        return self.record is not None, thing.pk if thing else 0


@dataclass(frozen=True, slots=True)
class Ticked:
    """What stands ticked on the page."""

    records: Collection[int]
    evidence: Collection[int]


def ticked_at_first(answer: Answer) -> Ticked:
    """What was handed in, else what the office proposes."""
    records = list(answer.records.values_list("pk", flat=True))
    evidence = list(answer.evidence.values_list("pk", flat=True))
    if answer.state == AnswerState.ASKED:
        records = list(answer.proposed.values_list("pk", flat=True))
    return Ticked(records, evidence)


def offers(answer: Answer, ticked: Ticked, *, text: str = "", today: date) -> list[Offer]:
    """What is ticked and proposed first, then what fits, what was entered since, and what the words find."""
    proposed = set(answer.proposed.values_list("pk", flat=True))
    fits = {
        (one.record is not None, (one.record or one.evidence).pk): one.fit  # type: ignore[union-attr]
        for one in there(answer.request, [answer.unit_id], today=today).get(answer.unit_id, [])
    }
    fitting = {is_record: [pk for kind, pk in fits if kind is is_record] for is_record in (True, False)}
    records = _records(answer, {*ticked.records, *proposed, *fitting[True]}, text)
    evidence = _evidence(answer, {*ticked.evidence, *fitting[False]}, text)
    made = [
        Offer(one, None, fits.get((True, one.pk)), one.pk in ticked.records, one.pk in proposed) for one in records
    ] + [Offer(None, one, fits.get((False, one.pk)), one.pk in ticked.evidence) for one in evidence]
    return sorted(made, key=lambda one: (not one.is_ticked, not one.is_proposed, one.fit is None))


def _records(answer: Answer, keys: Collection[int], text: str) -> list[Record]:
    rows = Record.objects.counting().filter(unit=answer.unit_id).select_related("kind").order_by("-first", "-pk")
    if text:
        words = Q(title__icontains=text) | Q(words__icontains=text) | Q(place__icontains=text)
        more = rows.filter(words)
    else:
        more = rows.filter(made_at__gte=answer.asked_at) if answer.asked_at else rows.none()
    keys = {*keys, *more.values_list("pk", flat=True)[:FOUND]}
    return list(rows.filter(pk__in=keys))


def _evidence(answer: Answer, keys: Collection[int], text: str) -> list[Evidence]:
    rows = Evidence.objects.filter(unit=answer.unit_id).order_by("-added_at", "-pk")
    if text:
        words = Q(file_name__icontains=text) | Q(words__icontains=text)
        keys = {*keys, *rows.filter(words).values_list("pk", flat=True)[:FOUND]}
    return list(rows.filter(pk__in=keys))
