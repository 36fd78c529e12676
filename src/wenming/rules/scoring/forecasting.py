"""How likely: a forecast of the score from what is known, by drawing many rounds that could come.

Each round visits as many sites again. The true rate of a standard is drawn from what was seen there (Jeffreys' prior,
Beta(good + ½, bad + ½)), then the sites that would be found good at that rate. Standards are drawn independently, what
is no matter of sites stays as it is, and what nobody has seen is drawn widely around the mean of what was.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wenming.rules.scoring.earning import full
from wenming.rules.scoring.model import Node, Result, State
from wenming.rules.scoring.scoring_rules import AllMethods, Ladder, MeanOfSites, Sum, Veto, WeightedMean

Draws = NDArray[np.float64]
DRAWS = 10_000
_WHOLE = (WeightedMean, Ladder, AllMethods)  # rules that put shares on the points of the item itself
_AT_ONCE = 1_000  # draws held in memory: 3,000 standards take 24 MB
_KEPT = 4_096  # distributions kept from one batch of draws to the next
_VISITS = 10  # sites of a standard that nobody has seen yet


@dataclass(frozen=True, slots=True)
class Belief:
    """What is thought of one standard: a rate by Beta(``a``, ``b``) and so many visits; no visits: its share is ``a``.

    ``is_seen`` False: nothing is known of it.
    """

    a: float
    b: float = 0.0
    visits: int = 0
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Forecast:
    """The drawn scores in order, of so many points; and of how many standards nothing is known."""

    scores: tuple[float, ...]
    points: float
    unseen: int

    @property
    def expected(self) -> float:
        """The mean of the drawn scores."""
        return sum(self.scores) / len(self.scores)

    def interval(self, sure: float = 0.95) -> tuple[float, float]:
        """Between which two scores so large a share of the draws lies, as much left out below as above."""
        left_out = round((1 - sure) / 2 * (len(self.scores) - 1))
        return self.scores[left_out], self.scores[-1 - left_out]

    def chance(self, least: float) -> float:
        """The share of draws that reach so many points."""
        return sum(score >= least for score in self.scores) / len(self.scores)


def beliefs(result: Result) -> dict[str, Belief]:
    """What is thought of each standard that a result knows or could know, by code."""
    leaves = [one for one in result.walk() if not one.items and one.state is not State.NOT_APPLICABLE]
    known = [(float(one.share), float(one.known)) for one in leaves if one.share is not None]
    weight = sum(points for _share, points in known)
    mean = sum(share * points for share, points in known) / weight if weight else 0.5
    return {one.node.code: _belief(one, mean) for one in leaves if not isinstance(one.node.rule, Veto)}


def _belief(leaf: Result, mean: float) -> Belief:
    if leaf.share is None:
        return Belief(mean + 0.5, 1.5 - mean, _VISITS, is_seen=False)
    if not isinstance(leaf.node.rule, MeanOfSites):
        return Belief(float(leaf.share))
    good = float(sum((one.value for one in leaf.inputs), Fraction(0)))
    return Belief(good + 0.5, len(leaf.inputs) - good + 0.5, len(leaf.inputs))


def forecast(
    framework: Node, thought: Mapping[str, Belief], chance: np.random.Generator, *, draws: int = DRAWS
) -> Forecast:
    """That many rounds drawn; standards without a belief or without points bring nothing and cost nothing."""
    tree = _thought_of(framework, thought)
    if tree is None:
        return Forecast((0.0,), 0.0, 0)
    its = {leaf.code: thought[leaf.code] for leaf in tree.leaves()}
    rounds = [_round(tree, its, chance, min(_AT_ONCE, draws - begun)) for begun in range(0, draws, _AT_ONCE)]
    points = float(_points(tree) or 0)
    scores = np.sort(np.concatenate(rounds)) * points
    return Forecast(tuple(scores.tolist()), points, sum(not one.is_seen for one in its.values()))


def _thought_of(node: Node, thought: Mapping[str, Belief]) -> Node | None:
    """The part of which something is thought; an item that lost standards has the points of the rest."""
    if not node.items:
        return node if node.code in thought else None
    items = tuple(item for one in node.items if (item := _thought_of(one, thought)))
    if not items:
        return None
    vetoes = sum(isinstance(one.rule, Veto) for one in node.items)
    is_whole = len(items) + vetoes == len(node.items) and all(item in node.items for item in items)
    return replace(node, items=items, points=node.points if is_whole or isinstance(node.rule, _WHOLE) else None)


def _points(node: Node) -> Fraction | None:
    """The points of an item, as it says or of those below it that have some."""
    if not node.items:
        return full(node)
    below = [points for item in node.items if not item.bonus and (points := _points(item)) is not None]
    return node.points if node.points is not None else sum(below, Fraction(0))


def _round(tree: Node, its: Mapping[str, Belief], chance: np.random.Generator, draws: int) -> Draws:
    """The share of the whole in so many rounds."""
    rows = dict(zip(its, _drawn(list(its.values()), chance, draws), strict=True))
    return _share(tree, rows)


def _drawn(its: Sequence[Belief], chance: np.random.Generator, draws: int) -> Draws:
    """A row of drawn shares for each belief."""
    shares = np.repeat([[one.a] for one in its], draws, axis=1)
    alike: dict[tuple[float, float, int], list[int]] = defaultdict(list)
    for at, one in enumerate(its):
        if one.visits:
            alike[one.a, one.b, one.visits].append(at)
    for (a, b, visits), places in alike.items():
        lots = chance.random((len(places), draws))
        shares[places] = np.searchsorted(_steps(a, b, visits), lots, side="right") / visits
    return shares


@lru_cache(maxsize=_KEPT)
def _steps(a: float, b: float, visits: int) -> Draws:
    """How likely no more than 0, 1, … of so many visits find it good, all but the last, which is 1.

    It is the beta-binomial distribution, of which each chance follows from the one before: to look a number up in it is
    several times as quick as to draw a rate and then the sites at that rate.
    """
    good = np.arange(visits)
    ratios = (visits - good) * (a + good) / ((good + 1) * (b + visits - good - 1))
    weights = np.concatenate(([0.0], np.cumsum(np.log(ratios))))  # as logarithms: of many visits they are minute
    chances: Draws = np.cumsum(np.exp(weights - weights.max()))
    steps: Draws = chances[:-1] / chances[-1]
    return steps


def _share(node: Node, rows: Mapping[str, Draws]) -> Draws:
    if not node.items:
        return rows[node.code]
    if not isinstance(node.rule, _WHOLE):
        return _sum(node, [_share(item, rows) for item in node.items])
    counting = [item for item in node.items if not item.bonus] or node.items  # what comes on top decides nothing here
    shares = [_share(item, rows) for item in counting]
    if isinstance(node.rule, Ladder):
        return _ladder(node.rule, counting, shares)
    if isinstance(node.rule, AllMethods):
        return _all_pass(shares)
    weights = [float(item.weight if item.weight is not None else _points(item) or 0) for item in counting]
    return _weighed(weights, shares, sum(weights))


def _all_pass(shares: Sequence[Draws]) -> Draws:
    return np.asarray((np.array(shares) >= 1).all(axis=0), dtype=np.float64)


def _ladder(rule: Ladder, items: Sequence[Node], shares: Sequence[Draws]) -> Draws:
    short = np.array(shares) < 1
    steps = np.minimum(short.sum(axis=0), len(rule.shares) - 1)
    for item, is_short in zip(items, short, strict=True):
        if item.code in rule.required:
            steps = np.where(is_short, len(rule.shares) - 1, steps)
    paid: Draws = np.array([float(share) for share in rule.shares])[steps]
    return paid


def _sum(node: Node, shares: Sequence[Draws]) -> Draws:
    rule = node.rule if isinstance(node.rule, Sum) else Sum()
    whole = float(_points(node) or 0)
    points = [float(_points(item) or 0) for item in node.items]
    bonus = _weighed([own * item.bonus for own, item in zip(points, node.items, strict=True)], shares, 1)
    plain = _weighed([own * (not item.bonus) for own, item in zip(points, node.items, strict=True)], shares, 1)
    if rule.bonus_cap is not None:
        bonus = np.minimum(bonus, float(rule.bonus_cap))
    total = plain + bonus
    if rule.cap is not None:
        total = np.minimum(total, float(rule.cap))
    return total / whole if whole else np.zeros_like(total)


def _weighed(weights: Sequence[float], shares: Sequence[Draws], by: float) -> Draws:
    """The shares by their weights, added up and divided by ``by``."""
    added: Draws = np.zeros_like(shares[0])
    for weight, share in zip(weights, shares, strict=True):
        if weight:
            added += weight * share
    return added / by if by else added
