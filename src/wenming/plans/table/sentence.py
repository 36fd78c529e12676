"""A sentence as it stands in the document, with its marks in place. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenming.plans.texts import Span, kept, stretches

_AROUND = 120  # characters shown on either side of a statement that stands elsewhere


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the text; ``css`` says what stands there: ``mark-unit``, ``mark-term``."""

    start: int
    end: int
    css: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence under the same marks; ``css`` is empty where there is none."""

    text: str
    css: str


def pieces(text: str, start: int, end: int, *, marks: Iterable[Mark], noise: Sequence[Span] = ()) -> list[Piece]:
    """``text[start:end]`` without noise, cut where marks begin and end.

    >>> pieces("教育局每月一次", 0, 7, marks=[Mark(0, 3, "mark-unit")])
    [Piece(text='教育局', css='mark-unit'), Piece(text='每月一次', css='')]
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    return [
        Piece(text[a:b], " ".join(dict.fromkeys(mark.css for mark in over)))
        for begins, ends in kept(noise, start, end)
        for a, b, over in stretches(begins, ends, inside)
    ]


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or lines that hold ``start`` to ``end``, cut where they are long.

    >>> line_around("一\\n牵头：教育局\\n二", 5, 8)
    (2, 8)
    """
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    ends = len(text) if ends < 0 else ends
    return max(begins, start - _AROUND), min(ends, end + _AROUND)
