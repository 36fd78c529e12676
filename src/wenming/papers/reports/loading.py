"""What a report is made from, read from the database; the number of queries does not grow."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.utils.timezone import make_aware

from wenming.accounts.powers import Powers
from wenming.papers.calendar.queries import entries_between
from wenming.papers.reports.report import LISTED, About, Cannot, Coming, Done, Facts, Line, Returned, following
from wenming.papers.seen import Chosen, cells_seen, is_wide
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.model import Span
from wenming.work.board.grid import FALLS_DUE
from wenming.work.commitments.subjects import ALL
from wenming.work.models import Cell, Objection, Record, RecordState, Use
from wenming.work.models.records import RecordQuerySet
from wenming.work.objections.referring import said_cannot
from wenming.work.records.reach import records_seen


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose report is read, and what of it."""

    powers: Powers
    chosen: Chosen
    span: Span


def load(about: About, powers: Powers, chosen: Chosen) -> Facts:
    """The facts of the report as they stand now. What is judged together is the county's, not a unit's."""
    asked = _Asked(powers, chosen, about.span)
    cells = cells_seen(powers, chosen, with_all=chosen.unit is None and is_wide(powers))
    due = cells.filter(state__in=FALLS_DUE, due__range=(about.span.first, about.span.last))
    missed, returned, cannot = due.filter(state=State.MISSED), _returned(asked), _cannot(asked)
    return Facts(
        counts=_counts(due),
        missed=_lines(missed),
        missed_total=missed.count(),
        coming=_coming(cells, following(about.kind, about.span)),
        done=_done(asked),
        returned=[
            Returned(one.unit.short, one.title, one.reason, one.pk) for one in returned.select_related("unit")[:LISTED]
        ],
        returned_total=returned.count(),
        cannot=_refusals(cannot),
        cannot_total=cannot.count(),
    )


def _counts(due: QuerySet[Cell]) -> list[tuple[str, str, int]]:
    rows = due.order_by().values("commitment__chapter", "state")
    counted = rows.annotate(number=Count("pk"), at=Min("commitment__measure__position"))
    places: dict[str, int] = {}
    for row in counted:
        chapter = row["commitment__chapter"]
        places[chapter] = min(places.get(chapter, row["at"]), row["at"])
    found = [(row["commitment__chapter"], row["state"], row["number"]) for row in counted]
    return sorted(found, key=lambda one: (places[one[0]], one))


def _lines(missed: QuerySet[Cell]) -> list[Line]:
    rows = missed.select_related("commitment", "unit").order_by("due", "unit", "commitment")[:LISTED]
    return [
        Line(
            due=one.due,
            unit=one.unit.short if one.unit else "",
            activity=one.commitment.activity,
            state=State(one.state),
            place=(one.commitment_id, one.unit_id or ALL, one.first),
        )
        for one in rows
    ]


def _coming(cells: QuerySet[Cell], span: Span) -> list[Coming]:
    found = entries_between(cells, span)
    return [Coming(day, entry.title, entry.units) for day, entries in found.items() for entry in entries]


def _records(asked: _Asked) -> RecordQuerySet:
    records = records_seen(asked.powers)
    if asked.chosen.unit:
        records = records.filter(unit=asked.chosen.unit)
    if asked.chosen.plan:
        uses = Use.objects.filter(commitment__measure__version=asked.chosen.plan, is_counted=True)
        records = records.filter(pk__in=uses.order_by().values("record"))
    return records


def _done(asked: _Asked) -> list[Done]:
    """The records whose first day is in the period, by their kind."""
    within = _records(asked).counting().filter(first__range=(asked.span.first, asked.span.last)).order_by()
    rows = within.values_list("kind__name").annotate(Count("pk"), Sum("people"))
    return [Done(kind, records, people or 0) for kind, records, people in rows]


def _returned(asked: _Asked) -> QuerySet[Record]:
    """Those given back in the period that are not entered anew yet."""
    given_back = _records(asked).filter(state=RecordState.RETURNED, judged_at__range=_moments(asked.span))
    return given_back.order_by("judged_at", "pk")


def _cannot(asked: _Asked) -> QuerySet[Objection]:
    """What units said in the period that they cannot do, and what waits for an answer since earlier."""
    first, last = _moments(asked.span)
    when = Q(made_at__range=(first, last)) | Q(made_at__lt=first, decided_at=None)
    found = said_cannot(asked.powers).filter(when).exclude(outcome="withdrawn")
    if asked.chosen.unit:
        found = found.filter(unit=asked.chosen.unit)
    if asked.chosen.plan:
        found = found.filter(commitment__measure__version=asked.chosen.plan)
    return found.order_by("made_at", "pk")


def _refusals(cannot: QuerySet[Objection]) -> list[Cannot]:
    rows = cannot.select_related("unit", "commitment")[:LISTED]
    return [Cannot(one.unit.short, one.commitment.activity, one.reason, _answer(one)) for one in rows]


def _answer(one: Objection) -> str:
    """What the office decided, in its own words where it wrote any."""
    return one.answer or (one.get_outcome_display() if one.decided_at else "")


def _moments(span: Span) -> tuple[datetime, datetime]:
    return make_aware(_begin(span.first)), make_aware(datetime.combine(span.last, time.max))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min)
