"""Comparing units of unequal size fairly: what is shown is not the raw rate, and those too few are not ranked at all.

Two ways, chosen by the office: the lower end of Wilson's interval (what is surely reached), or shrinkage towards the
mean of all by how much units differ beyond chance (what is most likely). Wilson 1927; Efron and Morris 1977.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt

Z95 = 1.959963984540054  # of the standard normal distribution, two-sided 95 %
_FEWEST = 3  # groups of which one cannot say how much they differ


@dataclass(frozen=True, slots=True)
class Group:
    """A unit with so many good ones of so many; a value between 0 and 1 counts as part of a good one."""

    name: str
    good: float
    of: int


class Way(StrEnum):
    """How the shown value is made."""

    LOWER_BOUND = "lower_bound"
    SHRUNK = "shrunk"


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit in the ranking: ``rank`` None where it had fewer than the least number looked at.

    ``low`` and ``high`` are Wilson's 95 % interval of its rate; ``differs``: it leaves out the mean of all.
    """

    group: Group
    shown: float
    low: float
    high: float
    differs: bool
    rank: int | None


def wilson(good: float, of: int, z: float = Z95) -> tuple[float, float]:
    """The interval of a proportion (Wilson 1927): never outside 0 to 1, honest also for none or all of few."""
    if of <= 0:
        return 0.0, 1.0
    rate, weight = good / of, z * z / of
    centre = (rate + weight / 2) / (1 + weight)
    half = z / (1 + weight) * sqrt(max(rate * (1 - rate), 0.0) / of + weight / (4 * of))
    return max(centre - half, 0.0), min(centre + half, 1.0)


def ranked(groups: Sequence[Group], *, way: Way, least: int = 1) -> list[Placed]:
    """The groups, the best first, those alike by name; those too few to be ranked come last.

    The mean of all, and how much the groups differ, are taken from those that are ranked.
    """
    counted = [group for group in groups if group.of >= max(least, 1)]
    mean = mean_of(counted)
    shrink = _shrinking(counted, mean) if way is Way.SHRUNK else None
    places = [_placed(group, mean, shrink) for group in groups]
    order = sorted(places, key=lambda one: (one.group.of < max(least, 1), -one.shown, one.group.name))
    values = [one.shown for one in order]
    return [replace(one, rank=values.index(one.shown) + 1) if one.group.of >= max(least, 1) else one for one in order]


def mean_of(groups: Iterable[Group]) -> float:
    """The rate of all groups as if they were one; 0 where nothing was looked at."""
    all_of_them = list(groups)
    looked_at = sum(group.of for group in all_of_them)
    return sum(group.good for group in all_of_them) / looked_at if looked_at else 0.0


def _placed(group: Group, mean: float, shrink: Callable[[Group], float] | None) -> Placed:
    low, high = wilson(group.good, group.of)
    return Placed(group, shrink(group) if shrink else low, low, high, not low <= mean <= high, None)


def _shrinking(groups: Sequence[Group], mean: float) -> Callable[[Group], float]:
    """Draws a group's rate towards the mean, the more the fewer were looked at (Efron and Morris 1977; Morris 1983).

    ``between`` is how much the groups differ beyond chance, by the method of moments; with three groups or fewer
    nothing can be said of that, and nothing is drawn.
    """
    chance, count, looked_at = mean * (1 - mean), len(groups), sum(group.of for group in groups)
    if count <= _FEWEST or not chance:
        return lambda group: group.good / group.of if group.of else mean
    spread = sum(group.of * (group.good / group.of - mean) ** 2 for group in groups)
    size = looked_at - sum(group.of**2 for group in groups) / looked_at
    between = max((spread - (count - 1) * chance) / size, 0.0)

    def shrunk(group: Group) -> float:
        if not group.of:
            return mean
        within = chance / group.of
        pull = (count - 3) / (count - 1) * within / (within + between)
        return mean + (1 - pull) * (group.good / group.of - mean)

    return shrunk
