"""The days of the year on which a commitment counts, as an office says them: months, from–to, school terms. Pure."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta

from wenming.rules.commitments.model import Span, Window
from wenming.rules.days.school import Season, Term

_DAY = re.compile(r"\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?\s*")
_LEAP = 2024  # a year that has every day
TERMS = {"autumn": "秋季学期", "spring": "春季学期", "term": "学期"}
_BY_NAME = {name: key for key, name in TERMS.items()}
MonthDay = tuple[int, int]


class NoDay(ValueError):
    """The text is no day of the year."""


def month_day(text: str) -> MonthDay:
    """A day of any year. Raises NoDay.

    >>> month_day("3月15日"), month_day("11-5")
    ((3, 15), (11, 5))
    """
    found = _DAY.fullmatch(text)
    if found is None:
        raise NoDay(text)
    month, day = int(found[1]), int(found[2])
    try:
        date(_LEAP, month, day)
    except ValueError as error:
        raise NoDay(text) from error
    return month, day


def each_year(first: MonthDay, last: MonthDay, span: Span) -> Window | None:
    """From one day to another in each year of the span, over New Year where the last comes first; None: on no day."""
    turns = last < first
    years = range(span.first.year - 1, span.last.year + 1)
    return _cut((Span(_on(year, first), _on(year + turns, last)) for year in years), span)


def _on(year: int, day: MonthDay) -> date:
    """29 February is the 28th in most years."""
    try:
        return date(year, *day)
    except ValueError:
        return date(year, 3, 1) - timedelta(days=1)


def in_terms(which: str, terms: Iterable[Term], span: Span) -> Window | None:
    """The school terms of one season, or all; None where none is within the span."""
    wanted = [one for one in terms if which == "term" or one.season is Season(which)]
    return _cut((Span(one.first, one.last) for one in wanted), span, name=TERMS[which])


def _cut(spans: Iterable[Span], span: Span, name: str = "") -> Window | None:
    within = [one for one in spans if one.first <= span.last and one.last >= span.first]
    return Window(spans=tuple(within), name=name) if within else None


def said_in(window: Window | None) -> dict[str, str]:
    """How the form says it: ``days`` with what was typed, a term, ``months``, or ``kept`` for what nobody typed."""
    if window is None or window.months:
        return {"when": "months"}
    if window.name in _BY_NAME:
        return {"when": _BY_NAME[window.name]}
    ends = {((one.first.month, one.first.day), (one.last.month, one.last.day)) for one in window.spans}
    if len(ends) == 1 and not window.name:
        (first, last) = ends.pop()
        return {"when": "days", "day_first": f"{first[0]}月{first[1]}日", "day_last": f"{last[0]}月{last[1]}日"}
    return {"when": "kept", "kept": json.dumps(asdict(window), default=date.isoformat)}


def as_kept(text: str) -> Window | None:
    """The window that ``said_in`` could only keep; None where the text is none."""
    try:
        told = json.loads(text)
        spans = tuple(Span(*(date.fromisoformat(one[end]) for end in ("first", "last"))) for one in told["spans"])
        return Window(spans=spans, name=str(told["name"]))
    except (ValueError, TypeError, KeyError):
        return None
