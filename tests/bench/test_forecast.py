"""The benchmark of forecasts measures two things that say the same."""

import pytest

from bench.forecast import bare, drawing, framework
from tests.rules.scoring.test_forecasting import by
from wenming.rules.scoring.forecasting import forecast


def test_it_works() -> None:
    result = drawing(draws=1000, runs=1)
    assert result.limit == 2
    assert result.median > 0


def test_both_draw_the_same_scores() -> None:
    tree, thought = framework()
    assert len(thought) == 300
    ours = forecast(tree, thought, by(), draws=4000)
    assert ours.expected == pytest.approx(bare(tree, thought, 4000), rel=0.002)
