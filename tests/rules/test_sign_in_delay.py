"""How long the next try has to wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.sign_in_delay import Delays, failures_in_a_row, wait_after, wait_until

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DELAYS = Delays(free=2, first=MINUTE, longest=8 * MINUTE, memory=60 * MINUTE)


def ago(*minutes: float) -> list[datetime]:
    """So many minutes before noon."""
    return [NOON - one * MINUTE for one in minutes]


@pytest.mark.parametrize(
    ("failures", "wait"),
    [
        ([], None),
        ([0], None),
        ([0, 0], None),
        ([0, 1, 2], 1),
        ([0.5, 1, 2], 0.5),
        ([1, 1, 2], None),  # the minute is over
        ([0, 1, 2, 3], 2),
        ([0, 1, 2, 3, 4], 4),
        ([0, 1, 2, 3, 4, 5], 8),
        ([0] * 60, 8),  # never longer than the longest
        ([0, 61, 62, 63], None),  # what lies before a long silence is forgotten
        ([61, 62, 63], None),
        ([0, 50, 100], 1),  # each within an hour of the next
    ],
)
def test_the_wait(failures: list[float], wait: float | None) -> None:
    expected = None if wait is None else NOON + wait * MINUTE
    assert wait_until(ago(*failures), at=NOON, delays=DELAYS) == expected


def test_failures_to_come_do_not_count() -> None:
    assert wait_until(ago(-1, -2, -3, -4), at=NOON, delays=DELAYS) is None


minutes = st.lists(st.floats(0, 300), max_size=30)


@given(minutes, st.floats(0, 300))
def test_one_more_failure_never_shortens_the_wait(failures: list[float], more: float) -> None:
    before = wait_until(ago(*failures), at=NOON, delays=DELAYS) or NOON
    after = wait_until(ago(*failures, more), at=NOON, delays=DELAYS) or NOON
    assert after >= before


@given(minutes)
def test_nobody_waits_longer_than_the_longest(failures: list[float]) -> None:
    until = wait_until(ago(*failures), at=NOON, delays=DELAYS)
    assert until is None or NOON < until <= NOON + DELAYS.longest


@given(minutes)
def test_the_order_does_not_matter(failures: list[float]) -> None:
    given_backwards = wait_until(reversed(ago(*failures)), at=NOON, delays=DELAYS)
    assert wait_until(ago(*failures), at=NOON, delays=DELAYS) == given_backwards


@given(minutes)
def test_waiting_it_out_is_enough(failures: list[float]) -> None:
    until = wait_until(ago(*failures), at=NOON, delays=DELAYS)
    assert until is None or wait_until(ago(*failures), at=until, delays=DELAYS) is None


@given(st.integers(1, 10**6))
def test_waits_grow(beyond: int) -> None:
    assert wait_after(beyond, DELAYS) <= wait_after(beyond + 1, DELAYS) <= DELAYS.longest


def test_a_chain_of_failures_is_counted_to_its_first_gap() -> None:
    assert failures_in_a_row(ago(0, 30, 90, 151, 160), at=NOON, delays=DELAYS) == 3
