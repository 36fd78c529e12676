"""Scoring a hundred times as many standards and values: the time grows with them, and no faster."""

from fractions import Fraction

from bench.measuring import Result, side_by_side
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import MeanOfSites

FEW, MANY, SITES = 30, 3000, 20
_EACH = 10  # standards of one item


def growth(few: int = FEW, many: int = MANY, runs: int = 5) -> Result:
    """Many standards with the values of their sites, against a few; kept where it is 1.5 times as long for each."""
    small, large = framework(few), framework(many)
    seen, all_seen = values(few), values(many)
    ratios = side_by_side(lambda: score(large, all_seen), lambda: score(small, seen), runs)
    told = f"Scoring {many:,} standards with {many * SITES:,} values"
    return Result(told, f"{few} standards with {few * SITES} values", ratios, 1.5 * many / few)


def framework(standards: int) -> Node:
    """So many standards, ten below each item."""
    items = tuple(
        Node(str(at), items=tuple(_standard(at, one) for one in range(_EACH))) for at in range(standards // _EACH)
    )
    return Node("", items=items)


def _standard(item: int, at: int) -> Node:
    return Node(f"{item}.{at}", points=Fraction(at + 1, 4), rule=MeanOfSites())


def values(standards: int) -> list[Observation]:
    """What was seen at the sites of each standard."""
    return [
        Observation(f"{at // _EACH}.{at % _EACH}", Fraction(at + site & 1), site=str(site))
        for at in range(standards)
        for site in range(SITES)
    ]
