"""Several verdicts as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.judging import State
from wenming.rules.commitments.together import WORST_FIRST, Progress, worst

states = st.lists(st.sampled_from(State), max_size=8)


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ([], None),
        ([State.MET, State.EXEMPT], State.MET),
        ([State.NOT_DUE, State.EXEMPT], State.NOT_DUE),
        ([State.LATE, State.OPEN, State.MET], State.OPEN),
        ([State.DISPUTED, State.MISSED], State.MISSED),
        ([State.DISPUTED, State.DUE_SOON], State.DUE_SOON),
    ],
)
def test_the_worst_stands_for_all(several: list[State], one: State | None) -> None:
    assert worst(several) == one


def test_every_state_has_its_place() -> None:
    assert sorted(WORST_FIRST) == sorted(State)


@given(states, states)
def test_the_worst_of_all_is_the_worst_of_the_worst(some: list[State], others: list[State]) -> None:
    parts = [state for state in (worst(some), worst(others)) if state]
    assert worst(some + others) == worst(parts) == worst(others + some)


@pytest.mark.parametrize(
    ("several", "progress", "words"),
    [
        ([], Progress(0, 0), "0/0"),
        ([State.MET, State.LATE, State.MISSED, State.OPEN], Progress(2, 4), "2/4"),
        ([State.MET, State.NOT_DUE, State.EXEMPT], Progress(1, 1), "1/1"),
        ([State.DISPUTED], Progress(0, 1), "0/1"),
    ],
)
def test_progress_has_its_denominator(several: list[State], progress: Progress, words: str) -> None:
    assert Progress.of(several) == progress
    assert str(progress) == words


def test_of_nothing_there_is_no_share() -> None:
    assert Progress(0, 0).share is None
    assert Progress(7, 12).share == pytest.approx(7 / 12)


@given(states, states)
def test_progress_adds_up(some: list[State], others: list[State]) -> None:
    assert Progress.of(some) + Progress.of(others) == Progress.of(some + others)
