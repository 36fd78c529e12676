"""Frameworks and observations for tests, made by hand or by chance."""

from fractions import Fraction

from hypothesis import strategies as st

from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring_rules import AllMethods, Ladder, MeanOfSites, Rule, Sum, WeightedMean

F = Fraction


def leaf(code: str, points: str | None = None, rule: Rule | None = None) -> Node:
    """A standard; by the mean of its sites where nothing else is said."""
    return Node(code, points=F(points) if points else None, rule=rule or MeanOfSites())


def seen(standard: str, *values: str) -> list[Observation]:
    """One observation for each value."""
    return [Observation(standard, F(value), site=f"点位{at}") for at, value in enumerate(values)]


shares = st.integers(0, 20).map(lambda twentieth: F(twentieth, 20))
points = st.integers(1, 40).map(lambda half: F(half, 2))


@st.composite
def trees(draw: st.DrawFn, depth: int = 3, prefix: str = "1") -> Node:
    """A framework whose standards are scored by the mean of their sites, whatever stands above them."""
    if depth == 0 or draw(st.booleans()):
        return Node(prefix, points=draw(points), rule=MeanOfSites())
    rules: list[Rule] = [Sum(), WeightedMean(), Ladder(), AllMethods()]
    rule = draw(st.sampled_from(rules))
    items = tuple(draw(trees(depth - 1, f"{prefix}.{at}")) for at in range(draw(st.integers(1, 3))))
    own = None if isinstance(rule, Sum) else draw(points)
    return Node(prefix, points=own, rule=rule, items=items)


@st.composite
def observed(draw: st.DrawFn, tree: Node) -> list[Observation]:
    """What was seen for some of its standards."""
    leaves = [one.code for one in tree.leaves()]
    return [Observation(draw(st.sampled_from(leaves)), draw(shares)) for _at in range(draw(st.integers(0, 12)))]
