"""What to do next, against every set tried one by one."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.scoring.trees import F, leaf, observed, seen, trees
from wenming.rules.scoring.improving import Choice, Plan, Standing, best_set, gains, matters, standing
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import AllMethods, Ladder, Reach, Rule, Sum, Veto, WeightedMean

TREE = Node("", items=(leaf("1", "4"), leaf("2", "6"), leaf("3", "2")))
NOW = standing(score(TREE, [*seen("1", "0.5"), *seen("2", "1")]))


def test_what_each_standard_could_still_bring() -> None:
    assert gains(NOW) == {"1": F(2), "3": F(2)}


def test_what_would_be_if() -> None:
    assert NOW.improved(["1", "3"]).score == 12
    assert NOW.gain([]) == 0


def test_the_best_set_keeps_within_the_limit() -> None:
    tree = Node("", items=(leaf("1", "10"), leaf("2", "6"), leaf("3", "6")))
    now = standing(score(tree, [*seen("1", "0"), *seen("2", "0"), *seen("3", "0")]))
    effort = {"1": F(6), "2": F(4), "3": F(4)}
    assert codes_of(best_set(now, effort, limit=F(8))) == {"2", "3"}  # taking the dearest first would bring less
    assert codes_of(best_set(now, effort, limit=F(7))) == {"1"}
    assert best_set(now, effort, limit=F(3)) == Plan((), F(0), F(0))


def codes_of(plan: Plan) -> set[str]:
    """All standards of the set."""
    return {code for choice in plan.choices for code in choice.codes}


def test_a_ladder_is_one_matter_with_its_steps() -> None:
    tree = Node("A", points=F(20), rule=Ladder(), items=tuple(leaf(f"A{at}") for at in range(4)))
    values = [one for at in range(4) for one in seen(f"A{at}", "1" if at == 0 else "0")]
    now = standing(score(tree, values))
    effort = {"A1": F(3), "A2": F(1), "A3": F(2)}
    assert matters(now, effort) == [
        [
            Choice(frozenset({"A2"}), F("6.6"), F(1)),
            Choice(frozenset({"A2", "A3"}), F("13.2"), F(3)),
            Choice(frozenset({"A1", "A2", "A3"}), F(20), F(6)),
        ]
    ]


@pytest.mark.parametrize("reach", Reach)
def test_lifting_a_veto_brings_back_what_it_took(reach: Reach) -> None:
    tree = Node("", items=(Node("1", items=(leaf("1.1", "4"), Node("否决", rule=Veto(reach)))), leaf("2", "6")))
    now = standing(score(tree, [*seen("1.1", "1"), *seen("2", "0.5"), *seen("否决", "1")]))
    assert gains(now)["否决"] == (7 if reach is Reach.ROOT else 4)
    assert now.improved(["否决"]).vetoed_by == ()


def test_nothing_is_to_be_done_where_all_is_done() -> None:
    now = standing(score(TREE, [*seen("1", "1"), *seen("2", "1"), *seen("3", "1")]))
    assert best_set(now, {}, limit=F(100)) == Plan((), F(0), F(0))


@given(st.data())
def test_a_gain_is_what_a_new_score_would_show(data: st.DataObject) -> None:
    tree = data.draw(trees())
    values = data.draw(observed(tree))
    now = standing(score(tree, values))
    code = data.draw(st.sampled_from([one.code for one in tree.leaves()]))
    full = [*(one for one in values if one.standard != code), Observation(code, F(1))]
    assert now.improved([code]).score == score(tree, full).score


@settings(max_examples=40)
@given(st.data())
def test_no_other_set_brings_more(data: st.DataObject) -> None:
    kinds: list[Rule] = [Sum(), WeightedMean(), Ladder(), AllMethods()]
    rules = st.sampled_from(kinds)
    branch = [
        Node(f"{at}", points=F(6), rule=data.draw(rules), items=tuple(leaf(f"{at}.{n}", "3") for n in range(2)))
        for at in range(3)
    ]
    tree = Node("", items=tuple(branch))
    values = [Observation(one.code, data.draw(st.sampled_from([F(0), F("0.5"), F(1)]))) for one in tree.leaves()]
    now = standing(score(tree, values))
    effort = {one.code: F(data.draw(st.integers(1, 5))) for one in tree.leaves()}
    limit = F(data.draw(st.integers(0, 12)))
    assert best_set(now, effort, limit=limit).points == most(now, effort, limit)
    assert best_set(now, effort, limit=limit).effort <= limit


def most(now: Standing, effort: Mapping[str, Fraction], limit: Fraction) -> Fraction:
    """The most that any set of standards within the limit adds, every one tried."""
    codes = sorted(effort)
    sets = [some for count in range(len(codes) + 1) for some in combinations(codes, count)]
    return max(now.gain(some) for some in sets if sum(effort[code] for code in some) <= limit)
