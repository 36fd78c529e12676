"""How far a plan is, chapter by chapter."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from wenming.plans.models import MarkState, PlanVersion
from wenming.rules.commitments.judging import State
from wenming.work.board.grid import Heap
from wenming.work.board.queries import chapters_of
from wenming.work.models import Cell


@dataclass(frozen=True, slots=True)
class Progress:
    """The current verdicts of each chapter in the order of the plan, and all of them together."""

    chapters: Sequence[tuple[str, Heap]]
    total: Heap


def progress_of(version: PlanVersion, *, seen: Q) -> Progress:
    """How the chapters of a version stand; ``seen`` limits cells to what the person may see. Two queries."""
    cells = Cell.objects.filter(seen, commitment__measure__version=version, is_current=True)
    cells = cells.exclude(commitment__measure__state=MarkState.REMOVED)
    found: dict[str, Counter[State]] = {chapter: Counter() for chapter in chapters_of(version)}
    for chapter, state, count in cells.order_by().values_list("commitment__chapter", "state").annotate(Count("pk")):
        found.setdefault(chapter, Counter())[State(state)] += count
    chapters = [(chapter, Heap(counts)) for chapter, counts in found.items()]
    return Progress(chapters, Heap(sum(found.values(), Counter())))
