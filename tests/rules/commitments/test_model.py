"""What makes no commitment is refused when it is made."""

from collections.abc import Callable
from datetime import date

import pytest

from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Every,
    Growth,
    Length,
    NoCommitment,
    Population,
    Recurring,
    Span,
    Window,
    rhythm,
)

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Amount(None, None, "次"), "at least or at most"),
        (lambda: Amount(3, 2, "次"), "not more than"),
        (lambda: Amount(-1, None, "次"), "not below 0"),
        (lambda: Amount(float("nan"), None, "次"), "not below 0"),
        (lambda: Amount(1, None, ""), "of something"),
        (lambda: Span(DAY, date(2026, 3, 4)), "ends on or after"),
        (Window, "has days"),
        (lambda: Window(months=(0,)), "1 to 12"),
        (lambda: Population(""), "a name"),
        (lambda: Population("村", 0), "somebody"),
        (lambda: Population("村", 3, frozenset({1})), "number of members"),
        (lambda: Coverage(0, Population("村")), "at least once"),
        (lambda: Recurring(Amount(1, None, "次"), 0, Every.WEEK), "rhythm"),
        (lambda: Growth("经费", "经费"), "another"),
        (lambda: Commitment(Deadline(), Span(DAY, DAY), soon_days=-1), "0 or more"),
        (lambda: Commitment(Deadline(), Span(date(1, 1, 1), date(9, 1, 1))), "of our time"),
    ],
)
def test_it_is_refused(make: Callable[[], object], why: str) -> None:
    with pytest.raises(NoCommitment, match=why):
        make()


def test_a_window_holds_days_of_its_months_and_of_its_spans() -> None:
    window = Window(months=(5, 6), spans=(Span(date(2026, 10, 1), date(2026, 10, 7)),))
    assert [date(2026, 5, 1) in window, date(2027, 6, 30) in window, date(2026, 10, 7) in window] == [True] * 3
    assert date(2026, 10, 8) not in window


def test_how_many_a_population_has() -> None:
    assert Population("村", 12).count == 12
    assert Population("村", members=frozenset({4, 5})).count == 2
    assert Population("村").count is None


def test_only_what_repeats_has_a_rhythm() -> None:
    assert rhythm(Coverage(2, Population("村"), 1, Every.YEAR)) == (1, Every.YEAR)
    assert rhythm(Length(Amount(3, None, "天"))) == (1, Every.WHOLE)


def test_at_most_alone_is_a_limit() -> None:
    assert Amount(None, 2, "次").is_limit
    assert not Amount(8, 10, "个").is_limit
