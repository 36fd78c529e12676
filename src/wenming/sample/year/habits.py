"""How units differ: most do what is asked, some late, some now and then, some with too little, some take it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle


@dataclass(frozen=True, slots=True)
class Habit:
    """How a unit works; every field but the first is a share of its records, from 0 to 1."""

    name: str
    does: float  # of what is asked
    in_time: float
    short: float  # shorter or smaller than asked
    unproved: float  # without evidence
    withdrawn: float
    returned: float


DILIGENT = Habit("diligent", does=0.98, in_time=0.98, short=0, unproved=0.03, withdrawn=0.005, returned=0.02)
STEADY = Habit("steady", does=0.94, in_time=0.92, short=0.03, unproved=0.08, withdrawn=0.01, returned=0.04)
LATE = Habit("late", does=0.9, in_time=0.35, short=0.05, unproved=0.1, withdrawn=0.01, returned=0.05)
FORGETFUL = Habit("forgetful", does=0.6, in_time=0.8, short=0.08, unproved=0.2, withdrawn=0.01, returned=0.08)
BRIEF = Habit("brief", does=0.93, in_time=0.9, short=0.6, unproved=0.15, withdrawn=0.01, returned=0.12)
HASTY = Habit("hasty", does=0.95, in_time=0.95, short=0.1, unproved=0.1, withdrawn=0.15, returned=0.08)

HABITS = (DILIGENT, STEADY, STEADY, LATE, STEADY, FORGETFUL, DILIGENT, BRIEF, STEADY, HASTY)


def habits() -> Iterator[Habit]:
    """A habit for each unit, in the order of the directory: of ten units one each has the four bad ones."""
    return cycle(HABITS)
