"""A line of a document as runs of the original that are not noise."""

from collections.abc import Sequence
from dataclasses import dataclass

from wenming.reading.cleaning.view import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the original: the runs that are not noise, their text, and how far it is indented."""

    runs: tuple[Span, ...]
    text: str
    indent: int


def without(line: Line, gaps: Sequence[Span]) -> Line:
    """The line without the stretches of its text at ``gaps``, in order, apart."""
    runs: list[Span] = []
    offset = 0
    for start, end in line.runs:
        begin = start
        for gap_start, gap_end in gaps:
            at, to = start + gap_start - offset, start + gap_end - offset
            if start <= at and to <= end:
                runs.append((begin, at))
                begin = to
        runs.append((begin, end))
        offset += end - start
    kept = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line.text)]
    text = "".join(line.text[start:end] for start, end in zip(*kept, strict=True))
    return Line(tuple(run for run in runs if run[0] < run[1]), text, line.indent)


def part(line: Line, start: int, end: int) -> Line:
    """The stretch of the line's text from ``start`` to ``end``."""
    runs: list[Span] = []
    offset = 0
    for begin, stop in line.runs:
        first, last = max(start - offset, 0), min(end - offset, stop - begin)
        if first < last:
            runs.append((begin + first, begin + last))
        offset += stop - begin
    return Line(tuple(runs), line.text[start:end], line.indent)
