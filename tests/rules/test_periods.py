"""Which period a moment is in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.periods import Every, next_begin, period_of

FIRST, LAST = datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2040-01-01")
MOMENTS = st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.just(UTC))


def day(*parts: int) -> datetime:
    """A moment by the clock on the wall."""
    year, month, number, hour, minute, second = [*parts, 0, 0, 0][:6]
    return datetime(year, month, number, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "every", "period", "begin"),
    [
        (day(2026, 3, 5, 12, 30), Every.HOUR, "2026-03-05T12", day(2026, 3, 5, 13)),
        (day(2026, 12, 31, 23, 59), Every.HOUR, "2026-12-31T23", day(2027, 1, 1)),
        (day(2026, 3, 5, 12, 30), Every.DAY, "2026-03-05", day(2026, 3, 6, 2)),
        (day(2026, 3, 5, 1, 59, 59), Every.DAY, "2026-03-04", day(2026, 3, 5, 2)),
        (day(2026, 3, 5, 2), Every.DAY, "2026-03-05", day(2026, 3, 6, 2)),
        (day(2027, 1, 1, 0), Every.DAY, "2026-12-31", day(2027, 1, 1, 2)),
    ],
)
def test_periods(at: datetime, every: Every, period: str, begin: datetime) -> None:
    assert period_of(at, every) == period
    assert next_begin(at, every) == begin


@given(MOMENTS, st.sampled_from(Every))
def test_the_next_period_begins_right_after_this_one(at: datetime, every: Every) -> None:
    begin = next_begin(at, every)
    assert begin > at
    assert period_of(begin, every) > period_of(at, every)
    assert period_of(begin - timedelta(microseconds=1), every) == period_of(at, every)
