"""Days of the year as an office says them."""

from datetime import date

import pytest

from wenming.rules.commitments.model import Span, Window
from wenming.rules.days.school import Season, Term
from wenming.work.commitments import windows

YEARS = Span(date(2026, 1, 1), date(2027, 12, 31))
AUTUMN = Term(2026, Season.AUTUMN, date(2026, 9, 1), date(2027, 1, 20))
SPRING = Term(2026, Season.SPRING, date(2027, 2, 20), date(2027, 7, 5))


@pytest.mark.parametrize("text", ["3月15日", "3-15", " 3.15 ", "03/15"])
def test_a_day_of_any_year(text: str) -> None:
    assert windows.month_day(text) == (3, 15)


@pytest.mark.parametrize("text", ["", "2月30日", "13月1日", "三月", "2026-03-15"])
def test_no_day(text: str) -> None:
    with pytest.raises(windows.NoDay):
        windows.month_day(text)


def test_each_year_and_over_new_year() -> None:
    spring = windows.each_year((3, 15), (5, 20), YEARS)
    assert spring is not None
    assert spring.spans == tuple(Span(date(year, 3, 15), date(year, 5, 20)) for year in (2026, 2027))
    winter = windows.each_year((11, 15), (2, 29), YEARS)
    assert winter is not None
    assert (winter.spans[0], len(winter.spans)) == (Span(date(2025, 11, 15), date(2026, 2, 28)), 3)
    assert windows.each_year((3, 1), (3, 2), Span(date(2026, 5, 1), date(2026, 6, 1))) is None


def test_terms_by_season() -> None:
    found = {which: windows.in_terms(which, (AUTUMN, SPRING), YEARS) for which in windows.TERMS}
    counts = {which: len(one.spans) for which, one in found.items() if one}
    assert counts == {"autumn": 1, "spring": 1, "term": 2}
    assert windows.in_terms("spring", (AUTUMN,), YEARS) is None


def test_what_was_said_is_said_again() -> None:
    spring = windows.each_year((3, 15), (5, 20), YEARS)
    assert windows.said_in(spring) == {"when": "days", "day_first": "3月15日", "day_last": "5月20日"}
    assert windows.said_in(windows.in_terms("term", (AUTUMN,), YEARS)) == {"when": "term"}
    assert windows.said_in(None) == windows.said_in(Window(months=(5,))) == {"when": "months"}
    festival = Window(spans=(Span(date(2026, 9, 30), date(2026, 10, 8)),), name="国庆节")
    said = windows.said_in(festival)
    assert said["when"] == "kept"
    assert windows.as_kept(said["kept"]) == festival
    assert [windows.as_kept(text) for text in ("", "[]", '{"spans": 1}', '{"spans": [], "name": ""}')] == [None] * 4
