"""Which days the date of a piece may have: those of the filing round, or other ones where the framework says so."""

import re
from dataclasses import dataclass
from datetime import date

_YEARS = re.compile(r"近([一二两三四五\d])年")
_PLAN = re.compile(r"\d{4}\D+\d{4}\s*年?.*规划")
_ROUND = frozenset({"", "年度", "每年", "定期", "当年", "申报期", "测评周期"})
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last; ``first`` None: any day will do. ``is_read`` False: taken for the round's."""

    first: date | None
    last: date
    is_read: bool = True

    def holds(self, first: date, last: date) -> bool:
        """Whether some of these days lie within."""
        return self.first is None or (first <= self.last and last >= self.first)

    @property
    def years(self) -> int:
        """How many years it is long, a begun one counts."""
        if self.first is None:
            return 1
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return max(1, -(-months // 12))


def span_of(words: str, first: date, last: date) -> Span:
    """The days that the framework's words mean in a round from ``first`` to ``last``.

    >>> span_of("近两年", date(2026, 1, 1), date(2026, 12, 31)).first
    datetime.date(2025, 1, 1)
    """
    said = re.sub(r"\s", "", words)
    if said in _ROUND:
        return Span(first, last)
    if found := _YEARS.fullmatch(said):
        years = _DIGITS[found[1]] if found[1] in _DIGITS else int(found[1])
        return Span(_years_before(last, years), last)
    if _PLAN.search(said):  # a plan is older than the round, and holds
        return Span(None, last)
    return Span(first, last, is_read=False)


def _years_before(last: date, years: int) -> date:
    """The day after the one that lies so many years before the last."""
    try:
        before = last.replace(year=last.year - years)
    except ValueError:  # the 29th of February
        before = last.replace(year=last.year - years, day=28)
    return date.fromordinal(before.toordinal() + 1)
