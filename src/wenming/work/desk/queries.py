"""What a liaison's units have to do now, and what waits for the office."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.reach import Scope
from wenming.plans.models import PlanVersion, Term, VersionState
from wenming.rules.commitments.judging import State
from wenming.work.board.grid import RUNNING
from wenming.work.commitments.subjects import open_to
from wenming.work.models import (
    Answer,
    Cell,
    Commitment,
    CommitmentState,
    Objection,
    Record,
    RecordState,
)
from wenming.work.records.reach import is_all
from wenming.work.requests.queries import asked_of
from wenming.work.requests.turns import OFFICES_TURN
from wenming.work.reviews.queries import ending, reviewed, waiting

SHOWN = 20  # of each list; more is a list of its own
AHEAD = timedelta(days=7)  # what falls due within it is shown


@dataclass(frozen=True, slots=True)
class Task:
    """A commitment that a unit has still to keep in the period it stands in."""

    cell: Cell
    left: int  # days until it falls due; negative when it is past

    @property
    def overdue(self) -> int:
        """How many days it is past; 0 where it is not."""
        return max(-self.left, 0)

    @property
    def commitment(self) -> Commitment:
        """What is asked."""
        return self.cell.commitment


def tasks_of(units: Collection[int], *, today: date) -> list[Task]:
    """What falls due within a week or soon, the nearest first; also what is judged together and open to them.

    Five queries at most.
    """
    mine = Q(unit__in=units) | Q(unit=None, commitment__in=Commitment.objects.filter(open_to(units)).values("pk"))
    near = Q(state=State.DUE_SOON) | Q(state=State.OPEN, due__lte=today + AHEAD)
    cells = Cell.objects.binding().filter(mine, near, is_current=True)
    rows = cells.select_related("commitment__measure", "unit").defer("commitment__measure__text")
    return [Task(cell, (cell.due - today).days) for cell in rows.order_by("due", "commitment", "unit")[:SHOWN]]


def later_count(units: Collection[int], *, today: date) -> int:
    """How much is still to be done and does not fall due within a week."""
    cells = Cell.objects.binding().filter(unit__in=units, state__in=RUNNING, is_current=True)
    return cells.exclude(Q(state=State.DUE_SOON) | Q(due__lte=today + AHEAD)).count()


def missed_of(units: Collection[int]) -> QuerySet[Cell]:
    """What was missed in the periods that the units stand in or that were their last."""
    cells = Cell.objects.binding().filter(unit__in=units, state=State.MISSED, is_current=True)
    return cells.select_related("commitment", "unit").order_by("-due", "commitment")[:SHOWN]


def returned_to(units: Collection[int]) -> QuerySet[Record]:
    """Records that came back to the units, the last returned first."""
    returned = Record.objects.filter(unit__in=units, state=RecordState.RETURNED)
    return returned.select_related("unit").order_by("-judged_at", "-pk")[:SHOWN]


def asked_from(units: Collection[int]) -> list[Answer]:
    """What is asked of the units and they have not answered, the nearest day first; one query."""
    return list(asked_of(units)[:SHOWN])


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for the office."""

    proposed: int  # commitments to be confirmed
    plan: int | None  # of the first of them
    bare: list[int]  # plans in force from whose terms no commitment was drawn yet
    objections: int
    records: int  # neither accepted nor returned
    answers: int  # of units, to requests for material
    reviews: int  # of periods without a number that end within a week or have ended


def waiting_for(powers: Powers, *, today: date) -> Waiting:
    """What waits for the person's office; eight queries."""
    edited = powers.scope(Right.COMMITMENT_EDIT)
    judged = powers.scope(Right.WORK_REVIEW)
    proposed = Commitment.objects.filter(
        edited.within("measure__version__plan__area"),
        state=CommitmentState.PROPOSED,
        measure__version__state="in_force",
    )
    objections = Objection.objects.filter(edited.within("unit__area", unit_field="unit"), decided_at=None)
    of_units = Q() if is_all(judged) else judged.within("unit__area", unit_field="unit")
    records = Record.objects.filter(of_units, state=RecordState.RECORDED)
    plan = proposed.order_by("pk").values_list("measure__version__plan", flat=True).first()
    answers = Answer.objects.filter(OFFICES_TURN, judged.within("request__area"))
    reviews = ending(waiting(reviewed(powers), today=today), today=today)
    return Waiting(
        proposed=proposed.count(),
        plan=plan,
        bare=list(_bare(edited)[:SHOWN]),
        objections=objections.count(),
        records=records.count(),
        answers=answers.count(),
        reviews=reviews.count(),
    )


def _bare(edited: Scope) -> QuerySet[PlanVersion, int]:
    """The plans in force that ask for something and have no commitment: a new one, or one just amended."""
    drawn = Commitment.objects.filter(measure__version=OuterRef("pk"))
    asking = Term.objects.standing().filter(measure__version=OuterRef("pk"))
    versions = PlanVersion.objects.filter(edited.within("plan__area"), state=VersionState.IN_FORCE)
    return versions.filter(Exists(asking), ~Exists(drawn)).order_by("pk").values_list("plan", flat=True)
