"""What figures over time say of standards."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.scoring.figures import Aim, Point, Taken, Wants, figure_of, value_for, wants
from wenming.rules.scoring.model import Node
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

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
POINTS = [
    Point(date(2025, 12, 31), Fraction(80)),
    Point(date(2026, 3, 31), Fraction(90)),
    Point(date(2026, 6, 30), Fraction(100)),
    Point(date(2026, 7, 1), Fraction(7)),
]
SHARED = Node("A", rule=MeanOfSites())
figures = st.fractions(min_value=-1000, max_value=1000)
aims = st.builds(Aim, figures, st.sampled_from(Better))


@pytest.mark.parametrize(
    ("taken", "number"),
    [
        (Taken.LAST, Fraction(100)),
        (Taken.SUM, Fraction(190)),
        (Taken.MEAN, Fraction(95)),
        (Taken.GROWTH, Fraction(25)),
    ],
)
def test_the_values_of_a_period_make_one(taken: Taken, number: Fraction) -> None:
    assert figure_of(POINTS, taken, FIRST, LAST) == number


def test_a_period_without_a_value_makes_none() -> None:
    for taken in Taken:
        assert figure_of(POINTS, taken, date(2024, 1, 1), date(2024, 12, 31)) is None


@pytest.mark.parametrize("before", [[], [Point(date(2025, 12, 31), Fraction(0))]])
def test_nothing_grows_from_nothing(before: list[Point]) -> None:
    assert figure_of([*before, POINTS[1]], Taken.GROWTH, FIRST, LAST) is None


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        (Threshold(((Fraction(90), Fraction(1)),)), Wants.NUMBER),
        (Ratio(Fraction(95)), Wants.NUMBER),
        (Deduct(Fraction(1)), Wants.NUMBER),
        (CountPoints(Fraction(1), Fraction(3)), Wants.NUMBER),
        (MeanOfSites(), Wants.SHARE),
        (Survey(Fraction(1), Fraction(0)), Wants.SHARE),
        (AllMethods(), Wants.SHARE),
        (Grade(), Wants.NOTHING),
    ],
)
def test_what_each_rule_takes(rule: Rule, asked: Wants) -> None:
    assert wants(Node("A", rule=rule)) is asked


def test_a_rule_of_numbers_takes_the_figure_and_none_that_is_counted_is_below_nothing() -> None:
    assert value_for(Node("A", rule=Ratio(Fraction(95))), Fraction(-3), None) == -3
    assert value_for(Node("A", rule=Deduct(Fraction(1))), Fraction(-3), None) == 0


@pytest.mark.parametrize(
    ("figure", "aim", "share"),
    [
        (Fraction(76), Aim(Fraction(95)), Fraction(4, 5)),
        (Fraction(99), Aim(Fraction(95)), Fraction(1)),
        (Fraction(-1), Aim(Fraction(95)), Fraction(0)),
        (Fraction(-1), Aim(Fraction(0)), Fraction(0)),
        (Fraction(0), Aim(Fraction(0)), Fraction(1)),
        (Fraction(4), Aim(Fraction(5), Better.DOWN), Fraction(1)),
        (Fraction(10), Aim(Fraction(5), Better.DOWN), Fraction(1, 2)),
        (Fraction(10), Aim(Fraction(0), Better.DOWN), Fraction(0)),
        (Fraction(0), Aim(Fraction(0), Better.DOWN), Fraction(1)),
    ],
)
def test_a_rule_of_shares_takes_how_far_the_aim_is_reached(figure: Fraction, aim: Aim, share: Fraction) -> None:
    assert value_for(SHARED, figure, aim) == share


def test_without_an_aim_or_where_it_is_graded_there_is_no_value() -> None:
    assert value_for(SHARED, Fraction(76), None) is None
    assert value_for(Node("A", rule=Grade()), Fraction(76), Aim(Fraction(95))) is None


@given(figures, figures, aims)
def test_a_share_is_within_bounds_and_better_figures_bring_no_less(one: Fraction, other: Fraction, aim: Aim) -> None:
    worse, better = sorted((one, other), reverse=aim.better is Better.DOWN)
    shares = [value_for(SHARED, figure, aim) for figure in (worse, better)]
    assert all(share is not None and 0 <= share <= 1 for share in shares)
    assert shares[0] is not None
    assert shares[1] is not None
    assert shares[0] <= shares[1]


@given(st.lists(figures, min_size=1, max_size=8))
def test_a_mean_lies_between_the_values(values: list[Fraction]) -> None:
    points = [Point(FIRST + timedelta(days), value) for days, value in enumerate(values)]
    mean = figure_of(points, Taken.MEAN, FIRST, LAST)
    assert mean is not None
    assert min(values) <= mean <= max(values)
