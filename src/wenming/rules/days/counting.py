"""Working days counted: 5个工作日内, 30 working days from a day on.

The day on which something happens is not counted (民法典 §201, 民事诉讼法 §85): what is given on a Friday and is to be
done within one working day is due on the next working day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

MOST = 5_000  # working days that can be counted at once, some twenty years


class WorkingDays(Protocol):
    """Whatever knows working days."""

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day."""


def add_working_days(day: date, count: int, calendar: WorkingDays) -> date:
    """The ``count``-th working day after the day; before it where ``count`` is negative, the day itself for 0.

    Raises ``ValueError`` for more than 5,000, ``OverflowError`` beyond the last date there is.
    """
    if abs(count) > MOST:
        raise ValueError(f"at most {MOST} working days are counted, not {count}")
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= calendar.is_working(day)
    return day


def working_days_between(first: date, last: date, calendar: WorkingDays) -> int:
    """How many working days there are after ``first`` up to ``last``, which counts; 0 where ``last`` is not later."""
    return sum(calendar.is_working(day) for day in _days_after(first, last))


def _days_after(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
