"""The working of every rule can be reckoned again."""

from fractions import Fraction

import pytest

from wenming.rules.scoring.model import Node, Observation, Rounding
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import (
    CountPoints,
    Deduct,
    Grade,
    MeanOfSites,
    Ratio,
    Rule,
    Veto,
    WeightedMean,
)
from wenming.scores.working import working

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("rule", "values", "told"),
    [
        (MeanOfSites(), [1, HALF], "(1 + 0.5) ÷ 2 × 4 = 3"),
        (MeanOfSites(), [HALF], "0.5 × 4 = 2"),
        (MeanOfSites(), [1] * 13, "(" + " + ".join(["1"] * 12) + " + …) ÷ 13 × 4 = 4"),
        (Deduct(HALF), [3], "4 − 0.5 × 3 → 2.5"),
        (Deduct(HALF, Fraction(8)), [3], "8 − 0.5 × 3 → 3.25"),
        (CountPoints(HALF, Fraction(4)), [3], "0.5 × 3 → 1.5"),
        (Ratio(Fraction(98)), [49], "49 ÷ 98 → 50% × 4 = 2"),
        (Ratio(Fraction(98)), [49, 98], "75% × 4 = 3"),
    ],
)
def test_of_values(rule: Rule, values: list[Fraction], told: str) -> None:
    node = Node("1", points=Fraction(4), rule=rule)
    assert working(score(node, [Observation("1", Fraction(one)) for one in values])) == told


def test_of_a_grade_and_of_what_is_rounded() -> None:
    node = Node("1", points=Fraction(1), rule=Grade((("A", Fraction(2, 3)),)), rounding=Rounding(1))
    assert working(score(node, [Observation("1", grade="A")])) == "66.7% × 1 = 0.67，修约为 0.7"


def test_of_items() -> None:
    leaves = tuple(Node(code, points=Fraction(2), rule=MeanOfSites()) for code in "ab")
    seen = [Observation("a", Fraction(1)), Observation("b", HALF)]
    assert working(score(Node("1", items=leaves), seen)) == "2 + 1 = 3"
    mean = Node("1", points=Fraction(10), rule=WeightedMean(), items=leaves)
    assert working(score(mean, seen)) == "加权平均 75% × 10 分 = 7.5"


def test_of_a_veto_and_of_nothing() -> None:
    veto = Node("v", rule=Veto())
    root = Node("1", items=(Node("a", points=Fraction(2), rule=MeanOfSites()), veto))
    assert working(score(root, [])) == ""
    taken = score(root, [Observation("a", Fraction(1)), Observation("v", Fraction(1))])
    assert working(taken) == "一票否决：v，得 0 分"
