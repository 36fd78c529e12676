"""Which days a piece may be of."""

from datetime import date

import pytest

from wenming.rules.filing.spans import Span, span_of

FIRST, LAST = date(2025, 8, 1), date(2026, 7, 31)
ROUND = Span(FIRST, LAST)
WORDS = {
    "": ROUND,
    "年度": ROUND,
    "每年": ROUND,
    "近两年": Span(date(2024, 8, 1), LAST),
    "近3年": Span(date(2023, 8, 1), LAST),
    "2016—2020年规划": Span(None, LAST),
    "国家宪法日": Span(FIRST, LAST, is_read=False),
}


@pytest.mark.parametrize("words", WORDS)
def test_the_words_are_read_or_taken_for_those_of_the_round(words: str) -> None:
    assert span_of(words, FIRST, LAST) == WORDS[words]


def test_a_day_within_is_enough() -> None:
    assert ROUND.holds(date(2025, 7, 1), date(2025, 8, 1))
    assert not ROUND.holds(date(2025, 7, 1), date(2025, 7, 31))
    assert Span(None, LAST).holds(date(1990, 1, 1), date(1990, 1, 1))


def test_years_are_counted_begun_ones_too() -> None:
    assert ROUND.years == 1
    assert Span(date(2024, 1, 1), date(2026, 3, 31)).years == 3
    assert Span(None, LAST).years == 1
    leap = date(2024, 2, 29)
    assert span_of("近三年", leap, leap).first == date(2021, 3, 1)
