"""What a state takes."""

import pytest

from wenming.work.models import RecordState
from wenming.work.models.records import COUNTS
from wenming.work.records.states import FROM, TO, Act, acts, allows

TABLE = [
    (RecordState.RECORDED, {Act.CHANGE, Act.ACCEPT, Act.RETURN, Act.WITHDRAW}),
    (RecordState.ACCEPTED, {Act.CHANGE, Act.RETURN, Act.WITHDRAW}),
    (RecordState.RETURNED, {Act.CHANGE, Act.ACCEPT, Act.WITHDRAW}),
    (RecordState.WITHDRAWN, set()),
]


@pytest.mark.parametrize(("state", "taken"), TABLE)
def test_what_each_state_takes(state: RecordState, taken: set[Act]) -> None:
    assert acts(state) == taken
    assert {act for act in Act if allows(state, act)} == taken


def test_every_act_leads_somewhere_else_or_asks_for_another_look() -> None:
    assert set(FROM) == set(TO) == set(Act)
    assert [act for act in Act if TO[act] in FROM[act]] == [Act.CHANGE]


def test_what_counts_can_be_told_that_it_does_not() -> None:
    assert all(Act.RETURN in acts(state) for state in COUNTS)
