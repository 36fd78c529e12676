"""Where everything of the picture stands."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wenming.papers.timeline.drawing import (
    BAR,
    HEAD,
    LABEL,
    LETTERS,
    MONTH,
    ROW,
    WIDTH,
    Stage,
    bars,
    row_y,
    shortened,
    x_of,
)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS)
def test_a_later_day_stands_further_right(one: date, other: date) -> None:
    if one < other:
        assert x_of(one, 2026) < x_of(other, 2026)
        assert x_of(one, 2026, is_end=True) <= x_of(other, 2026)
    assert LABEL <= x_of(one, 2026) < x_of(one, 2026, is_end=True) <= WIDTH


def test_months_begin_at_their_lines() -> None:
    assert [x_of(date(2026, month, 1), 2026) for month in (1, 2, 12)] == [LABEL, LABEL + MONTH, LABEL + 11 * MONTH]
    assert x_of(date(2026, 12, 31), 2026, is_end=True) == WIDTH


def test_other_years_stand_at_the_edges() -> None:
    assert x_of(date(2025, 6, 1), 2026) == LABEL
    assert x_of(date(2027, 6, 1), 2026) == WIDTH


def test_stages_stand_one_below_the_other_and_are_cut_at_the_year() -> None:
    first = Stage("动员", date(2025, 11, 1), date(2026, 1, 31), 1)
    second = Stage("推进", date(2026, 2, 1), date(2026, 2, 28), 2)
    past = Stage("以前", date(2024, 1, 1), date(2024, 12, 31), 3)
    one, other = bars([first, past, second], 2026)
    assert (one.x, one.width) == (LABEL, MONTH)
    assert (other.x, other.width) == (LABEL + MONTH, MONTH)
    assert other.y - one.y == ROW
    assert one.y == HEAD + (ROW - BAR) / 2
    assert row_y(0, 2) == HEAD + 2 * ROW


def test_a_stage_of_a_day_is_seen() -> None:
    (bar,) = bars([Stage("一天", date(2026, 2, 1), date(2026, 2, 1), 1)], 2026)
    assert bar.width >= 4


def test_names_fit_their_column() -> None:
    assert shortened("重点任务") == "重点任务"
    assert len(shortened("很长的名字" * 9)) == LETTERS
    assert shortened("（2026年）") == "（2026年）"  # nothing but brackets is better than nothing
