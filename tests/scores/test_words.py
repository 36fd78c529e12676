"""Points and shares in words."""

from fractions import Fraction

import pytest

from wenming.rules.scoring.model import State
from wenming.rules.scoring.negative import Effect
from wenming.scores.words import EFFECT_WORDS, STATE_WORDS, percent_words, points_words


@pytest.mark.parametrize(
    ("points", "words"),
    [(Fraction(5, 3), "1.67"), (Fraction(2), "2"), (Fraction(-1, 1000), "0"), (None, ""), (2.50, "2.5"), (100, "100")],
)
def test_points(points: Fraction | None, words: str) -> None:
    assert points_words(points) == words


@pytest.mark.parametrize(("share", "words"), [(Fraction(2, 3), "66.7%"), (1, "100%"), (0, "0%"), (None, "")])
def test_shares(share: Fraction | None, words: str) -> None:
    assert percent_words(share) == words


def test_every_state_and_effect_has_words() -> None:
    assert set(STATE_WORDS) == set(State)
    assert set(EFFECT_WORDS) == set(Effect)
