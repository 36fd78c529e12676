"""What one standard brings by each rule."""

from fractions import Fraction

import pytest

from tests.rules.scoring.trees import F, seen
from wenming.rules.scoring.earning import full, share
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    MeanOfSites,
    Ratio,
    Rule,
    Sum,
    Survey,
    Threshold,
)

NOISE = Threshold(((F(60), F(1)), (F(65), F("0.66"))), Better.DOWN)
CLEAN_AIR = Threshold(((F("0.8"), F("0.66")), (F("0.85"), F(1))))


def of(rule: Rule, *values: str, points: str | None = "5") -> Fraction | None:
    """The share for these values."""
    return share(Node("1", points=F(points) if points else None, rule=rule), seen("1", *values))


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (MeanOfSites(), ["1", "0.5", "0"], "0.5"),
        (NOISE, ["60"], "1"),
        (NOISE, ["61"], "0.66"),
        (NOISE, ["65.1"], "0"),
        (CLEAN_AIR, ["0.85"], "1"),
        (CLEAN_AIR, ["0.849"], "0.66"),
        (CLEAN_AIR, ["0.9", "0.1"], "0.5"),  # two years' values and their mean
        (Deduct(F("0.5")), ["3"], "0.7"),
        (Deduct(F("0.5")), ["1", "2"], "0.7"),
        (Deduct(F("0.5")), ["30"], "0"),
        (Deduct(F("0.5"), floor=F(1)), ["30"], "0.2"),
        (Ratio(F(13)), ["6.5"], "0.5"),
        (Ratio(F(13)), ["26"], "1"),
        (Ratio(F(13), cap=F("1.2")), ["26"], "1.2"),
        (Ratio(F(13)), ["-1"], "0"),
        (Survey(F("0.9"), F("0.75")), ["0.9"], "1"),
        (Survey(F("0.9"), F("0.75")), ["0.75"], "0.5"),
        (Survey(F("0.9"), F("0.75")), ["0.749"], "0"),
        (CountPoints(F(2), F(5)), ["2"], "0.8"),
        (CountPoints(F(2), F(5)), ["9"], "1"),
        (CountPoints(F(2), F(5)), ["-1"], "0"),
        (Deduct(F("0.5")), ["-3"], "1"),
        (Deduct(F("0.5")), ["-3", "1"], "1"),
    ],
)
def test_the_share_by_each_rule(rule: Rule, values: list[str], expected: str) -> None:
    assert of(rule, *values) == F(expected)


@pytest.mark.parametrize(
    ("grades", "expected"), [("A", "1"), ("B", "0.66"), ("C", "0.33"), ("D", "0"), ("AC", "0.665")]
)
def test_a_grade_pays_its_share(grades: str, expected: str) -> None:
    node = Node("1", points=F(5), rule=Grade())
    assert share(node, [Observation("1", grade=grade) for grade in grades]) == F(expected)


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        ([("实地考察", "1"), ("问卷调查", "1")], 1),
        ([("实地考察", "1"), ("问卷调查", "0.9")], 0),
        ([("实地考察", "0")], 0),  # whatever the survey says
        ([("实地考察", "1")], None),
    ],
)
def test_every_method_has_to_pass(passed: list[tuple[str, str]], expected: int | None) -> None:
    node = Node("1", points=F(5), rule=AllMethods(), methods=("实地考察", "问卷调查"))
    assert share(node, [Observation("1", F(value), method=method) for method, value in passed]) == expected


@pytest.mark.parametrize(
    ("rule", "points", "expected"),
    [
        (MeanOfSites(), "5", 5),
        (MeanOfSites(), None, None),
        (CountPoints(F(2), F(6)), None, 6),
        (Deduct(F(1), start=F(3)), None, 3),
        (Deduct(F(1)), None, None),
    ],
)
def test_what_a_standard_can_bring(rule: Rule, points: str | None, expected: int | None) -> None:
    assert full(Node("1", points=F(points) if points else None, rule=rule)) == expected


def test_a_rule_that_counts_in_points_needs_points() -> None:
    assert of(Deduct(F(1)), "1", points=None) is None
    assert of(Deduct(F(1), start=F(4)), "1", points=None) == F("0.75")


def test_a_rule_over_items_has_no_observations_of_its_own() -> None:
    with pytest.raises(TypeError):
        of(Sum(), "1")
