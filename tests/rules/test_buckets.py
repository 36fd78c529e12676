"""How often somebody may ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.buckets import Bucket, Limit, take

LIMIT = Limit(size=3, each_minute=60)


def ask(moments: list[float], limit: Limit = LIMIT) -> list[float]:
    """For how long each request has to wait."""
    bucket: Bucket | None = None
    waits = []
    for moment in moments:
        bucket, wait = take(bucket, limit, moment)
        waits.append(wait)
    return waits


@pytest.mark.parametrize(
    ("moments", "waits"),
    [
        ([0, 0, 0], [0, 0, 0]),
        ([0, 0, 0, 0], [0, 0, 0, 1]),
        ([0, 0, 0, 0.5], [0, 0, 0, 0.5]),
        ([0, 0, 0, 1], [0, 0, 0, 0]),
        ([0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 1, 1, 1, 0]),
        ([0, 0, 0, 100, 100, 100, 100], [0, 0, 0, 0, 0, 0, 1]),
    ],
)
def test_a_burst_and_then_so_many_a_minute(moments: list[float], waits: list[float]) -> None:
    assert ask(moments) == pytest.approx(waits)


@given(st.lists(st.floats(0, 600), max_size=200).map(sorted))
def test_never_more_than_the_burst_and_what_was_gained(moments: list[float]) -> None:
    let_in = ask(moments).count(0)
    assert let_in <= LIMIT.size + (moments[-1] - moments[0] if moments else 0) * LIMIT.each_minute / 60 + 1e-6


@given(st.lists(st.floats(0, 60), min_size=1, max_size=50).map(sorted))
def test_who_waits_as_long_as_told_is_let_in(moments: list[float]) -> None:
    bucket: Bucket | None = None
    for moment in moments:
        bucket, wait = take(bucket, LIMIT, moment)
        assert take(bucket, LIMIT, moment + wait + 1e-6)[1] == 0 or wait == 0
