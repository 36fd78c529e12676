"""What records, figures and reviews amount to; every kind's own test stands with the judging of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.counting import Counted, LeftOut, Tally, Why
from wenming.rules.commitments.facts import Circumstances, Figure
from wenming.rules.commitments.findings import Finding, find, heads, total
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Demand,
    Growth,
    Length,
    Number,
    Population,
    Span,
    Total,
)
from wenming.rules.commitments.periods import Period

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
PERIOD = Period(YEAR.first, YEAR.last, YEAR.last, date(2027, 1, 10))
LATER = date(2027, 2, 1)


def found(demand: Demand, *amounts: Number, late: Number = 0, figures: tuple[Figure, ...] = ()) -> Finding:
    """What so many records come to."""
    counted = [Counted(key, YEAR.first, amount, is_late=False) for key, amount in enumerate(amounts)]
    counted += [Counted(99, LATER, late, is_late=True)] if late else []
    tally = Tally(tuple(counted), ())
    return find(Commitment(demand, YEAR), PERIOD, tally, Circumstances(figures=figures), LATER, LATER)


@pytest.mark.parametrize(
    ("amounts", "late", "have", "is_done", "is_in_time"),
    [((3, 4), 0, 7, False, False), ((3, 5), 0, 8, True, True), ((3, 4), 2, 9, True, False), ((), 0, 0, False, False)],
)
def test_a_sum(amounts: tuple[int, ...], late: int, have: int, is_done: bool, is_in_time: bool) -> None:
    finding = found(Total(Amount(8, 10, "个"), together=False), *amounts, late=late)
    assert (finding.have, finding.is_done, finding.is_in_time) == (have, is_done, is_in_time)


def test_heads_are_counted_where_nobody_is_known_by_name() -> None:
    twice = Coverage(2, Population("村民", 50))
    assert heads(twice) == Amount(100, None, "人次")
    assert found(twice, 60, 45).is_done
    assert not found(twice, 60, 30).is_done


def test_a_population_of_unknown_size_waits_for_the_office() -> None:
    assert found(Coverage(1, Population("村民")), 60).waits_for_office


def test_one_too_short_breaks_the_length_of_all() -> None:
    three = Amount(3, None, "天")
    records = Tally(
        (Counted(1, YEAR.first, 1, is_late=False),), (LeftOut(2, date(2026, 5, 5), Why.TOO_SHORT, 2, three),)
    )
    finding = find(Commitment(Length(three), YEAR), PERIOD, records, Circumstances(), LATER, LATER)
    assert (finding.have, finding.need, finding.is_broken) == (1, Amount(2, None, "次"), True)


@pytest.mark.parametrize(
    ("figures", "have"),
    [
        ({2025: 40, 2026: 44}, 110),
        ({2026: 44}, None),  # nothing to compare with
        ({2025: 40}, None),
        ({2025: 0, 2026: 44}, None),
        ({2025: 40, 2026: -1}, None),
    ],
)
def test_growth_is_what_a_figure_is_of_what_it_was(figures: dict[int, float], have: float | None) -> None:
    known = tuple(Figure("经费", date(year, 12, 30), value) for year, value in figures.items())
    finding = found(Growth("经费", "收入"), figures=known)
    assert finding.have == (None if have is None else pytest.approx(have))
    assert not finding.is_done  # of the other nothing is known


@given(st.lists(st.integers(0, 9) | st.floats(0, 9), max_size=6))
def test_a_sum_has_no_order(numbers: list[Number]) -> None:
    assert total(numbers) == total(list(reversed(numbers))) == total(sorted(numbers))


def test_whole_numbers_stay_whole() -> None:
    assert isinstance(total([1, 2]), int)
    assert total([0.5, 1]) == 1.5
