"""School terms, given and assumed."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.model import Span
from wenming.rules.days.lunar import new_years_day
from wenming.rules.days.school import SHORTEST, BadTerm, Season, Term, assumed_term, halves, terms


@pytest.mark.parametrize(
    ("school_year", "season", "first", "last"),
    [
        (2023, Season.SPRING, date(2024, 2, 26), date(2024, 7, 5)),
        (2024, Season.AUTUMN, date(2024, 9, 1), date(2025, 1, 10)),
        (2024, Season.SPRING, date(2025, 2, 13), date(2025, 7, 4)),
        (2025, Season.AUTUMN, date(2025, 9, 1), date(2026, 1, 30)),
        (2025, Season.SPRING, date(2026, 3, 4), date(2026, 7, 10)),
        (2026, Season.AUTUMN, date(2026, 9, 1), date(2027, 1, 22)),
        (2026, Season.SPRING, date(2027, 2, 22), date(2027, 7, 9)),
    ],
)
def test_terms_by_the_rule(school_year: int, season: Season, first: date, last: date) -> None:
    assert assumed_term(school_year, season) == Term(school_year, season, first, last, is_assumed=True)


@given(st.integers(1990, 2090))
def test_the_rule_keeps_its_word(school_year: int) -> None:
    autumn, spring = (assumed_term(school_year, season) for season in Season)
    festival = new_years_day(school_year + 1)
    assert autumn.last <= min(date(school_year + 1, 1, 31), festival - timedelta(days=14))
    assert autumn.last.weekday() == spring.last.weekday() == 4
    assert 1 <= (spring.first - festival).days - 14 <= 3
    assert spring.first.weekday() < 5
    assert date(school_year + 1, 7, 4) <= spring.last <= date(school_year + 1, 7, 10)


@given(st.integers(1990, 2080), st.integers(0, 9))
def test_terms_are_in_order_and_apart(first: int, count: int) -> None:
    found = terms(range(first, first + count))
    assert len(found) == 2 * count
    assert all(one.last < other.first for one, other in pairwise(found))


def test_a_term_that_is_given_stands() -> None:
    given_term = Term(2025, Season.SPRING, date(2026, 3, 2), date(2026, 7, 3))
    found = terms([2025], [given_term])
    assert found == (assumed_term(2025, Season.AUTUMN), given_term)


def test_a_term_of_another_year_is_taken_along() -> None:
    given_term = Term(2030, Season.AUTUMN, date(2030, 8, 30), date(2031, 1, 10))
    assert terms([2025], [given_term])[-1] == given_term


def test_terms_that_cannot_be_meant_are_refused() -> None:
    spring = Term(2025, Season.SPRING, date(2026, 3, 2), date(2026, 7, 3))
    with pytest.raises(BadTerm, match="twice"):
        terms([2025], [spring, spring])
    with pytest.raises(BadTerm, match="share days"):
        terms([2025], [Term(2025, Season.SPRING, date(2026, 1, 5), date(2026, 7, 3))])
    with pytest.raises(BadTerm, match=f"at least {SHORTEST} days"):
        Term(2025, Season.SPRING, date(2026, 7, 3), date(2026, 3, 2))


def test_the_halves_of_a_term() -> None:
    term = Term(2025, Season.SPRING, date(2026, 3, 2), date(2026, 7, 3))
    assert halves(term) == (
        Span(date(2026, 3, 2), date(2026, 5, 3)),
        Span(date(2026, 5, 4), date(2026, 7, 3)),
    )


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(SHORTEST - 1, 250))
def test_halves_tile_the_term_and_part_at_a_week(first: date, days: int) -> None:
    term = Term(2025, Season.AUTUMN, first, first + timedelta(days=days))
    one, other = halves(term)
    assert (one.first, other.last) == (term.first, term.last)
    assert other.first == one.last + timedelta(days=1)
    assert other.first.weekday() == 0
    assert abs((one.last - one.first).days - (other.last - other.first).days) <= 7
