"""Grids of verdicts."""

from wenming.rules.commitments.judging import State
from wenming.rules.commitments.together import WORST_FIRST
from wenming.work.board.grid import Heap, grid_of


def test_every_state_has_its_place() -> None:
    assert set(WORST_FIRST) == set(State)


def test_a_heap_shows_its_worst_and_counts_what_is_asked() -> None:
    heap = Heap({State.MET: 3, State.LATE: 1, State.OPEN: 2, State.NOT_DUE: 5, State.EXEMPT: 1})
    assert (heap.worst, heap.done, heap.asked) == (State.OPEN, 4, 6)
    assert heap.in_states[0] == (State.OPEN, 2)
    assert Heap().worst is None


def test_totals_stand_on_both_edges() -> None:
    counts = [("甲", "一", "met", 2), ("甲", "二", "missed", 1), ("乙", "一", "met", 1), ("丙", "一", "met", 9)]
    grid = grid_of(counts, rows=["甲", "乙"], columns=["一", "二"])
    assert [[heap.worst for heap in row.heaps] for row in grid.rows] == [[State.MET, State.MISSED], [State.MET, None]]
    assert [(row.total.done, row.total.asked) for row in grid.rows] == [(2, 3), (1, 1)]
    assert [(heap.done, heap.asked) for heap in grid.totals] == [(3, 3), (0, 1)]
    assert (grid.total.done, grid.total.asked) == (3, 4)


def test_what_falls_due_later_is_not_asked_now_and_not_done() -> None:
    heap = Heap({State.MET: 3, State.NOT_DUE: 2, State.EXEMPT: 1})
    assert (heap.asked, heap.falls_due, heap.is_done) == (3, 5, False)
    assert Heap({State.MET: 1, State.LATE: 1, State.EXEMPT: 1}).is_done
    assert not Heap({State.EXEMPT: 2}).is_done
