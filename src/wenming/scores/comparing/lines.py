"""What moved between two rounds, as lines of a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.scoring.comparing import Moved

Words = Callable[[Fraction | None], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with its two values and how far it moved; ``way`` up or down, empty where it did not."""

    code: str
    name: str
    before: str
    after: str
    by: str
    way: str


def lines_of(found: Iterable[Moved], words: Words) -> list[Line]:
    """The lines, with their numbers in these words."""
    return [
        Line(one.code, one.name, words(one.before), words(one.after), moved_words(one.by, words), _way(one.by))
        for one in found
    ]


def moved_words(by: Fraction | None, words: Words) -> str:
    """How far something moved, with its sign."""
    return "" if by is None else f"+{words(by)}" if by > 0 else words(by)


def _way(by: Fraction | None) -> str:
    return "" if not by else "up" if by > 0 else "down"
