"""What the page of a unit's standing shows; nothing here writes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from wenming.places.models import Unit
from wenming.rules.commitments.judging import State
from wenming.rules.days.months import month_after
from wenming.work.board.grid import TO_DO, Heap
from wenming.work.models import Cell, Record

BACK = 12  # months of history, this one included
AHEAD = 6  # months of load, this one included
DUE_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Month:
    """A month: what fell due in it by state, how many records were entered for its days."""

    first: date
    heap: Heap
    records: int


def current_cells(unit: Unit) -> QuerySet[Cell]:
    """How the unit stands with each commitment that binds it, in the order of the plans."""
    cells = Cell.objects.binding().filter(unit=unit, is_current=True)
    rows = cells.select_related("commitment__measure").defer("commitment__measure__text")
    return rows.order_by("commitment__measure__version", "commitment__measure__position", "commitment", "pk")


def total_of(unit: Unit) -> Heap:
    """The current states of all that is asked of the unit."""
    counted = current_cells(unit).order_by().values_list("state").annotate(Count("pk"))
    return Heap({State(state): number for state, number in counted})


def due_of(unit: Unit) -> Sequence[Cell]:
    """What has still to be done in the periods that the unit stands in, the nearest day first."""
    return list(current_cells(unit).filter(state__in=TO_DO).order_by("due", "commitment")[:DUE_SHOWN])


def records_of(unit: Unit) -> QuerySet[Record]:
    """The records of the unit, the last first; returned and withdrawn ones too."""
    return Record.objects.filter(unit=unit).select_related("kind", "unit")


def history_of(unit: Unit, *, today: date) -> list[Month]:
    """By the month in which they fell due, the periods of the last year, with how many records there were each month.

    Two queries.
    """
    months = [month_after(today, back) for back in range(1 - BACK, 1)]
    until = month_after(today, 1)
    heaps = _heaps(unit, Q(due__gte=months[0], due__lt=until))
    records = Record.objects.counting().filter(unit=unit, first__gte=months[0], first__lt=until)
    by_month = records.order_by().annotate(month=TruncMonth("first")).values_list("month").annotate(Count("pk"))
    counted = dict(by_month)
    return [Month(one, Heap(heaps.get(one, Counter())), counted.get(one, 0)) for one in months]


def load_of(unit: Unit, *, today: date) -> list[tuple[date, int]]:
    """How much falls due in this month and in those to come, what is already done or not asked left out; one query."""
    months = [month_after(today, ahead) for ahead in range(AHEAD)]
    heaps = _heaps(unit, Q(due__gte=months[0], due__lt=month_after(today, AHEAD)))
    left_out = {State.MET, State.LATE, State.EXEMPT}
    return [
        (one, sum(number for state, number in heaps.get(one, Counter()).items() if state not in left_out))
        for one in months
    ]


def _heaps(unit: Unit, when: Q) -> dict[date, Counter[State]]:
    cells = Cell.objects.binding().filter(when, unit=unit).order_by()
    found: dict[date, Counter[State]] = {}
    months = cells.annotate(month=TruncMonth("due")).values_list("month", "state").annotate(Count("pk"))
    for month, state, number in months:
        found.setdefault(month, Counter())[State(state)] += number
    return found
