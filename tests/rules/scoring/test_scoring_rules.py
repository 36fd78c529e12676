"""Values that make no rule are refused."""

from collections.abc import Callable

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.scoring.scoring_rules import (
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    NoRule,
    Ratio,
    Rule,
    Survey,
    Threshold,
)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Grade(()), "at least one grade"),
        (lambda: Grade((("A", F(1)), ("A", F(0)))), "stands once"),
        (lambda: Grade((("A", F(2)),)), "between 0 and 1"),
        (lambda: Ladder(()), "at least one step"),
        (lambda: Ladder((F(0), F(1))), "more for less"),
        (lambda: Threshold(()), "at least one step"),
        (lambda: Threshold(((F(1), F(-1)),)), "between 0 and 1"),
        (lambda: Deduct(F(0)), "more than 0"),
        (lambda: Deduct(F(1), start=F(2), floor=F(3)), "not above the start"),
        (lambda: Ratio(F(0)), "more than 0"),
        (lambda: Survey(F("0.5"), F("0.6")), "not paid later"),
        (lambda: CountPoints(F(1), F(0)), "more than 0"),
    ],
)
def test_what_makes_no_rule_is_refused(make: Callable[[], Rule], why: str) -> None:
    with pytest.raises(NoRule, match=why):
        make()
