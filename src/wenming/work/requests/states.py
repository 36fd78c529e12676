"""What may be done with a unit's part in a request, by its state. Pure.

| act | from | to |
| --- | --- | --- |
| answer | asked, returned, answered | answered |
| not ours | asked, returned | not ours: the office decides |
| accept | answered | accepted |
| agree | not ours | not ours, decided |
| return | answered, accepted, not ours | returned, with a reason |
| remind | asked, returned | as it was |
"""

from collections.abc import Mapping
from enum import StrEnum

from wenming.work.models import AnswerState


class Act(StrEnum):
    """What somebody does with an answer."""

    ANSWER = "answer"
    NOT_OURS = "not_ours"
    ACCEPT = "accept"
    AGREE = "agree"
    RETURN = "return"
    REMIND = "remind"


OPEN = frozenset({AnswerState.ASKED, AnswerState.RETURNED})  # it is the unit's turn

FROM: Mapping[Act, frozenset[AnswerState]] = {
    Act.ANSWER: OPEN | {AnswerState.ANSWERED},
    Act.NOT_OURS: OPEN,
    Act.ACCEPT: frozenset({AnswerState.ANSWERED}),
    Act.AGREE: frozenset({AnswerState.NOT_OURS}),
    Act.RETURN: frozenset({AnswerState.ANSWERED, AnswerState.ACCEPTED, AnswerState.NOT_OURS}),
    Act.REMIND: OPEN,
}


def allows(state: str, act: Act) -> bool:
    """Whether an answer in that state takes the act."""
    return state in FROM[act]
