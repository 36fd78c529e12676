"""The festivals that plans speak of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.model import Span
from wenming.rules.days.festival_rules import Islamic
from wenming.rules.days.festivals import BY_NAME, FESTIVALS, Announced, Festival, festivals_between, when
from wenming.rules.days.table import DayKind, nationwide


def _day(year: int, month: int, day: int) -> Span:
    return Span(date(year, month, day), date(year, month, day))


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("元旦", _day(2026, 1, 1)),
        ("腊八节", _day(2026, 1, 26)),
        ("除夕", _day(2026, 2, 16)),
        ("春节", _day(2026, 2, 17)),
        ("元宵节", _day(2026, 3, 3)),
        ("学雷锋纪念日", _day(2026, 3, 5)),
        ("诺鲁孜节", Span(date(2026, 3, 20), date(2026, 3, 21))),
        ("清明节", _day(2026, 4, 5)),
        ("全国助残日", _day(2026, 5, 17)),
        ("端午节", _day(2026, 6, 19)),
        ("建党节", _day(2026, 7, 1)),
        ("七夕节", _day(2026, 8, 19)),
        ("全国科普日", Span(date(2026, 9, 19), date(2026, 9, 20))),
        ("中国农民丰收节", _day(2026, 9, 23)),
        ("中秋节", _day(2026, 9, 25)),
        ("烈士纪念日", _day(2026, 9, 30)),
        ("国庆节", _day(2026, 10, 1)),
        ("重阳节", _day(2026, 10, 18)),
        ("国家宪法日", _day(2026, 12, 4)),
        ("国家公祭日", _day(2026, 12, 13)),
        ("肉孜节", _day(2026, 3, 20)),
        ("古尔邦节", _day(2026, 5, 27)),
    ],
)
def test_festivals_of_2026(name: str, span: Span) -> None:
    assert when(BY_NAME[name], 2026) == (span,)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
@pytest.mark.parametrize("name", ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"])
def test_the_country_rests_on_its_festivals(name: str, year: int) -> None:
    off = {day.on for day in nationwide() if day.kind is DayKind.OFF}
    (span,) = when(BY_NAME[name], year)
    assert span.first in off


@pytest.mark.parametrize(  # as regions announced them
    ("name", "year", "announced", "expected"),
    [
        ("肉孜节", 2025, [(2025, 3, 31)], [(2025, 3, 31)]),  # a day after what is computed
        ("肉孜节", 2025, [(2024, 4, 10)], [(2025, 3, 30)]),  # of another year
        ("古尔邦节", 2025, [(2025, 6, 6)], [(2025, 6, 6)]),
        ("肉孜节", 2033, [(2033, 1, 3)], [(2033, 1, 3), (2033, 12, 23)]),  # the other one stays
        ("肉孜节", 2033, [(2033, 1, 3), (2033, 12, 22)], [(2033, 1, 3), (2033, 12, 22)]),
        ("肉孜节", 2080, [(2080, 7, 18)], [(2080, 7, 18)]),  # beyond what is computed
    ],
)
def test_what_is_announced_replaces_what_is_computed(
    name: str, year: int, announced: list[tuple[int, int, int]], expected: list[tuple[int, int, int]]
) -> None:
    said = [Announced(name, _day(*day), "自治区节假日安排") for day in announced]
    assert when(BY_NAME[name], year, said) == tuple(_day(*day) for day in expected)


def test_an_announcement_is_of_one_festival() -> None:
    said = [Announced("肉孜节", _day(2025, 3, 31), "自治区节假日安排")]
    assert when(BY_NAME["古尔邦节"], 2025, said) == when(BY_NAME["古尔邦节"], 2025)


@given(st.integers(1925, 2076), st.sampled_from([-1, 0, 1]))
def test_a_day_more_or_less_keeps_how_many_there_are(year: int, shift: int) -> None:
    festival = BY_NAME["古尔邦节"]
    computed = when(festival, year)
    said = [Announced(festival.name, _shifted(span, shift), "令") for span in computed]
    found = when(festival, year, said)
    assert [span for span in found if span.first.year == year] == list(found)
    assert set(found) == {one.span for one in said if one.span.first.year == year}


def _shifted(span: Span, days: int) -> Span:
    return Span(span.first + timedelta(days=days), span.last + timedelta(days=days))


def test_names_are_clear() -> None:
    assert len(BY_NAME) == len(FESTIVALS) == len({festival.english for festival in FESTIVALS})


@pytest.mark.parametrize("festival", FESTIVALS, ids=lambda festival: festival.name)
def test_each_comes_every_year_or_so(festival: Festival) -> None:
    spans = [span for year in range(2020, 2036) for span in when(festival, year)]
    assert len(spans) in ((16, 17) if isinstance(festival.rule, Islamic) else (16,))


def test_a_year_in_order() -> None:
    found = festivals_between(date(2026, 9, 19), date(2026, 10, 1))
    assert [festival.name for _, festival in found] == [
        "全国科普日",
        "公民道德宣传日",
        "中国农民丰收节",
        "中秋节",
        "烈士纪念日",
        "国庆节",
    ]


def test_a_festival_that_has_begun_is_among_them() -> None:
    assert [one.name for _, one in festivals_between(date(2026, 3, 21), date(2026, 3, 21))] == ["诺鲁孜节"]
    assert festivals_between(date(2026, 3, 21), date(2026, 3, 20)) == ()
