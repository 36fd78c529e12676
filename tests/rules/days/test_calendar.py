"""The calendar of an installation: the country's data with what it adds."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments import periods
from wenming.rules.commitments.model import Span
from wenming.rules.days.calendar import Calendar, make_calendar
from wenming.rules.days.festivals import BY_NAME, Announced
from wenming.rules.days.school import Season, Term
from wenming.rules.days.table import DayKind, SpecialDay

CHINA = make_calendar()
REGION = "自治区节假日安排"
FEAST = Announced("肉孜节", Span(date(2025, 3, 31), date(2025, 3, 31)), REGION)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 2), False),  # a Friday off
        (date(2026, 1, 4), True),  # a Sunday that is worked
        (date(2026, 3, 2), True),
        (date(2026, 3, 7), False),
        (date(2027, 10, 1), True),  # not announced: a Friday
        (date(2027, 10, 2), False),
    ],
)
def test_working_days(day: date, works: bool) -> None:
    assert CHINA.is_working(day) is works


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_another_library_says_the_same(day: date) -> None:
    assert CHINA.is_working(day) == chinese_calendar.is_workday(day)


@given(st.dates(date(2027, 1, 1), date(2100, 12, 31)))
def test_years_not_announced_have_weekends_only(day: date) -> None:
    assert CHINA.is_working(day) == (day.weekday() < 5)
    assert CHINA.unannounced(day, day) == (day.year,)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2025, 6, 1), date(2026, 12, 31), ()),
        (date(2026, 12, 20), date(2027, 1, 5), (2027,)),
        (date(2026, 1, 1), date(2028, 1, 1), (2027, 2028)),
        (date(2028, 1, 1), date(2027, 1, 1), ()),
    ],
)
def test_years_that_are_not_announced_are_told(first: date, last: date, years: tuple[int, ...]) -> None:
    assert CHINA.unannounced(first, last) == years


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), 2027),
        (date(2027, 1, 1), 2027),
        (date(2027, 11, 1), 2027),  # the nearer one first
    ],
)
def test_the_notice_of_the_next_year_is_awaited_from_november_on(today: date, year: int | None) -> None:
    assert CHINA.awaited(today) == year


def test_an_installation_adds_days_and_years() -> None:
    local = [
        SpecialDay(date(2026, 5, 27), DayKind.OFF, "古尔邦节", REGION),
        SpecialDay(date(2026, 1, 4), DayKind.OFF, "元旦", REGION),  # stands before the country's
    ]
    calendar = make_calendar(local=local, announced=[2027])
    assert not calendar.is_working(date(2026, 5, 27))
    assert not calendar.is_working(date(2026, 1, 4))
    assert calendar.is_working(date(2026, 5, 28))
    assert calendar.unannounced(date(2026, 1, 1), date(2028, 1, 1)) == (2028,)


def test_local_days_alone_announce_no_year() -> None:
    calendar = make_calendar(local=[SpecialDay(date(2027, 5, 17), DayKind.OFF, "古尔邦节", REGION)])
    assert calendar.unannounced(date(2027, 1, 1), date(2027, 12, 31)) == (2027,)


def test_the_region_announces_a_festival() -> None:
    festival = BY_NAME["肉孜节"]
    calendar = make_calendar(festivals=[FEAST])
    assert CHINA.when(festival, 2025) == (Span(date(2025, 3, 30), date(2025, 3, 30)),)
    assert calendar.when(festival, 2025) == (FEAST.span,)
    assert (FEAST.span, festival) in calendar.festivals_between(date(2025, 3, 31), date(2025, 3, 31))


def test_terms_that_are_given_stand_for_those_assumed() -> None:
    term = Term(2025, Season.SPRING, date(2026, 3, 2), date(2026, 7, 3))
    calendar = make_calendar(given_terms=[term])
    assert term in calendar.school_terms
    assert len(calendar.school_terms) == len(CHINA.school_terms)
    assert [one for one in calendar.school_terms if one.school_year == 2025 and one.is_assumed] == [
        one for one in CHINA.school_terms if (one.school_year, one.season) == (2025, Season.AUTUMN)
    ]


@pytest.mark.parametrize(
    ("first", "last", "rest"),
    [
        (date(2026, 10, 1), date(2026, 10, 1), Span(date(2026, 10, 1), date(2026, 10, 7))),
        (date(2025, 10, 6), date(2025, 10, 6), Span(date(2025, 10, 1), date(2025, 10, 8))),
        (date(2026, 2, 17), date(2026, 2, 17), Span(date(2026, 2, 15), date(2026, 2, 23))),
        (date(2026, 9, 10), date(2026, 9, 10), Span(date(2026, 9, 10), date(2026, 9, 10))),  # 教师节 is worked
        (date(2026, 9, 11), date(2026, 9, 11), Span(date(2026, 9, 11), date(2026, 9, 11))),  # a Friday that is worked
        (date(2024, 1, 1), date(2024, 1, 1), Span(date(2023, 12, 30), date(2024, 1, 1))),  # 与周末连休
    ],
)
def test_days_off_around_a_festival(first: date, last: date, rest: Span) -> None:
    assert CHINA.rest_around(Span(first, last)) == rest


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 9))
def test_rest_is_a_whole_run_of_days_off(first: date, days: int) -> None:
    span = Span(first, first + timedelta(days=days))
    rest = CHINA.rest_around(span)
    assert rest.first <= span.first <= span.last <= rest.last
    added = [rest.first + timedelta(days=ahead) for ahead in range((rest.last - rest.first).days + 1)]
    assert not [day for day in added if day not in span and CHINA.is_working(day)]
    assert CHINA.is_working(rest.first) or CHINA.is_working(rest.first - timedelta(days=1))
    assert CHINA.is_working(rest.last) or CHINA.is_working(rest.last + timedelta(days=1))


def test_commitments_go_by_it() -> None:
    calendar: periods.Calendar = CHINA  # mypy holds the one to the other
    assert calendar.school_terms[0].first < calendar.school_terms[-1].last


def test_it_is_a_value() -> None:
    assert isinstance(hash(CHINA), int)
    assert make_calendar() == CHINA
    assert Calendar({}, frozenset(), (), ()).is_working(date(2026, 1, 1))
