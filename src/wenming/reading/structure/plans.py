"""Where the plans of a document begin and end, and what they are called."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from wenming.reading.cleaning.view import Span
from wenming.reading.structure.inline import inline_markers
from wenming.reading.structure.markers import Family, Marker, read_marker
from wenming.reading.structure.tables import SHORT_CELL, read_header_lines

_TITLE = re.compile(
    r"(?=[^。；;！？?：:\t]{7,90}$)(?![（(]).*(?:方案|计划|规划|意见|办法|措施|政策|细则|清单|要点|分工|分解|分工表|分解表|责任表|任务表|指标|体系|安排|规定|制度|纲要|任务|行动|指南|条例|标准|"
    r"决定|通知|报告|总结|汇报|办法|章程|守则|介绍|材料|纪实)(?:[（(《\[][^（）()]{1,30}[）)》\]])*\s?[一二三四五六七八九十0-9]{0,2}$"
)
_NOTICE = re.compile(r"的通知$|的函$|的批复$|^关于印发")
_REPORT = re.compile(
    r"总结汇报|总结如下|汇报如下|(?<!计划)(?<!方案)(?<!安排)报告如下|情况汇报|汇报材料|作.{0,6}汇报(?=[：:]|如下)|工作总结"
)
_REPORT_TITLE = re.compile(
    r"总结(?:报告)?$|汇报$|(?:自查|自评|情况|述职|落实)(?:情况)?(?:的|工作)?报告$"
    r"|(?:经验|典型|事迹|交流|汇报|先进)(?:交流|发言)?(?:介绍|材料)$|纪实$"
)
_HEADER_LINES = 24  # that the names of a table's columns take at most
_TOP_LINES = 3
_OPENING, _LONGEST_INTRODUCTION = 600, 3000  # characters
_TOP = (Family.PART, Family.CHAPTER, Family.CHINESE)


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """One plan in the view: its title's span, if any, where its text begins and ends, and whether it only reports."""

    title: Span | None
    start: int
    end: int
    is_report: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    marker: Marker | None


def find_plans(text: str) -> list[PlanPlace]:
    """The plans of a view's text: a new one begins at a title that stands before numbers that begin again."""
    lines = _lines(text)
    begins = _begins(text, lines)
    places: list[tuple[Span | None, int]] = []
    for number, at in enumerate(begins):
        title = _title_before(text, lines, at, first=number == 0)
        if title is not None:
            places.append(((lines[title].start, lines[title].end), lines[title].end + 1))
        elif number == 0:
            places.append((None, 0))
    places = places or [_at_the_top(text, lines)]
    numbered = [line.start for line in lines if line.marker]
    ends = [place[0][0] if place[0] else 0 for place in places[1:]] + [len(text)]
    return [
        PlanPlace(title, min(start, end), end, is_report=_is_report(text, title, _introduction(numbered, start)))
        for (title, start), end in zip(places, ends, strict=True)
    ]


def _at_the_top(text: str, lines: list[_Line]) -> tuple[Span | None, int]:
    """Where a plan begins in which nothing is numbered: below the first of its lines that reads like a title."""
    for line in lines[:_TOP_LINES]:
        if _TITLE.match(text[line.start : line.end]) and not _NOTICE.search(text[line.start : line.end]):
            return (line.start, line.end), line.end + 1
    return None, 0


def _begins(text: str, lines: list[_Line]) -> list[int]:
    """The lines at which numbers begin: at their top, else the first numbered line, else the first that holds a count.

    A whole plan may stand on a line (…，制定本方案。一、…二、…), below its title.
    """
    numbered = [at for at, line in enumerate(lines) if line.marker]
    tops = [at for at in numbered if _is_first_of_top(lines[at].marker)]
    if tops or numbered:
        return tops or [_first_table(text, lines[: numbered[0]], numbered[0])]
    counts = (at for at, line in enumerate(lines) if inline_markers(text, line.start, line.end, None, begun=False))
    return list(islice(counts, 1))


def _first_table(text: str, before: list[_Line], otherwise: int) -> int:
    """The line at which a table begins whose cells stand one a line; ``otherwise`` where none does."""
    for at, line in enumerate(before):
        names = (text[each.start : each.end] for each in before[at : at + _HEADER_LINES])
        if line.end - line.start <= SHORT_CELL and read_header_lines(names):
            return at
    return otherwise


def _is_first_of_top(marker: Marker | None) -> bool:
    return marker is not None and marker.ordinal == 1 and marker.family in _TOP


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines.append(_Line(start, end, read_marker(text, start, end)))
        start = end + 1
    return lines


def _title_before(text: str, lines: list[_Line], at: int, *, first: bool) -> int | None:
    """The line of the title before the item at ``at``: the last that reads like one, a notice only for want of it."""
    notice: int | None = None
    for back in range(at - 1, max(-1, at - (60 if first else 15)), -1):
        line = lines[back]
        if line.marker and not first:
            return notice
        if line.end - line.start > 100 or not _TITLE.match(text[line.start : line.end]):
            continue
        if not _NOTICE.search(text[line.start : line.end]):
            return back
        notice = back if notice is None else notice
    return notice


def _introduction(numbered: Sequence[int], start: int) -> Span:
    """What stands from ``start`` before the first of the numbered lines; the opening of a text that has none."""
    at = bisect_left(numbered, start)
    first = numbered[at] if at < len(numbered) else start + _OPENING
    return start, min(first, start + _LONGEST_INTRODUCTION)


def _is_report(text: str, title: Span | None, introduction: Span) -> bool:
    """Whether what follows only reports: the title or the introduction says so."""
    named = bool(title and (_REPORT.search(text, *title) or _REPORT_TITLE.search(text, *title)))
    return named or bool(_REPORT.search(text, *introduction))
