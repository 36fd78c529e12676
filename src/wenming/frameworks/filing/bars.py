"""How far a round has come as one bar: how much of it stands how."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from wenming.frameworks.filing.words import SHAPES, VERDICTS
from wenming.rules.filing.judging import Verdict

WIDTH = 600  # of the drawing


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the bar: of which shape it bears the colour, from where to how far, and what it stands for."""

    shape: str
    start: float
    width: float
    count: int
    words: str | Promise


def bar_of(counts: Mapping[Verdict, int]) -> Sequence[Segment]:
    """The stretches, what is done first; together they fill the bar."""
    total, start, found = sum(counts.values()), 0.0, []
    for verdict in reversed(Verdict):
        if count := counts.get(verdict, 0):
            width = round(WIDTH * count / total, 2)
            found.append(Segment(SHAPES[verdict], round(start, 2), width, count, VERDICTS[verdict]))
            start += width
    return found
