"""Sets of days as spans in order: joined, cut, counted."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from wenming.rules.commitments.model import Span

DAY = timedelta(days=1)


def length(span: Span) -> int:
    """How many days."""
    return (span.last - span.first).days + 1


def later(day: date, days: int) -> date:
    """So many days later, or the last day that there is."""
    return day + min(days * DAY, date.max - day)


def united(spans: Iterable[Span]) -> list[Span]:
    """The days that any of them has: in order, none touching another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.first <= later(found[-1].last, 1):
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found


def common(some: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """The days that both have."""
    return [
        Span(max(one.first, other.first), min(one.last, other.last))
        for one in some
        for other in others
        if one.first <= other.last and other.first <= one.last
    ]
