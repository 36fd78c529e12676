"""The ruled lines of a PDF page: straight strokes and thin boxes, which draw its tables."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from wenming.reading.files.pdf_turns import Turn

_STRAIGHT = 1.0  # points that a ruled line may be out of true
_SHORTEST = 6.0  # points; shorter strokes are parts of drawings
_MOST_PATHS = 20_000  # a page with more holds a map or a plan, not tables
_MOST_SEGMENTS = 200  # of one path that draws tables


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: at ``at`` on the axis across it, from ``start`` to ``end`` along it, in points."""

    is_level: bool
    at: float
    start: float
    end: float


def rules_of(page: pypdfium2.PdfPage, turn: Turn) -> list[Rule]:
    """The ruled lines of ``page``, as it is read."""
    rules: list[Rule] = []
    for number, path in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if number >= _MOST_PATHS:
            return []
        rules.extend(_rules_of_path(path, turn))
    return rules


def _rules_of_path(path: pypdfium2.PdfObject, turn: Turn) -> Iterator[Rule]:
    matrix = path.get_matrix()
    start = last = (0.0, 0.0)
    for number in range(min(raw.FPDFPath_CountSegments(path.raw), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, number)
        point = turn.point(*matrix.on_point(*_point(segment)))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            yield from _rule(last, point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _rule(point, start)
        last = point


def _point(segment: raw.FPDF_PATHSEGMENT) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if top - bottom <= _STRAIGHT and right - left >= _SHORTEST:
        yield Rule(is_level=True, at=(top + bottom) / 2, start=left, end=right)
    elif right - left <= _STRAIGHT and top - bottom >= _SHORTEST:
        yield Rule(is_level=False, at=(left + right) / 2, start=bottom, end=top)
