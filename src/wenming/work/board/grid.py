"""A grid of verdicts with its totals: pure, from counts by row, column and state."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wenming.rules.commitments.judging import State
from wenming.rules.commitments.together import DONE, NOT_ASKED, WORST_FIRST

FALLS_DUE = tuple(state for state in State if state is not State.EXEMPT)  # sooner or later something is to be done
RUNNING = (State.DUE_SOON, State.OPEN)  # asked now, and neither done nor over
TO_DO = (*RUNNING, State.MISSED)
Counts = Mapping[State, int]


@dataclass(frozen=True, slots=True)
class Heap:
    """Verdicts that are shown as one: how many there are in each state."""

    counts: Counts = field(default_factory=dict)

    @property
    def worst(self) -> State | None:
        """The state that is shown; None where there is no verdict."""
        return next((state for state in WORST_FIRST if self.counts.get(state)), None)

    @property
    def done(self) -> int:
        """How many are met or late."""
        return sum(self.counts.get(state, 0) for state in DONE)

    @property
    def asked(self) -> int:
        """How many something is asked of now: the denominator."""
        return sum(number for state, number in self.counts.items() if state not in NOT_ASKED)

    @property
    def falls_due(self) -> int:
        """How many fall due, now or later: all but the exempt."""
        return sum(self.counts.get(state, 0) for state in FALLS_DUE)

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is left to be done, now or later; not so where it is all exempt."""
        return self.done == self.falls_due > 0

    @property
    def in_states(self) -> list[tuple[State, int]]:
        """Each state that occurs with its number, the worst first."""
        return [(state, self.counts[state]) for state in WORST_FIRST if self.counts.get(state)]


_NOTHING = Heap()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, a heap for each column, and all of them together."""

    key: Hashable
    heaps: Sequence[Heap]
    total: Heap


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns with totals on both edges."""

    columns: Sequence[Hashable]
    rows: Sequence[Row]
    totals: Sequence[Heap]
    total: Heap


def grid_of(
    counts: Iterable[tuple[Hashable, Hashable, str, int]], *, rows: Sequence[Hashable], columns: Sequence[Hashable]
) -> Grid:
    """The grid of ``counts`` (row, column, state, number), in the given order of rows and columns.

    >>> grid_of([("甲镇", "一", "met", 2), ("甲镇", "一", "missed", 1)], rows=["甲镇"], columns=["一"]).total.done
    2
    """
    found: dict[Hashable, dict[Hashable, Counter[State]]] = {row: {} for row in rows}
    of_rows: dict[Hashable, Counter[State]] = {row: Counter() for row in rows}
    of_columns: dict[Hashable, Counter[State]] = {column: Counter() for column in columns}
    whole: Counter[State] = Counter()
    for row, column, state, number in counts:
        if row in of_rows and column in of_columns:
            for heap in (found[row].setdefault(column, Counter()), of_rows[row], of_columns[column], whole):
                heap[State(state)] += number
    made = [Row(row, _heaps(found[row], columns), Heap(of_rows[row])) for row in rows]
    return Grid(columns, made, [Heap(of_columns[column]) for column in columns], Heap(whole))


def _heaps(found: Mapping[Hashable, Counts], columns: Sequence[Hashable]) -> list[Heap]:
    """A heap for each column; most places of a large grid are empty, and share one."""
    return [Heap(found[column]) if column in found else _NOTHING for column in columns]
