"""Sets of days."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import spans
from wenming.rules.commitments.model import Span
from wenming.rules.commitments.spans import DAY, common, later, length, united

some = st.lists(spans(40), max_size=6)


def days_of(several: list[Span]) -> list[date]:
    """Every day, as often as a span has it."""
    return [span.first + step * DAY for span in several for step in range(length(span))]


@given(some)
def test_united_spans_have_the_same_days_once_in_order_and_apart(several: list[Span]) -> None:
    found = united(several)
    assert days_of(found) == sorted(set(days_of(several)))
    assert all(one.last + DAY < other.first for one, other in itertools.pairwise(found))


@given(some, some)
def test_common_days_are_those_of_both(one: list[Span], other: list[Span]) -> None:
    assert set(days_of(common(united(one), united(other)))) == set(days_of(one)) & set(days_of(other))


@given(st.dates(), st.integers(0, 10**7))
def test_later_ends_with_the_last_day_that_there_is(day: date, days: int) -> None:
    found = later(day, days)
    assert found == date.max or found == day + timedelta(days)


def test_spans_up_to_the_last_day_unite() -> None:
    assert united([Span(date(2026, 1, 1), date.max), Span(date(2026, 3, 1), date.max)]) == [
        Span(date(2026, 1, 1), date.max)
    ]
