"""What a chart tells, as the page's script draws it (assets/src/charts); pure. A table with the same numbers stands
below every one, made from the same values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum

from wenming.rules.commitments.judging import State
from wenming.work.board.grid import Heap
from wenming.work.commitments.words import STATE_WORDS

Number = int | float | None
# The order in which states lie on a bar: from done to open, and what is not asked at the end.
ON_A_BAR = (
    State.MET,
    State.LATE,
    State.MISSED,
    State.DISPUTED,
    State.DUE_SOON,
    State.OPEN,
    State.NOT_DUE,
    State.EXEMPT,
)


class ChartKind(StrEnum):
    """How numbers are drawn."""

    ROWS = "rows"  # stacked bars that lie, one for each label
    COLUMNS = "columns"  # stacked bars that stand
    LINES = "lines"  # values over days


@dataclass(frozen=True, slots=True)
class Line:
    """One colour and pattern of a chart: a value for each label; None where there is none."""

    name: str
    tone: str
    values: Sequence[Number]


@dataclass(frozen=True, slots=True)
class Chart:
    """Labels with their lines; ``addresses`` are where the labels lead, ``target`` a level that is to be reached."""

    kind: ChartKind
    labels: Sequence[str]
    lines: Sequence[Line]
    addresses: Sequence[str] = field(default=())
    target: float | None = None
    target_name: str = ""

    def as_json(self) -> dict[str, object]:
        """As the script reads it."""
        return asdict(self)


def of_heaps(
    kind: ChartKind, heaps: Sequence[tuple[str, Heap]], *, addresses: Sequence[str] = (), names: Mapping[str, str]
) -> Chart:
    """The states of heaps as stacked bars, only those that occur; ``names`` are the words for states."""
    found = [state for state in ON_A_BAR if any(heap.counts.get(state) for _label, heap in heaps)]
    lines = [
        Line(names[state.value], state.value, [heap.counts.get(state, 0) for _label, heap in heaps]) for state in found
    ]
    return Chart(kind, [label for label, _heap in heaps], lines, addresses)


def state_names() -> dict[str, str]:
    """The words for states in the language of the reader."""
    return {state: str(word) for state, word in STATE_WORDS.items()}


def of_values(
    values: Mapping[str, Mapping[date, float]], *, target: float | None = None, target_name: str = ""
) -> Chart:
    """Series by name with their values by day, as lines over all days that any of them has.

    >>> of_values({"a": {date(2026, 1, 1): 1.0}, "b": {}}).lines[1].values
    [None]
    """
    days = sorted({day for known in values.values() for day in known})
    lines = [
        Line(name, "main" if place == 0 else "other", [known.get(day) for day in days])
        for place, (name, known) in enumerate(values.items())
    ]
    return Chart(ChartKind.LINES, [day.isoformat() for day in days], lines, (), target, target_name)
