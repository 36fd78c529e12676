"""How long the next try to sign in has to wait: nothing at first, then longer with each failure.

A wait that doubles stops a dictionary after a handful of tries and costs a person who mistypes almost nothing.
Sources: OWASP Blocking Brute Force Attacks (growing waits), GB/T 22239-2019 8.1.4.1 b (limit of failed sign-ins).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Delays:
    """What failures cost: ``free`` of them nothing, the next ``first``, each further one twice as much."""

    free: int
    first: timedelta
    longest: timedelta
    memory: timedelta  # after so long without another one, failures are forgotten


def failures_in_a_row(failures: Iterable[datetime], *, at: datetime, delays: Delays) -> int:
    """How many failures count at ``at``: each came within ``memory`` of the one after it, the last of ``at``."""
    count, after = 0, at
    for when in sorted(failures, reverse=True):
        if after - when > delays.memory:
            break
        count, after = count + 1, when
    return count


def wait_until(failures: Iterable[datetime], *, at: datetime, delays: Delays) -> datetime | None:
    """From when on the next try is taken; None where it need not wait."""
    times = [when for when in failures if when <= at]
    beyond = failures_in_a_row(times, at=at, delays=delays) - delays.free
    if beyond <= 0:
        return None
    until = max(times) + wait_after(beyond, delays)
    return until if until > at else None


def wait_after(beyond: int, delays: Delays) -> timedelta:
    """What the failure costs that is number ``beyond`` (1, 2, …) after the free ones."""
    doublings = min(beyond - 1, 30)  # far beyond any longest wait, and no number too large for a timedelta
    return min(delays.first * (1 << doublings), delays.longest)
