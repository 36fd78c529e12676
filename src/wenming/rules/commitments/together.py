"""Several verdicts as one: a measure with its commitments, a subject with its measures; and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from wenming.rules.commitments.judging import State

# What asks for a look comes first. Done late is done, so it stands behind what is still to be done.
WORST_FIRST = (
    State.MISSED,
    State.DUE_SOON,
    State.DISPUTED,
    State.OPEN,
    State.LATE,
    State.MET,
    State.NOT_DUE,
    State.EXEMPT,
)
_RANK = {state: rank for rank, state in enumerate(WORST_FIRST)}
DONE = frozenset({State.MET, State.LATE})
NOT_ASKED = frozenset({State.NOT_DUE, State.EXEMPT})  # they stand in no denominator


def worst(states: Iterable[State]) -> State | None:
    """The state that stands for all of them: the first in ``WORST_FIRST``; None where there is none.

    >>> worst([State.MET, State.OPEN, State.NOT_DUE])
    <State.OPEN: 'open'>
    """
    return min(states, key=_RANK.__getitem__, default=None)


@dataclass(frozen=True, slots=True)
class Progress:
    """So many are ``done``, late or not, of those that are ``asked``: neither exempt nor still to begin."""

    done: int
    asked: int

    @classmethod
    def of(cls, states: Iterable[State]) -> Self:
        """How many of these are done."""
        asked = [state for state in states if state not in NOT_ASKED]
        return cls(sum(state in DONE for state in asked), len(asked))

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing is asked, for which no share is right."""
        return self.done / self.asked if self.asked else None

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.done + other.done, self.asked + other.asked)

    def __str__(self) -> str:
        """``7/12``."""
        return f"{self.done}/{self.asked}"
