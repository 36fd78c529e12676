"""Verdicts as shapes and words."""

import pytest

from wenming.rules.commitments.judging import State
from wenming.web.templatetags.web import STATUSES
from wenming.work.templatetags.standing import shape, state_word, verdict, verdict_shape


@pytest.mark.parametrize("state", list(State))
def test_every_verdict_has_a_shape_a_colour_and_a_word(state: State) -> None:
    assert shape(state.value) in STATUSES
    assert f"status-{shape(state.value)}" in verdict(state.value)
    assert str(state_word(state.value)) in verdict(state.value)
    assert f"#status-{shape(state.value)}" in verdict_shape(state.value)
