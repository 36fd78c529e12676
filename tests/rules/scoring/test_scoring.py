"""Scores of whole frameworks: each rule over items, what is not known, what takes everything away."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.scoring.trees import F, leaf, observed, seen, trees
from wenming.rules.scoring.model import Mode, Node, Observation, Result, Rounding, State
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import AllMethods, Grade, Ladder, Reach, Sum, Veto, WeightedMean


def told(result: Result) -> tuple[object, ...]:
    """Points, known points and score."""
    return result.points, result.known, result.score


def test_points_are_the_mean_of_the_sites_summed_up() -> None:
    tree = Node("全部", items=(leaf("1", "2"), Node("2", items=(leaf("2.1", "3"), leaf("2.2", "5")))))
    result = score(tree, [*seen("1", "1", "0.66", "0"), *seen("2.1", "1"), *seen("2.2", "0.5", "0.7")])
    assert told(result) == (10, 10, F("1.66") / 3 * 2 + 3 + 3)
    assert (result.share, result.state) == ((F("1.66") / 3 * 2 + 6) / 10, State.SCORED)


def test_what_was_not_observed_is_no_zero() -> None:
    result = score(Node("", items=(leaf("1", "4"), leaf("2", "6"))), seen("1", "0.5"))
    assert (told(result), result.share, result.state) == ((10, 4, 2), F("0.5"), State.PARTLY)


def test_a_weight_that_nobody_has_said_is_told() -> None:
    result = score(Node("", items=(leaf("1", "4"), leaf("2"))), [*seen("1", "1"), *seen("2", "0.5")])
    assert told(result) == (None, 4, 4)
    assert [item.state for item in result.items] == [State.SCORED, State.UNWEIGHTED]
    assert (result.items[1].share, result.state) == (F("0.5"), State.PARTLY)


def test_what_is_not_applicable_leaves_the_points() -> None:
    tree = Node("", points=F(10), items=(leaf("1", "4"), leaf("2", "6")))
    result = score(tree, seen("1", "0.5"), not_applicable={"2"})
    assert (told(result), result.state) == ((4, 4, 2), State.SCORED)


def test_nothing_observed_is_no_score() -> None:
    result = score(Node("", items=(leaf("1", "4"),)), [])
    assert (result.score, result.share, result.state) == (None, None, State.UNOBSERVED)


@pytest.mark.parametrize(("met", "paid"), [(4, "20"), (3, "13.2"), (2, "6.6"), (1, "0"), (0, "0")])
def test_a_ladder_pays_by_how_many_are_short(met: int, paid: str) -> None:
    tree = Node("A", points=F(20), rule=Ladder(), items=tuple(leaf(f"A{at}") for at in range(4)))
    values = [one for at in range(4) for one in seen(f"A{at}", "1" if at < met else "0")]
    assert score(tree, values).score == F(paid)


def test_a_ladder_pays_nothing_without_what_is_required() -> None:
    tree = Node("A", points=F(9), rule=Ladder(required=frozenset({"A1"})), items=(leaf("A0"), leaf("A1"), leaf("A2")))
    without = [*seen("A0", "1"), *seen("A1", "0.9"), *seen("A2", "1")]
    assert score(tree, without).score == 0


def test_a_ladder_waits_until_nothing_could_change_it() -> None:
    tree = Node("A", points=F(9), rule=Ladder((F(1), F("0.5"), F(0))), items=tuple(leaf(f"A{at}") for at in range(4)))
    assert score(tree, seen("A0", "0")).state is State.UNOBSERVED
    assert score(tree, [*seen("A0", "0"), *seen("A1", "0")]).score == 0


@pytest.mark.parametrize(("values", "paid"), [(("1", "1"), F(6)), (("1", "0.9"), F(0)), (("1",), None), (("0",), F(0))])
def test_all_items_pass_or_nothing_is_paid(values: tuple[str, ...], paid: Fraction | None) -> None:
    tree = Node("", points=F(6), rule=AllMethods(), items=(leaf("0"), leaf("1")))
    assert score(tree, [one for at, value in enumerate(values) for one in seen(str(at), value)]).score == paid


def test_a_weighted_mean_goes_by_weights_not_by_points() -> None:
    tree = Node("", points=F(100), rule=WeightedMean(), items=(leaf("1", "1"), Node("2", weight=F(3), rule=Grade())))
    result = score(tree, [*seen("1", "0"), Observation("2", grade="A")])
    assert told(result) == (100, 100, 75)
    assert told(score(tree, [Observation("2", grade="B")])) == (100, 75, F("49.5"))


def test_bonus_comes_on_top_and_has_a_cap() -> None:
    tree = Node(
        "", rule=Sum(bonus_cap=F(2)), items=(leaf("1", "10"), Node("加分", points=F(5), rule=Grade(), bonus=True))
    )
    result = score(tree, [*seen("1", "1"), Observation("加分", grade="A")])
    assert told(result) == (10, 10, 12)
    assert (
        score(Node("", rule=Sum(cap=F(11)), items=tree.items), [*seen("1", "1"), Observation("加分", grade="A")]).score
        == 11
    )


@pytest.mark.parametrize(("reach", "whole", "part"), [(Reach.ROOT, 0, 4), (Reach.PARENT, 6, 0)])
def test_a_veto_takes_away_its_parent_or_everything(reach: Reach, whole: int, part: int) -> None:
    with_veto = Node("1", items=(leaf("1.1", "4"), Node("否决", rule=Veto(reach))))
    tree = Node("", items=(with_veto, leaf("2", "6")))
    values = [*seen("1.1", "1"), *seen("2", "1")]
    assert score(tree, values).score == 10
    result = score(tree, [*values, *seen("否决", "1")])
    assert (result.score, result.items[0].score) == (F(whole), F(part))
    assert (result if reach is Reach.ROOT else result.items[0]).vetoed_by == ("否决",)


def test_each_node_rounds_as_it_says() -> None:
    third = Node("1", points=F(1), rule=leaf("1").rule, rounding=Rounding(2))
    result = score(
        Node("", items=(third, leaf("2", "1")), rounding=Rounding(1, Mode.TRUNCATE)),
        [*seen("1", "1", "0", "0"), *seen("2", "0.06")],
    )
    assert (result.items[0].score, result.items[0].exact) == (F("0.33"), F(1, 3))
    assert (result.score, result.exact) == (F("0.3"), F("0.39"))


@given(st.data())
def test_order_does_not_matter(data: st.DataObject) -> None:
    tree = data.draw(trees())
    values = data.draw(observed(tree))
    mixed = data.draw(st.permutations(values))
    once, again = score(tree, values), score(tree, mixed)
    assert [told(one) for one in once.walk()] == [told(one) for one in again.walk()]


@given(st.data())
def test_a_score_is_between_nothing_and_all_that_is_known(data: st.DataObject) -> None:
    tree = data.draw(trees())
    for one in score(tree, data.draw(observed(tree))).walk():
        assert one.score is None or 0 <= one.score <= one.known
        assert one.points is None or one.known <= one.points
        assert one.share is None or 0 <= one.share <= 1


@given(st.data())
def test_twice_the_points_are_twice_the_score(data: st.DataObject) -> None:
    tree = data.draw(trees())
    values = data.draw(observed(tree))
    once, twice = score(tree, values), score(_doubled(tree), values)
    assert [one.share for one in once.walk()] == [one.share for one in twice.walk()]
    assert [one.score and one.score * 2 for one in once.walk()] == [one.score for one in twice.walk()]


def _doubled(node: Node) -> Node:
    points = node.points * 2 if node.points is not None else None
    return Node(node.code, points=points, rule=node.rule, items=tuple(map(_doubled, node.items)))


@given(st.data())
def test_a_sum_is_the_sum_of_what_is_shown_below_it(data: st.DataObject) -> None:
    tree = data.draw(trees())
    for one in score(tree, data.draw(observed(tree))).walk():
        if one.items and isinstance(one.node.rule, Sum) and one.score is not None:
            assert one.score == sum(item.score for item in one.items if item.score is not None)
            assert one.known == sum(item.known for item in one.items)


@given(st.data())
def test_a_better_value_never_makes_a_lower_score(data: st.DataObject) -> None:
    tree = data.draw(trees())
    values = [
        one for code in tree.leaves() for one in [Observation(code.code, data.draw(st.sampled_from([F(0), F("0.5")])))]
    ]
    at = data.draw(st.integers(0, len(values) - 1))
    better = [Observation(one.standard, F(1)) if place == at else one for place, one in enumerate(values)]
    before, after = score(tree, values).share, score(tree, better).share
    assert before is not None and after is not None
    assert after >= before
