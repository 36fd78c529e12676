"""What may be done with a record, by its state. Pure.

| act | from | to |
| --- | --- | --- |
| change | recorded, accepted, returned | recorded: whoever accepted it has not seen what is new |
| accept | recorded, returned | accepted |
| return | recorded, accepted | returned |
| withdraw | recorded, accepted, returned | withdrawn: for good, what was withdrawn is entered anew |
"""

from collections.abc import Mapping
from enum import StrEnum

from wenming.work.models import RecordState


class Act(StrEnum):
    """What somebody does with a record that is there."""

    CHANGE = "change"
    ACCEPT = "accept"
    RETURN = "return"
    WITHDRAW = "withdraw"


_RECORDED, _ACCEPTED = RecordState.RECORDED, RecordState.ACCEPTED
_RETURNED, _WITHDRAWN = RecordState.RETURNED, RecordState.WITHDRAWN

FROM: Mapping[Act, frozenset[RecordState]] = {
    Act.CHANGE: frozenset({_RECORDED, _ACCEPTED, _RETURNED}),
    Act.ACCEPT: frozenset({_RECORDED, _RETURNED}),
    Act.RETURN: frozenset({_RECORDED, _ACCEPTED}),
    Act.WITHDRAW: frozenset({_RECORDED, _ACCEPTED, _RETURNED}),
}
TO: Mapping[Act, RecordState] = {
    Act.CHANGE: _RECORDED,
    Act.ACCEPT: _ACCEPTED,
    Act.RETURN: _RETURNED,
    Act.WITHDRAW: _WITHDRAWN,
}


def allows(state: str, act: Act) -> bool:
    """Whether a record in that state takes the act."""
    return state in FROM[act]


def acts(state: str) -> frozenset[Act]:
    """Everything that a record in that state takes."""
    return frozenset(act for act in Act if allows(state, act))
