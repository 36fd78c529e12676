"""Which days a date in a plan means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.deadlines import Span, span, year_of


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (None, "2026-06-30", None, date(2026, 6, 30)),
        (None, "2026-06", None, date(2026, 6, 30)),
        (None, "2026", None, date(2026, 12, 31)),
        (None, "--06-15", None, date(2026, 6, 15)),
        (None, "--02", None, date(2026, 2, 28)),
        ("2026-03", "2026-10", date(2026, 3, 1), date(2026, 10, 31)),
        ("2026", None, date(2026, 1, 1), None),
        ("--07", "--08", date(2026, 7, 1), date(2026, 8, 31)),
        (None, "--02-29", None, date(2026, 2, 28)),
        (None, "0000-01", None, None),
        (None, "soon", None, None),
        (None, None, None, None),
    ],
)
def test_a_date_of_any_precision_means_its_days(
    start: str | None, end: str | None, first: date | None, last: date | None
) -> None:
    assert span(start, end, year=2026) == Span(first, last)


@pytest.mark.parametrize(
    ("value", "due"),
    [
        (Span(date(2026, 3, 1), date(2026, 10, 31)), date(2026, 10, 31)),
        (Span(date(2026, 3, 1), None), date(2026, 3, 1)),
        (Span(None, None), date.max),
    ],
)
def test_a_span_is_known_by_its_last_day(value: Span, due: date) -> None:
    assert value.due == due


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青禾县2026年实施方案", 2026),
        ("三年行动计划（2025年—2027年）", 2030),
        ("实施方案", 2030),
        ("2026年度2026年", 2026),
    ],
)
def test_the_title_names_the_year(title: str, year: int) -> None:
    assert year_of(title, otherwise=2030) == year


@given(st.dates(min_value=date(1, 1, 1)), st.integers(1, 9999))
def test_a_whole_date_means_itself(day: date, year: int) -> None:
    assert span(day.isoformat(), day.isoformat(), year=year) == Span(day, day)


@given(st.text(alphabet="0123456789-", max_size=12), st.integers(1, 9999))
def test_whatever_is_written_is_a_day_or_nothing(text: str, year: int) -> None:
    found = span(text, text, year=year)
    assert found.first is None or found.last is None or found.first <= found.last
