"""How figures stand, in words."""

from wenming.scores.figures.lines import State
from wenming.scores.figures.words import STATES
from wenming.web.templatetags.web import STATUSES


def test_every_state_has_its_words_and_shape() -> None:
    assert set(STATES) == set(State)
    assert {one.shape for one in STATES.values()} <= set(STATUSES)
