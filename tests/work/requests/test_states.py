"""What an answer takes, by its state."""

import pytest

from wenming.work.models import AnswerState
from wenming.work.requests.states import Act, allows

A = AnswerState


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (A.ASKED, {Act.ANSWER, Act.NOT_OURS, Act.REMIND}),
        (A.RETURNED, {Act.ANSWER, Act.NOT_OURS, Act.REMIND}),
        (A.ANSWERED, {Act.ANSWER, Act.ACCEPT, Act.RETURN}),
        (A.ACCEPTED, {Act.RETURN}),
        (A.NOT_OURS, {Act.AGREE, Act.RETURN}),
    ],
)
def test_what_each_state_takes(state: AnswerState, acts: set[Act]) -> None:
    assert {act for act in Act if allows(state, act)} == acts
