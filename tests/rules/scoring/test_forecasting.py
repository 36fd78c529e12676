"""Forecasts, held against closed formulas where there are some."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.scoring.trees import F, leaf, observed, seen, trees
from wenming.rules.scoring.forecasting import Belief, Forecast, beliefs, forecast
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import AllMethods, Grade, Ladder, Sum, Veto, WeightedMean

TREE = Node("", items=(leaf("1", "40"), leaf("2", "60"), Node("否决", rule=Veto())))


def by(seed: int = 20261) -> np.random.Generator:
    """Chance that is the same each time."""
    return np.random.default_rng(seed)


def test_what_is_known_for_certain_is_no_matter_of_chance() -> None:
    tree = Node("", items=(leaf("1", "40", Grade()), leaf("2", "60", Grade())))
    result = score(tree, [Observation("1", grade="B"), Observation("2", grade="A")])
    drawn = forecast(tree, beliefs(result), by())
    assert drawn.interval() == pytest.approx((86.4, 86.4))
    assert (drawn.points, drawn.unseen, drawn.chance(86), drawn.chance(87)) == (100, 0, 1, 0)


def test_the_mean_and_the_spread_of_sampled_sites() -> None:
    values = [*seen("1", *["1"] * 18, *["0"] * 2), *seen("2", "1")]
    thought = beliefs(score(TREE, values)) | {"2": Belief(1.0)}
    assert thought["1"] == Belief(18.5, 2.5, 20)
    drawn = forecast(TREE, thought, by(), draws=40_000)
    rate = 18.5 / 21  # beta-binomial: mean n·p, variance n·p·q·(a+b+n)/(a+b+1)
    spread = np.sqrt(rate * (1 - rate) * (21 + 20) / 22 / 20)
    assert drawn.expected == pytest.approx(60 + 40 * rate, abs=0.05)
    assert np.std(drawn.scores) == pytest.approx(40 * spread, rel=0.02)


def test_the_same_chance_gives_the_same_forecast() -> None:
    thought = beliefs(score(TREE, [*seen("1", "1", "0"), *seen("2", "0.5")]))
    assert forecast(TREE, thought, by(), draws=2500) == forecast(TREE, thought, by(), draws=2500)
    assert forecast(TREE, thought, by(1), draws=2500) != forecast(TREE, thought, by(2), draws=2500)
    assert len(forecast(TREE, thought, by(), draws=2500).scores) == 2500


def test_what_nobody_has_seen_is_drawn_widely_and_told() -> None:
    thought = beliefs(score(TREE, seen("1", *["1"] * 30, *["0"] * 10)))
    assert thought["2"] == Belief(1.25, 0.75, 10, is_seen=False)
    drawn = forecast(TREE, thought, by())
    low, high = drawn.interval()
    assert (drawn.points, drawn.unseen) == (100, 1)
    assert high - low > 50
    assert drawn.expected == pytest.approx(40 * 30.5 / 41 + 60 * 0.625, abs=1)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Ladder((F(1), F("0.5"), F(0))), 20 * (0.5 * 0.25 + 0.5 * (0.5 * 0.75 + 0.5 * 0.25))),
        (Ladder((F(1), F("0.5"), F(0)), frozenset({"A"})), 20 * 0.5 * (0.25 + 0.5 * 0.75)),
        (AllMethods(), 20 * 0.125),
        (WeightedMean(), 20 * (1 * 0.5 + 3 * 0.25) / 4),
        (Sum(), 20 * (1 * 0.5 + 3 * 0.25) / 20),
        (Sum(cap=F(2)), 0.5 * 0.75 + 2 * 0.25),
    ],
)
def test_rules_over_items(rule: Ladder | AllMethods | WeightedMean | Sum, expected: float) -> None:
    tree = Node("", points=F(20), rule=rule, items=(leaf("A", "1"), leaf("B", "3")))
    huge = 1e9  # a rate that is known for certain, and one visit: the share is 1 with that chance, else 0
    thought = {"A": Belief(huge, huge, 1), "B": Belief(huge, 3 * huge, 1)}
    assert forecast(tree, thought, by(), draws=60_000).expected == pytest.approx(expected, abs=0.12)


def test_bonus_comes_on_top() -> None:
    extra = Node("加分", points=F(5), rule=Grade(), bonus=True)
    tree = Node("", rule=Sum(bonus_cap=F(3)), items=(leaf("1", "10", Grade()), extra))
    result = score(tree, [Observation("1", grade="A"), Observation("加分", grade="A")])
    drawn = forecast(tree, beliefs(result), by(), draws=10)
    assert (drawn.points, drawn.expected) == (10, 13)


def test_what_is_not_applicable_or_unknown_is_left_out() -> None:
    tree = Node("", points=F(10), items=(leaf("1", "4", Grade()), leaf("2", "6")))
    result = score(tree, [Observation("1", grade="A")], not_applicable={"2"})
    assert forecast(tree, beliefs(result), by(), draws=10).points == 4
    assert forecast(tree, {}, by()) == Forecast((0.0,), 0.0, 0)


@settings(max_examples=30)
@given(st.data())
def test_without_chance_a_forecast_is_the_score(data: st.DataObject) -> None:
    tree = data.draw(trees())
    values = [one for leaf in tree.leaves() for one in data.draw(observed(leaf).filter(bool))]
    result = score(tree, values)
    certain = {one.node.code: Belief(float(one.share or 0)) for one in result.walk() if not one.items}
    drawn = forecast(tree, certain, by(), draws=3)
    assert drawn.scores == pytest.approx([float(result.score or Fraction(0))] * 3)


@pytest.mark.parametrize("rule", [Ladder(), AllMethods(), WeightedMean()])
def test_what_comes_on_top_decides_nothing_where_shares_decide(rule: Ladder | AllMethods | WeightedMean) -> None:
    extra = Node("加分", points=F(6), rule=Grade(), bonus=True)
    tree = Node("", points=F(10), rule=rule, items=(leaf("1", "4", Grade()), extra))
    result = score(tree, [Observation("1", grade="A"), Observation("加分", grade="D")])
    drawn = forecast(tree, beliefs(result), by(), draws=10)
    assert drawn.expected == result.score == 10


def test_sites_are_drawn_as_a_rate_and_then_the_sites_at_that_rate() -> None:
    tree = Node("", points=F(1), rule=Sum(), items=(leaf("1", "1"),))
    drawn = np.array(forecast(tree, {"1": Belief(2.5, 1.5, 4)}, by(), draws=40_000).scores)
    rates = by(7).beta(2.5, 1.5, 40_000)
    slowly = by(8).binomial(4, rates) / 4
    for share in (0, 0.25, 0.5, 0.75, 1):
        assert (drawn == share).mean() == pytest.approx((slowly == share).mean(), abs=0.01)


def test_thousands_of_visits_are_drawn_as_well() -> None:
    tree = Node("", points=F(1), rule=Sum(), items=(leaf("1", "1"),))
    drawn = forecast(tree, {"1": Belief(45_000.5, 15_000.5, 60_000)}, by(), draws=2_000)
    assert drawn.expected == pytest.approx(0.75, abs=0.001)
