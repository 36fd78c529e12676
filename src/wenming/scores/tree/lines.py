"""The score as lines of a page: each item with what it brought, those below it within it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wenming.rules.scoring.model import Result, State
from wenming.scores.standing import Standing
from wenming.scores.words import STATE_WORDS, percent_words, points_words


@dataclass(slots=True)
class Line:
    """An item of the framework with its result, and the lines of what stands below it."""

    position: int
    depth: int
    result: Result
    below: list["Line"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called."""
        return self.result.node.title or self.result.node.code

    @property
    def score(self) -> str:
        """What it brought."""
        return points_words(self.result.score)

    @property
    def known(self) -> str:
        """Of how many points something is known."""
        return points_words(self.result.known)

    @property
    def points(self) -> str:
        """What it can bring."""
        return points_words(self.result.points)

    @property
    def share(self) -> str:
        """Score by what is known."""
        return percent_words(self.result.share)

    @property
    def percent(self) -> float | None:
        """The share for a bar, 0 to 100."""
        return None if self.result.share is None else round(float(self.result.share) * 100, 1)

    @property
    def is_left_out(self) -> bool:
        """Whether it does not concern the city."""
        return self.result.state is State.NOT_APPLICABLE

    @property
    def state(self) -> str:
        """How far its score is known, where that must be said."""
        return "" if self.result.state is State.SCORED else str(STATE_WORDS[self.result.state])

    @property
    def count(self) -> int:
        """How many values it was scored from."""
        return len(self.result.inputs)


def lines_of(standing: Standing) -> list[Line]:
    """The topmost items, each with all that stands below it."""
    path: list[Line] = []
    for position, result, depth in standing.placed():
        line = Line(position, depth, result)
        del path[depth:]
        if path:
            path[-1].below.append(line)
        path.append(line)
    return path[0].below


def walk(lines: Iterable[Line]) -> Iterable[Line]:
    """All lines, each before those below it."""
    for line in lines:
        yield line
        yield from walk(line.below)


def chosen(lines: Sequence[Line], position: int | None) -> Line | None:
    """The topmost line that was asked for, or the first."""
    return next((line for line in lines if line.position == position), lines[0] if lines else None)
