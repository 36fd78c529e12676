"""Drawing ten thousand rounds of a framework, beside NumPy drawing and adding the same numbers without a framework."""

from fractions import Fraction

import numpy as np

from bench.measuring import Result, side_by_side
from wenming.rules.scoring.forecasting import DRAWS, Belief, forecast
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import MeanOfSites

AREAS, CONTENTS, STANDARDS = 12, 5, 5  # 300 standards on three levels
_SEED = 20261123


def drawing(draws: int = DRAWS, runs: int = 7) -> Result:
    """A framework of 300 standards, each seen at some sites."""
    tree, thought = framework()
    ratios = side_by_side(
        lambda: forecast(tree, thought, np.random.default_rng(_SEED), draws=draws),
        lambda: bare(tree, thought, draws),
        runs,
    )
    return Result(f"Forecasting the score of {len(thought)} standards by {draws:,} draws", "bare NumPy", ratios, 2)


def framework() -> tuple[Node, dict[str, Belief]]:
    """The tree, and what is thought of each standard."""
    chance = np.random.default_rng(_SEED)
    thought: dict[str, Belief] = {}

    def standard(code: str) -> Node:
        sites = int(chance.integers(5, 40))
        good = float(chance.integers(0, sites + 1))
        thought[code] = Belief(good + 0.5, sites - good + 0.5, sites)
        return Node(code, points=Fraction(int(chance.integers(1, 9)), 4), rule=MeanOfSites())

    def area(code: str) -> Node:
        contents = (f"{code}.{at}" for at in range(CONTENTS))
        return Node(
            code,
            items=tuple(Node(one, items=tuple(standard(f"{one}.{at}") for at in range(STANDARDS))) for one in contents),
        )

    return Node("", items=tuple(area(str(at)) for at in range(AREAS))), thought


def bare(tree: Node, thought: dict[str, Belief], draws: int) -> float:
    """The same numbers drawn and added as one matrix, all draws at once."""
    chance = np.random.default_rng(_SEED)
    points = np.array([float(leaf.points or 0) for leaf in tree.leaves()])
    a, b, visits = (np.array([[getattr(one, name)] for one in thought.values()]) for name in ("a", "b", "visits"))
    rates = chance.beta(a, b, (len(thought), draws))
    scores = np.sort(points @ (chance.binomial(visits.astype(int), rates) / visits))
    return float(scores.mean())
