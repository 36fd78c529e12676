"""What falls due between two days, grouped by day and measure; and every verdict of one day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from wenming.plans.models import Measure
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.model import Span
from wenming.work.board.grid import FALLS_DUE, Heap
from wenming.work.models import Cell


@dataclass(frozen=True, slots=True)
class Entry:
    """What falls due of one measure on one day."""

    measure: int
    title: str
    units: int  # how many have to do it; 0 where only all together are judged
    heap: Heap


def entries_between(cells: QuerySet[Cell], span: Span) -> Mapping[date, Sequence[Entry]]:
    """What falls due on each day, the worst first; three queries."""
    due = cells.filter(state__in=FALLS_DUE, due__range=(span.first, span.last)).order_by()
    heaps: dict[tuple[date, int], Counter[State]] = defaultdict(Counter)
    for on, measure, state, number in due.values_list("due", "commitment__measure", "state").annotate(Count("pk")):
        heaps[on, measure][State(state)] += number
    units = {
        (on, measure): number
        for on, measure, number in due.values_list("due", "commitment__measure").annotate(Count("unit", distinct=True))
    }
    titles = dict(Measure.objects.filter(pk__in={key for _, key in heaps}).values_list("pk", "title"))
    found: dict[date, list[Entry]] = defaultdict(list)
    for (on, measure), counts in heaps.items():
        found[on].append(Entry(measure, titles[measure], units[on, measure], Heap(counts)))
    return {on: sorted(entries, key=_weight) for on, entries in found.items()}


def _weight(entry: Entry) -> tuple[bool, int, int]:
    """What is still to be done first, then what concerns most."""
    return entry.heap.is_done, -entry.units, entry.measure


def due_on(cells: QuerySet[Cell], day: date, measure: int | None) -> QuerySet[Cell]:
    """Every verdict that falls due on the day, those of one measure together."""
    due = cells.filter(state__in=FALLS_DUE, due=day)
    due = due if measure is None else due.filter(commitment__measure=measure)
    rows = due.select_related("commitment__measure", "unit").defer("commitment__measure__text", "commitment__rule")
    return rows.order_by("commitment__measure", "commitment", "unit")
