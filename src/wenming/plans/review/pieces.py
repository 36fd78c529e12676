"""The document as paragraphs of pieces, each piece under the same marks from its first character to its last. Pure."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenming.plans.texts import folded, stretches

NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Span:
    """A mark's place: ``key`` names it (duty-12), ``css`` dresses it, ``rank`` decides which of several is clicked."""

    start: int
    end: int
    key: str
    css: str
    rank: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks; ``opens`` are the numbers of the measures that begin here, with their keys."""

    text: str
    at: int
    key: str = ""
    css: str = ""
    title: str = ""
    is_first: bool = False
    opens: tuple[tuple[int, str], ...] = ()

    @property
    def place(self) -> str:
        """Where it begins, as the page says it: plain digits in every language."""
        return str(self.at)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the document: its cells (one, but for a row of a table), the level of its heading (0: none)."""

    start: int
    end: int
    cells: tuple[tuple[Piece, ...], ...]
    level: int = 0
    is_noise: bool = False

    @property
    def key(self) -> str:
        """The id of the paragraph on the page."""
        return f"p{self.start}"

    @property
    def plain(self) -> Piece | None:
        """Its one piece, where nothing is marked in it."""
        only = self.cells[0][0] if len(self.cells) == 1 and len(self.cells[0]) == 1 else None
        return only if only and not (only.css or only.opens or self.level) else None


def lines(text: str) -> list[tuple[int, int]]:
    """Where the lines that are not blank start and end, without their line ends."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line.rstrip("\r"))))
        at += len(line) + 1
    return found


def paragraphs(
    text: str,
    spans: Iterable[Span],
    opens: Mapping[int, tuple[int, str]],
    headings: Mapping[str, int],
    only: Collection[tuple[int, int]] | None = None,
) -> list[Paragraph]:
    """The document's paragraphs, or those that overlap one of the places ``only``.

    ``opens`` has for the start of each measure its number and key, ``headings`` for a heading's words its level.
    """
    places = lines(text)
    shelves = _by_line(places, spans)
    chosen = range(len(places)) if only is None else _lines_at(places, only)
    starts = sorted(opens)
    made = []
    for index in chosen:
        start, end = places[index]
        here = starts[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        made.append(_paragraph(text, (start, end), shelves.get(index, []), {at: opens[at] for at in here}, headings))
    return made


def _lines_at(places: Sequence[tuple[int, int]], wanted: Iterable[tuple[int, int]]) -> list[int]:
    return sorted({index for start, end in wanted for index in _overlapping(places, start, end)})


def _overlapping(places: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[int]:
    first = max(bisect_right(places, start, key=lambda place: place[0]) - 1, 0)
    for index in range(first, len(places)):
        if places[index][0] >= end:
            return
        if places[index][1] > start:
            yield index


def _by_line(places: Sequence[tuple[int, int]], spans: Iterable[Span]) -> dict[int, list[Span]]:
    shelves: dict[int, list[Span]] = {}
    for span in spans:
        for index in _overlapping(places, span.start, span.end):
            shelves.setdefault(index, []).append(span)
    return shelves


def _paragraph(
    text: str,
    place: tuple[int, int],
    spans: Sequence[Span],
    opens: Mapping[int, tuple[int, str]],
    headings: Mapping[str, int],
) -> Paragraph:
    start, end = place
    cells = tuple(
        tuple(_piece(text[a:b], a, over, opens.get(a)) for a, b, over in stretches(*cell, spans, opens))
        for cell in _cells(text, start, end)
    )
    level = headings.get(folded(text[start:end]), 0) if len(cells) == 1 else 0
    is_noise = any(span.key == NOISE and span.start <= start and span.end >= end for span in spans)
    return Paragraph(start, end, cells, level, is_noise)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row, parted by tabs; empty ones at its ends are left out."""
    tabs = [at for at in range(start, end) if text[at] == "\t"]
    cells = list(zip([start, *(tab + 1 for tab in tabs)], [*tabs, end], strict=True))
    filled = [index for index, (begins, ends) in enumerate(cells) if text[begins:ends].strip()]
    return cells[filled[0] : filled[-1] + 1]


def _piece(text: str, at: int, spans: Sequence[Span], opens: tuple[int, str] | None) -> Piece:
    marks = sorted((span for span in spans if span.key != NOISE), key=lambda span: -span.rank)
    top = marks[0] if marks else None
    css = " ".join(dict.fromkeys(" ".join(span.css for span in spans).split()))
    return Piece(
        text=text,
        at=at,
        key=top.key if top else "",
        css=css,
        title=top.title if top else "",
        is_first=bool(top) and top is not None and top.start == at,
        opens=(opens,) if opens else (),
    )
