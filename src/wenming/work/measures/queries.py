"""The cells of a measure as tables of subjects and periods, and its records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from wenming.audit.models import Event
from wenming.places.models import Unit
from wenming.plans.models import Measure
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.together import Progress
from wenming.work.models import Cell, Commitment, Excuse, Objection, Record

CHANGES = 10  # events that are shown
_BESIDE = 200  # excuses and objections whose events are looked for
SHOWN = 12  # periods: the last ones that have begun, and those to come where there are fewer


@dataclass(frozen=True, slots=True)
class Subject:
    """One row: a unit (None: all together) with a cell for each period shown, None where there is none."""

    unit: Unit | None
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Table:
    """One commitment with its subjects and periods; ``earlier`` is how many periods are left out before them."""

    commitment: Commitment
    periods: Sequence[date]
    subjects: Sequence[Subject]
    earlier: int
    done: int  # of the current cells
    asked: int


def tables_of(measure: Measure, *, seen: Q, today: date) -> list[Table]:
    """A table for each commitment that binds; three queries."""
    commitments = list(Commitment.objects.binding().filter(measure=measure).select_related("unit_class"))
    cells = list(Cell.objects.filter(seen, commitment__in=commitments).select_related("unit").order_by("unit", "first"))
    return [_table(one, [cell for cell in cells if cell.commitment_id == one.pk], today) for one in commitments]


def _table(commitment: Commitment, cells: Sequence[Cell], today: date) -> Table:
    begun = sorted({cell.first for cell in cells})
    last = max((place for place, first in enumerate(begun, start=1) if first <= today), default=0)
    start = max(min(last, len(begun)) - SHOWN, 0)
    shown = begun[start : start + SHOWN]
    units = {cell.unit_id: cell.unit for cell in cells}
    placed = {(cell.unit_id, cell.first): cell for cell in cells}
    subjects = [Subject(unit, [placed.get((key, first)) for first in shown]) for key, unit in units.items()]
    current = Progress.of(State(cell.state) for cell in cells if cell.is_current)
    return Table(commitment, shown, subjects, start, current.done, current.asked)


def changes_of(commitments: Sequence[Commitment]) -> QuerySet[Event]:
    """What was done to these commitments, and to what excuses from them or objects to them; the last first."""
    things = Q(thing_kind="work.commitment", thing_id__in=[str(one.pk) for one in commitments])
    for model in (Excuse, Objection):
        keys = model.objects.filter(commitment__in=commitments).order_by("-pk").values_list("pk", flat=True)[:_BESIDE]
        things |= Q(thing_kind=model._meta.label_lower, thing_id__in=[str(key) for key in keys])
    return Event.objects.filter(things).select_related("by").order_by("-number")[:CHANGES]


def records_of(measure: Measure, *, seen: Q) -> QuerySet[Record]:
    """The records that count for the measure, the last first."""
    counted = Record.objects.filter(seen, uses__commitment__measure=measure, uses__is_counted=True)
    return counted.select_related("unit", "kind").distinct()
