"""Rounding, with the examples of GB/T 8170-2008 for the half."""

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.scoring.model import Mode, Rounding
from wenming.rules.scoring.rounding import rounded


@pytest.mark.parametrize(
    ("number", "digits", "mode", "expected"),
    [
        ("1.005", 2, Mode.HALF_AWAY, "1.01"),
        ("-1.005", 2, Mode.HALF_AWAY, "-1.01"),
        ("1.0049", 2, Mode.HALF_AWAY, "1"),
        ("1.050", 1, Mode.HALF_EVEN, "1.0"),
        ("0.35", 1, Mode.HALF_EVEN, "0.4"),
        ("2.5", 0, Mode.HALF_EVEN, "2"),
        ("2.5", 0, Mode.HALF_AWAY, "3"),
        ("2.99", 1, Mode.TRUNCATE, "2.9"),
        ("-2.99", 1, Mode.TRUNCATE, "-2.9"),
        ("85", -1, Mode.HALF_AWAY, "90"),
    ],
)
def test_rounding(number: str, digits: int, mode: Mode, expected: str) -> None:
    assert rounded(F(number), Rounding(digits, mode)) == F(expected)


def test_without_rounding_a_number_stays_exact() -> None:
    assert rounded(F(1, 3), None) == F(1, 3)
