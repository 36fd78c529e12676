"""What waits for a review, and what there is to read for one; nothing here writes."""

from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.plans.reach import binding
from wenming.work.board.grid import RUNNING
from wenming.work.models import Cell, Commitment, Record, Review

AHEAD = timedelta(days=7)  # what ends within it is to be reviewed


def reviewed(powers: Powers) -> Q:
    """What the person reviews, of cells and of reviews: of units in reach, and of all together under plans in reach;
    of plans that bind them.
    """
    scope = powers.scope(Right.WORK_REVIEW)
    of_all = Q(unit=None) & scope.within("commitment__measure__version__plan__area")
    binds = binding(powers, "commitment__measure__version__plan__area")
    return binds & (scope.within("unit__area", unit_field="unit") | of_all)


def waiting(seen: Q, *, today: date) -> QuerySet[Cell]:
    """The periods without a number that have begun and were not reviewed, the first to end first; those seen."""
    bound = Commitment.objects.binding().filter(kind="standing").order_by().values("pk")
    said = Review.objects.filter(
        Q(unit=OuterRef("unit")) | Q(unit=None),
        commitment=OuterRef("commitment"),
        on__gte=OuterRef("first"),
        on__lte=OuterRef("last"),
    )
    open_ones = Cell.objects.filter(seen, commitment__in=bound, state__in=RUNNING, first__lte=today)
    rows = open_ones.exclude(Exists(said)).select_related("unit", "commitment__measure")
    return rows.defer("commitment__measure__text").order_by("due", "commitment", "unit")


def ending(cells: QuerySet[Cell], *, today: date) -> QuerySet[Cell]:
    """Those of them that end within a week or have ended."""
    return cells.filter(due__lte=today + AHEAD)


def done(seen: Q) -> QuerySet[Review]:
    """The reviews of cells that the person sees, the last first."""
    rows = Review.objects.filter(seen).select_related("unit", "commitment", "made_by")
    return rows.order_by("-made_at", "-pk")


def records_for(cell: Cell) -> QuerySet[Record]:
    """What counts for the commitment in the period, with the number of pieces of evidence of each."""
    rows = Record.objects.counting().filter(
        uses__commitment=cell.commitment_id, uses__is_counted=True, first__lte=cell.closes, last__gte=cell.first
    )
    if cell.unit_id is not None:
        rows = rows.filter(Q(unit=cell.unit_id) | Q(with_units=cell.unit_id))
    rows = rows.select_related("unit", "kind").annotate(proof_count=Count("proofs", distinct=True))
    return rows.distinct().order_by("first", "pk")


def earlier(cell: Cell) -> QuerySet[Review]:
    """What was found of the same before, the last first."""
    rows = Review.objects.filter(commitment=cell.commitment_id, unit=cell.unit_id).select_related("made_by")
    return rows.order_by("-on", "-pk")
