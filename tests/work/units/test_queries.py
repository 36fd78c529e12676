"""What is counted of a unit."""

from datetime import date

import pytest

from tests.plans.making import make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.places.models import Unit
from wenming.rules.commitments.judging import State
from wenming.work.models import Cell, RecordState
from wenming.work.units.queries import current_cells, due_of, history_of, load_of, total_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 5)


@pytest.fixture
def unit() -> Unit:
    """A unit that was late in February, has missed something this month, and has to do something in May."""
    unit = make_unit("甲镇")
    commitment = make_commitment(make_measure(unit))
    for state, due, is_current in (
        ("met", date(2025, 3, 31), False),
        ("late", date(2026, 2, 28), False),
        ("missed", date(2026, 3, 4), True),
        ("not_due", date(2026, 5, 31), False),
    ):
        days = {"first": due, "last": due, "due": due, "closes": due}
        Cell.objects.create(commitment=commitment, unit=unit, state=state, is_current=is_current, **days)
    return unit


def test_months_of_the_last_year(unit: Unit) -> None:
    make_record(unit)
    make_record(unit, state=RecordState.WITHDRAWN)
    months = history_of(unit, today=TODAY)
    assert [month.first for month in (months[0], months[-1])] == [date(2025, 4, 1), date(2026, 3, 1)]
    assert months[-2].heap.counts == {State.LATE: 1}
    assert (months[-1].heap.counts, months[-1].records) == ({State.MISSED: 1}, 1)
    assert sum(month.heap.asked for month in months) == 2


def test_months_to_come(unit: Unit) -> None:
    load = load_of(unit, today=TODAY)
    assert [number for _first, number in load] == [1, 0, 1, 0, 0, 0]
    assert load[-1][0] == date(2026, 8, 1)


def test_how_it_stands_and_what_is_due(unit: Unit) -> None:
    assert total_of(unit).counts == {State.MISSED: 1}
    assert [cell.due for cell in due_of(unit)] == [date(2026, 3, 4)]
    version = current_cells(unit)[0].commitment.measure.version
    version.state = "superseded"
    version.save(update_fields=["state"])
    assert not total_of(unit).counts
    assert not sum(number for _first, number in load_of(unit, today=TODAY))
