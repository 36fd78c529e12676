"""Token buckets: how often somebody may ask for something, with room for a burst.

A bucket holds ``size`` tokens and gains ``rate`` a second until it is full again; every request takes one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and so many a minute in the long run."""

    size: int
    each_minute: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many tokens there were at a moment, in seconds of a clock that never goes back."""

    tokens: float
    at: float


def take(bucket: Bucket | None, limit: Limit, now: float) -> tuple[Bucket, float]:
    """The bucket after one request, and for how many seconds that request has come too early: 0 where it is in order.

    A request that comes too early takes nothing, so that asking again and again does not prolong the wait.
    """
    rate = limit.each_minute / 60
    there = limit.size if bucket is None else min(limit.size, bucket.tokens + (now - bucket.at) * rate)
    if there >= 1:
        return Bucket(there - 1, now), 0
    return Bucket(there, now), (1 - there) / rate
