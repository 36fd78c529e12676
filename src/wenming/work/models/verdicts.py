"""Verdicts as they were last worked out: never typed, always made anew from the rule and what was done."""

from typing import ClassVar, Self

from django.db import models

from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.plans.models import MarkState, VersionState
from wenming.work.models.commitments import Commitment, CommitmentState


class CellQuerySet(models.QuerySet["Cell"]):
    """Questions about verdicts that several pages ask."""

    def binding(self) -> Self:
        """Those of commitments that bind; asked of each cell's own commitment, never of all that there are."""
        return self.filter(
            commitment__state=CommitmentState.CONFIRMED, commitment__measure__version__state=VersionState.IN_FORCE
        ).exclude(commitment__measure__state=MarkState.REMOVED)


class Cell(models.Model):
    """How one unit stands with one commitment in one period (结论); without a unit: all together.

    A copy of what ``rules.commitments`` says, so that a board of many cells opens at once; ``verdicts.refreshing``
    alone writes it.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()
    HELD: ClassVar = {"unit": Held("", past=EVERYTHING)}  # made anew from the unit's duties and records

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="cells")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField()
    due = models.DateField()
    closes = models.DateField()  # work done after due counts as late until this day
    state = models.CharField(max_length=10)  # rules.commitments.judging.State
    have = models.FloatField(null=True, blank=True)  # empty: nothing was measured yet
    need = models.FloatField(null=True, blank=True)  # at least; the rule says more
    is_current = models.BooleanField(default=False)  # the period that the subject stands in, or its last one

    objects = CellQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["commitment", "unit", "first"]
        indexes: ClassVar = [
            models.Index(fields=["commitment", "is_current"]),
            models.Index(fields=["unit", "state", "due"]),
            models.Index(fields=["state", "due"]),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "unit", "first"], name="cell_once"),
            models.UniqueConstraint(
                fields=["commitment", "first"], condition=models.Q(unit=None), name="cell_of_all_once"
            ),
        ]
