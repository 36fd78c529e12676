"""Theme months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.model import Span
from wenming.rules.days.themes import THEME_MONTHS, ThemeMonth, month_span

BY_NAME = {theme.name: theme for theme in THEME_MONTHS}


@pytest.mark.parametrize(
    ("name", "year", "span"),
    [
        ("学雷锋活动月", 2026, Span(date(2026, 3, 1), date(2026, 3, 31))),
        ("安全生产月", 2026, Span(date(2026, 6, 1), date(2026, 6, 30))),
        ("民族团结进步宣传月", 2026, Span(date(2026, 9, 1), date(2026, 9, 30))),
        ("民族团结教育月", 2027, Span(date(2027, 5, 1), date(2027, 5, 31))),
    ],
)
def test_the_days_of_a_theme(name: str, year: int, span: Span) -> None:
    assert month_span(BY_NAME[name], year) == span


@given(st.integers(1, 12), st.integers(1900, 2199))
def test_it_is_the_whole_month(month: int, year: int) -> None:
    span = month_span(ThemeMonth("月", "month", month), year)
    assert span.first == date(year, month, 1)
    assert (span.last.year, span.last.month) == (year, month)
    assert (span.last + timedelta(days=1)).day == 1


def test_names_are_clear() -> None:
    assert len(BY_NAME) == len(THEME_MONTHS) == len({theme.english for theme in THEME_MONTHS})
