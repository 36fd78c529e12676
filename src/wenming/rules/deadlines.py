"""Which days a date in a plan means: ``2026-06`` ends on the 30th; ``--06-30`` falls in the plan's year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEAR = re.compile(r"(20\d\d)\s*年")


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day; None is open."""

    first: date | None
    last: date | None

    @property
    def due(self) -> date:
        """The day that the span is known by: its last, or its first where it has no end."""
        return self.last or self.first or date.max


def span(start: str | None, end: str | None, *, year: int) -> Span:
    """The days between two ISO dates of any precision; ``year`` stands in where they name none (``--06-30``).

    >>> span(None, "--06", year=2026)
    Span(first=None, last=datetime.date(2026, 6, 30))
    """
    return Span(_day(start, year, is_end=False), _day(end, year, is_end=True))


def _day(text: str | None, year: int, *, is_end: bool) -> date | None:
    found = _DATE.fullmatch(text or "")
    if not found:
        return None
    named = year if found[1] == "-" else int(found[1])
    if not 1 <= named <= 9999:
        return None
    month = min(max(int(found[2] or (12 if is_end else 1)), 1), 12)
    last = calendar.monthrange(named, month)[1]
    return date(named, month, min(max(int(found[3] or (last if is_end else 1)), 1), last))


def year_of(title: str, *, otherwise: int) -> int:
    """The one year that the title of a plan names, else ``otherwise``.

    >>> year_of("青禾县2026年实施方案", otherwise=2025)
    2026
    """
    named = {int(year) for year in _YEAR.findall(title)}
    return named.pop() if len(named) == 1 else otherwise
