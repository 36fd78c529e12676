"""Which period a moment is in, for work that is done once in each.

A day of such work begins at two in the morning, so that it falls into the night where the computer runs then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAY_BEGINS = 2  # o'clock


class Every(StrEnum):
    """How often."""

    HOUR = "hour"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Periodic:
    """Work that is done once in each period. ``do`` may be called again for the same period and must not mind.

    ``words`` is what the screen calls it: a text, or one that is translated when it is shown.
    """

    name: str  # "room.work"
    words: object
    every: Every
    do: Callable[[datetime], object]  # given the moment; a number that it returns is how many things it did


def period_of(at: datetime, every: Every) -> str:
    """The period that ``at`` (in local time) is in; a later period is a greater text.

    At 01:59 on 5 March the day of work is 2026-03-04.
    """
    if every == Every.HOUR:
        return at.strftime("%Y-%m-%dT%H")
    return (at - timedelta(hours=DAY_BEGINS)).strftime("%Y-%m-%d")


def next_begin(at: datetime, every: Every) -> datetime:
    """When the period after that of ``at`` begins, in the same time zone."""
    if every == Every.HOUR:
        return at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    today = at.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    return today if at < today else today + timedelta(days=1)
