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
    found: dict[tuple[Hashable, Hashable], Counter[State]] = {}
    for row, column, state, number in counts:
        found.setdefault((row, column), Counter())[State(state)] += number
    made = [_row(row, [found.get((row, column), Counter()) for column in columns]) for row in rows]
    totals = [Heap(_sum(found.get((row, column), Counter()) for row in rows)) for column in columns]
    return Grid(columns, made, totals, Heap(_sum(Counter(one.total.counts) for one in made)))


def _row(key: Hashable, counts: Sequence[Counter[State]]) -> Row:
    return Row(key, [Heap(one) for one in counts], Heap(_sum(counts)))


def _sum(counts: Iterable[Counter[State]]) -> Counter[State]:
    whole: Counter[State] = Counter()
    for one in counts:
        whole.update(one)
    return whole
