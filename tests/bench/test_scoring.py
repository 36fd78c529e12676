"""The benchmark of scoring scores what it says."""

from bench.scoring import SITES, framework, growth, values
from wenming.rules.scoring.model import State
from wenming.rules.scoring.scoring import score


def test_every_standard_is_scored() -> None:
    result = score(framework(30), values(30))
    assert result.state is State.SCORED
    assert result.share is not None
    assert 0 < result.share < 1
    assert sum(len(one.inputs) for one in result.walk()) == 30 * SITES


def test_it_gives_a_ratio() -> None:
    result = growth(10, 20, runs=1)
    assert all(ratio > 0 for ratio in result.ratios)
    assert result.limit == 3
