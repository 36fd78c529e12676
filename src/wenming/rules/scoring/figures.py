"""What a figure over time (指标数据) says of a standard: its values of a period, taken as one, as the rule takes it.

A rule that asks for a number (分档, 比例, 扣分, 计数) takes the figure itself. One that asks for a share takes the
figure by its target: a figure that should rise reaches it from below, one that should fall from above.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from wenming.rules.scoring.model import ONE, ZERO, Node
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    MeanOfSites,
    Ratio,
    Survey,
    Threshold,
)

_PERCENT = 100
_NUMBER: tuple[type, ...] = (Threshold, Ratio, Deduct, CountPoints)
_SHARE: tuple[type, ...] = (MeanOfSites, Survey, AllMethods)


class Taken(StrEnum):
    """Which number the values of a period make."""

    LAST = "last"
    SUM = "sum"
    MEAN = "mean"
    GROWTH = "growth"  # in percent, of the last value against the last one before the period


class Wants(StrEnum):
    """What the rule of a standard takes."""

    NUMBER = "number"
    SHARE = "share"
    NOTHING = "nothing"  # that a figure could give, as where it is graded


@dataclass(frozen=True, slots=True)
class Point:
    """The value of a day."""

    on: date
    value: Fraction


@dataclass(frozen=True, slots=True)
class Aim:
    """What the figure should come to."""

    target: Fraction
    better: Better = Better.UP


def wants(leaf: Node) -> Wants:
    """What its rule takes.

    >>> wants(Node("A-1", rule=Ratio(Fraction(95))))
    <Wants.NUMBER: 'number'>
    """
    if isinstance(leaf.rule, _NUMBER):
        return Wants.NUMBER
    return Wants.SHARE if isinstance(leaf.rule, _SHARE) else Wants.NOTHING


def figure_of(points: Sequence[Point], taken: Taken, first: date, last: date) -> Fraction | None:
    """The number that the values between the two days make; None where there are too few. ``points`` in order of days.

    Growth needs a value before the period that is more than 0, since nothing grows by a percentage from nothing.
    """
    inside = [one.value for one in points if first <= one.on <= last]
    if not inside:
        return None
    match taken:
        case Taken.LAST:
            return inside[-1]
        case Taken.SUM:
            return sum(inside, ZERO)
        case Taken.MEAN:
            return sum(inside, ZERO) / len(inside)
        case Taken.GROWTH:
            return _growth(inside[-1], [one.value for one in points if one.on < first])


def _growth(now: Fraction, before: Sequence[Fraction]) -> Fraction | None:
    if not before or before[-1] <= 0:
        return None
    return (now / before[-1] - 1) * _PERCENT


def value_for(leaf: Node, figure: Fraction, aim: Aim | None) -> Fraction | None:
    """The value that the standard is given for the figure; None where its rule takes none, or no aim says which.

    >>> value_for(Node("A-1", rule=MeanOfSites()), Fraction(76), Aim(Fraction(95)))
    Fraction(4, 5)
    """
    match wants(leaf):
        case Wants.NUMBER:
            return max(figure, ZERO) if isinstance(leaf.rule, Deduct | CountPoints) else figure
        case Wants.SHARE if aim is not None:
            return _share(figure, aim)
        case _:
            return None


def _share(figure: Fraction, aim: Aim) -> Fraction:
    """How far the aim is reached, 0 to 1; of an aim that is no more than 0 there is no part."""
    is_down = aim.better is Better.DOWN
    if figure <= aim.target if is_down else figure >= aim.target:
        return ONE
    if aim.target <= 0:
        return ZERO
    return aim.target / figure if is_down else max(figure / aim.target, ZERO)


def likeness(name: str, words: str) -> float:
    """How much of a figure's name stands in the words of a standard, 0 to 1, by pairs of characters.

    >>> likeness("亮灯率", "主要街道路灯亮灯率不低于95%")
    1.0
    """
    pairs = {one + other for one, other in pairwise(name)}
    return sum(pair in words for pair in pairs) / len(pairs) if pairs else 0.0
