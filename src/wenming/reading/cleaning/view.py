"""A cleaned view of a document: one paragraph a line, without noise, with the way back to the original's offsets.

Grammars run on ``View.text``; what they find is mapped back by ``View.span``. Noise can stand inside a word or a
number, so a run of characters that is whole in the view may have a gap in the original.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """Cleaned text, and for each of its runs where it begins here and in the original."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    is_shuffled: bool = False  # whether runs stand in another order than in the original: cells wrapped side by side

    def origin(self, offset: int) -> int:
        """The original's offset of the view's character at ``offset`` (its end for one past the last)."""
        if not self.starts:
            return 0
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The original's half-open span of the view's ``start`` to ``end``; the last character decides the end."""
        if self.is_shuffled and start < end:
            return self._span_of_runs(start, end)
        return self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)

    def _span_of_runs(self, start: int, end: int) -> Span:
        """From the first to the last of the original's characters, in whichever order they stand here."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        begins = [start, *self.starts[first:last]]
        stops = [*self.starts[first:last], end]
        return min(map(self.origin, begins)), max(self.origin(stop - 1) for stop in stops) + 1


def build_view(text: str, lines: Iterable[Sequence[Span]]) -> View:
    """A view whose lines are the given runs of ``text``, joined by line feeds; each line is a sequence of runs."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    is_shuffled = False
    for runs in lines:
        for start, end in runs:
            is_shuffled = is_shuffled or bool(origins and start < origins[-1])
            starts.append(length)
            origins.append(start)
            parts.append(text[start:end])
            length += end - start
        if runs:  # the line feed stands for the first character after the line
            starts.append(length)
            origins.append(runs[-1][1])
            parts.append("\n")
            length += 1
    return View("".join(parts), tuple(starts), tuple(origins), is_shuffled)
