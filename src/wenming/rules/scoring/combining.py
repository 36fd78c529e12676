"""Several results as one: by method (材料 40, 实地 40, 问卷 20) and over the years of a cycle (15 %, 25 %, 60 %)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from wenming.rules.scoring.model import ZERO, Node, Observation, Result
from wenming.rules.scoring.scoring import score


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total: what it can bring, what is known of that, and what it brought; None: nothing is known."""

    name: str
    points: Fraction
    share: Fraction | None
    result: Result | None = None

    @property
    def score(self) -> Fraction | None:
        """What it brought."""
        return None if self.share is None else self.points * self.share


@dataclass(frozen=True, slots=True)
class Total:
    """Parts together, of the points of those parts of which something is known."""

    parts: tuple[Part, ...]

    @property
    def points(self) -> Fraction:
        """What all parts can bring."""
        return sum((part.points for part in self.parts), ZERO)

    @property
    def known(self) -> Fraction:
        """The points of the parts of which something is known."""
        return sum((part.points for part in self.parts if part.share is not None), ZERO)

    @property
    def score(self) -> Fraction | None:
        """What the known parts brought; None where nothing is known."""
        scores = [part.score for part in self.parts if part.score is not None]
        return sum(scores, ZERO) if scores else None


def by_method(
    framework: Node,
    observations: Iterable[Observation],
    totals: Mapping[str, Fraction],
    *,
    not_applicable: Collection[str] = frozenset(),
) -> Total:
    """Each method's own share of the standards that it measures, put on the method's total.

    An observation counts for the method that it names; one that names none counts for the only method of its standard.
    """
    seen = list(observations)
    methods = {leaf.code: leaf.methods for leaf in framework.leaves()}
    parts = []
    for method, points in totals.items():
        tree = _measured_by(framework, method)
        its = [one for one in seen if _method(one, methods.get(one.standard, ())) == method]
        result = score(tree, its, not_applicable=not_applicable) if tree else None
        parts.append(Part(method, points, result.share if result else None, result))
    return Total(tuple(parts))


def _method(one: Observation, methods: Sequence[str]) -> str:
    return one.method or (methods[0] if len(methods) == 1 else "")


def _measured_by(node: Node, method: str) -> Node | None:
    """The framework with only those standards that the method measures; None where it measures none.

    What an item can bring follows from what is left of it, so its own points count only where nothing was left out.
    """
    if not node.items:
        return node if method in node.methods else None
    items = tuple(item for one in node.items if (item := _measured_by(one, method)))
    if not items:
        return None
    return replace(node, items=items, points=node.points if items == node.items else None)


def over_years(shares: Mapping[str, Fraction | None], weights: Mapping[str, Fraction]) -> Total:
    """The years of a cycle by their weights; ``shares`` of years that were not measured are None."""
    return Total(tuple(Part(year, weight, shares.get(year)) for year, weight in weights.items()))
