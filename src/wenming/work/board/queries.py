"""What the board shows: counts of current verdicts by unit and chapter, or by unit and commitment."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from wenming.places.models import Unit
from wenming.plans.models import MarkState, PlanVersion
from wenming.work.board.grid import Grid, grid_of
from wenming.work.models import Cell, Commitment

TOGETHER = 0  # the row of what all are judged by together


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which part of the board is asked for: one chapter, one kind of unit, units whose name holds a text, a state."""

    chapter: str = ""
    kind: str = ""
    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The grid with what its rows and columns are; ``units`` has no entry for the row TOGETHER."""

    grid: Grid
    units: dict[int, Unit]
    commitments: dict[int, Commitment]  # of the columns, where one chapter is asked for


def chapters_of(version: PlanVersion) -> list[str]:
    """The chapters that have commitments, in the order of the plan."""
    bound = Commitment.objects.binding().filter(measure__version=version).order_by()
    chapters = bound.values("chapter").annotate(at=Min("measure__position")).order_by("at")
    return [one["chapter"] for one in chapters]


def board_of(version: PlanVersion, chosen: Chosen, *, seen: Q, chapters: Sequence[str]) -> Board:
    """The current verdicts of the version; ``seen`` limits cells to what the person may see. Three queries at most."""
    cells = _cells(version, chosen, seen)
    commitments = _columns(version, chosen.chapter) if chosen.chapter else {}
    column = "commitment" if chosen.chapter else "commitment__chapter"
    counted = cells.order_by().values_list("unit", column, "state").annotate(Count("pk"))
    counts = [(unit or TOGETHER, at, state, number) for unit, at, state, number in counted]
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in={row for row, *_rest in counts} - {TOGETHER})}
    rows = [*([TOGETHER] if any(row == TOGETHER for row, *_rest in counts) else []), *units]
    columns: Sequence[object] = list(commitments) if chosen.chapter else chapters
    return Board(grid_of(counts, rows=rows, columns=columns), units, commitments)


def _cells(version: PlanVersion, chosen: Chosen, seen: Q) -> QuerySet[Cell]:
    cells = Cell.objects.filter(seen, commitment__measure__version=version, is_current=True)
    cells = cells.exclude(commitment__measure__state=MarkState.REMOVED)
    if chosen.chapter:
        cells = cells.filter(commitment__chapter=chosen.chapter)
    if chosen.kind:
        cells = cells.filter(unit__kind=chosen.kind)
    if chosen.text:
        cells = cells.filter(Q(unit__name__icontains=chosen.text) | Q(unit__short__icontains=chosen.text))
    return cells.filter(state=chosen.state) if chosen.state else cells


def _columns(version: PlanVersion, chapter: str) -> dict[int, Commitment]:
    bound = Commitment.objects.binding().filter(measure__version=version, chapter=chapter)
    rows = bound.select_related("measure").defer("measure__text").order_by("measure__position", "position", "pk")
    return {row.pk: row for row in rows}
