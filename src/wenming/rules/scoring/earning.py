"""What one standard brings by its own rule from what was observed: how many of how many points.

Each function gets all that was observed for the standard, at least one observation.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from wenming.rules.scoring.model import ONE, ZERO, Node, Observation
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    MeanOfSites,
    Ratio,
    Rule,
    Survey,
    Threshold,
)

HALF = Fraction(1, 2)
Seen = Sequence[Observation]


def full(node: Node) -> Fraction | None:
    """The points that a standard can bring; None where nobody has said."""
    if node.points is not None:
        return node.points
    if isinstance(node.rule, CountPoints):
        return node.rule.maximum
    return node.rule.start if isinstance(node.rule, Deduct) else None


def share(node: Node, seen: Seen) -> Fraction | None:
    """The share of its points that a standard brings, 0 to 1 (a ratio's own cap may be more); None: not yet known."""
    rule = node.rule
    if isinstance(rule, AllMethods):
        return _all_methods(node.methods, seen)
    if isinstance(rule, Deduct | CountPoints):
        points = full(node)
        count = max(sum((one.value for one in seen), ZERO), ZERO)  # fewer than none would bring more than all points
        return None if not points else _counted(rule, points, count) / points
    return _mean([_share_of(rule, one) for one in seen])


def _mean(shares: Sequence[Fraction]) -> Fraction:
    return sum(shares, ZERO) / len(shares)


def _share_of(rule: Rule, one: Observation) -> Fraction:
    match rule:
        case MeanOfSites():
            return one.value
        case Grade(shares):
            return dict(shares)[one.grade]
        case Threshold(steps, better):
            return max((share for bound, share in steps if _reaches(one.value, bound, better)), default=ZERO)
        case Ratio(target, cap):
            return min(max(one.value / target, ZERO), cap)
        case Survey():
            return _survey(rule, one.value)
        case _:
            raise TypeError(rule)  # a rule over items has no observations of its own; a pack that says so is refused


def _reaches(value: Fraction, bound: Fraction, better: Better) -> bool:
    return value >= bound if better is Better.UP else value <= bound


def _survey(rule: Survey, meets: Fraction) -> Fraction:
    if meets >= rule.full:
        return ONE
    return HALF if meets >= rule.half else ZERO


def _counted(rule: Deduct | CountPoints, points: Fraction, count: Fraction) -> Fraction:
    """The points for so many ones counted, of ``points``."""
    if isinstance(rule, CountPoints):
        return min(rule.each * count, rule.maximum) / rule.maximum * points
    start = rule.start or points
    return max(start - rule.each * count, rule.floor) / start * points


def _all_methods(methods: Sequence[str], seen: Seen) -> Fraction | None:
    """Whether each method passed, which is when all its observations are 1; one that failed decides at once."""
    passed: dict[str, bool] = defaultdict(lambda: True)
    for one in seen:
        passed[one.method] &= one.value >= 1
    if not all(passed.values()):
        return ZERO
    return ONE if set(methods) <= set(passed) else None
