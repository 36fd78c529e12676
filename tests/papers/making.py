"""Verdicts on given days for tests: what a test does not say is filled in plausibly."""

from datetime import date
from typing import Any

from tests.work.making import make_commitment, make_measure
from wenming.places.models import Unit
from wenming.work.models import Cell, Commitment

DUE = date(2026, 3, 31)


def make_cell(commitment: Commitment, unit: Unit | None, **fields: Any) -> Cell:  # noqa: ANN401
    """How the unit stands in the first quarter of 2026, due at its end."""
    made = {"first": date(2026, 1, 1), "last": DUE, "due": DUE, "closes": DUE, "state": "open", "is_current": True}
    return Cell.objects.create(commitment=commitment, unit=unit, **{**made, **fields})


def a_quarter(*units: Unit, state: str = "open", title: str = "每季度开展民主评议") -> Commitment:
    """A commitment of these units, due on 31 March 2026."""
    commitment = make_commitment(make_measure(*units, title=title), chapter="重点任务")
    for unit in units:
        make_cell(commitment, unit, state=state)
    return commitment
