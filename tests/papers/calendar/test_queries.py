"""What falls due between two days."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import DUE, a_quarter, make_cell
from tests.plans.making import make_unit, seeing
from wenming.accounts.rights import Right
from wenming.papers.calendar.queries import due_on, entries_between
from wenming.papers.seen import Chosen, cells_seen
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.model import Span

pytestmark = pytest.mark.django_db
EVERYTHING = seeing(Right.WORK_VIEW, Right.PLAN_VIEW)
MARCH = Span(date(2026, 3, 1), DUE)


def test_a_measure_is_one_entry_with_how_many_units_it_is_of() -> None:
    commitment = a_quarter(make_unit("甲镇"), make_unit("乙镇"))
    make_cell(commitment, make_unit("丙镇"), state="met")
    make_cell(commitment, make_unit("丁镇"), state="exempt")  # nothing is asked of it
    make_cell(commitment, make_unit("戊镇"), due=date(2026, 4, 1))
    found = entries_between(cells_seen(EVERYTHING, Chosen()), MARCH)
    assert list(found) == [DUE]
    (entry,) = found[DUE]
    assert (entry.title, entry.units) == ("每季度开展民主评议", 3)
    assert entry.heap.counts == {State.OPEN: 2, State.MET: 1}


def test_what_is_still_to_be_done_stands_before_what_is_done() -> None:
    done = a_quarter(*[make_unit(f"{number}镇") for number in range(3)], state="met", title="已经做完的")
    left = a_quarter(make_unit("甲镇"), title="还要做的")
    entries = entries_between(cells_seen(EVERYTHING, Chosen()), MARCH)[DUE]
    assert [entry.measure for entry in entries] == [left.measure_id, done.measure_id]


def test_what_is_not_yet_due_is_not_done() -> None:
    done = a_quarter(*[make_unit(f"{number}镇") for number in range(3)], state="met", title="已经做完的")
    later = a_quarter(make_unit("甲镇"), state="not_due", title="还没开始的")
    entries = entries_between(cells_seen(EVERYTHING, Chosen()), MARCH)[DUE]
    assert [entry.measure for entry in entries] == [later.measure_id, done.measure_id]


def test_what_is_judged_together_is_of_no_unit() -> None:
    make_cell(a_quarter(), None)
    (entry,) = entries_between(cells_seen(EVERYTHING, Chosen()), MARCH)[DUE]
    assert entry.units == 0


def test_three_queries_however_much_there_is(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(5):
        a_quarter(make_unit("甲镇"), make_unit("乙镇"), title=f"第{number}件")
    cells = cells_seen(EVERYTHING, Chosen())
    with django_assert_num_queries(3):
        assert len(entries_between(cells, MARCH)[DUE]) == 5


def test_the_verdicts_of_a_day_and_of_one_measure_of_it() -> None:
    one, other = a_quarter(make_unit("甲镇")), a_quarter(make_unit("甲镇"), title="另一件事")
    cells = cells_seen(EVERYTHING, Chosen())
    assert due_on(cells, DUE, None).count() == 2
    assert [cell.commitment for cell in due_on(cells, DUE, other.measure_id)] == [other]
    assert not due_on(cells, date(2026, 3, 30), one.measure_id).exists()
