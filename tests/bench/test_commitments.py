"""The benchmark of commitments measures two things that say the same."""

from collections import Counter

import numpy as np
import pytest

from bench.commitments import compare, judging, load, make_records, ours
from wenming.rules.commitments.many import VERDICTS


def test_it_works() -> None:
    result = judging(records=20_000, runs=1)
    assert result.limit == 3
    assert result.median > 0


def test_what_is_compared_holds_every_state() -> None:
    columns, which = make_records(1_000_000)
    states = Counter(VERDICTS[state] for board in ours(columns, which) for state in np.ravel(board.states))
    assert {state.value for state in states} == {"met", "missed", "open", "due_soon", "not_due"}


def test_a_difference_is_seen() -> None:
    columns, which = make_records(20_000)
    others, _ = make_records(19_000)
    with pytest.raises(AssertionError, match="do not count alike"):
        compare(others, which[:19_000], load(columns, which))
