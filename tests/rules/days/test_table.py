"""The table of special days, against the notices and against what others have taken from them."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.days.table import NOTICES, BadTable, DayKind, Notice, SpecialDay, nationwide, read, written

# As the notices say it: from the first to the last day off, and the Saturdays and Sundays that are worked.
NOTICED = {
    2024: (
        "0101-0101 0210-0217 0404-0406 0501-0505 0610-0610 0915-0917 1001-1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
    ),
    2025: ("0101-0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008", "0126 0208 0427 0928 1011"),
    2026: (
        "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
        "0104 0214 0228 0509 0920 1010",
    ),
}


def _day(year: int, written_day: str) -> date:
    return date(year, int(written_day[:2]), int(written_day[2:]))


@pytest.mark.parametrize("year", NOTICED)
def test_the_table_is_what_the_notices_say(year: int) -> None:
    spans, worked = NOTICED[year]
    off = set()
    for span in spans.split():
        first, last = (_day(year, end) for end in span.split("-"))
        off |= {first + timedelta(days=ahead) for ahead in range((last - first).days + 1)}
    found = [day for day in nationwide() if day.on.year == year]
    assert {day.on for day in found if day.kind is DayKind.OFF} == off
    assert {day.on for day in found if day.kind is DayKind.WORK} == {_day(year, day) for day in worked.split()}


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.year))
def test_others_have_read_the_same(notice: Notice) -> None:
    special = {day.on: day.kind for day in nationwide()}
    day = date(notice.year, 1, 1)
    while day.year == notice.year:
        works = special[day] is DayKind.WORK if day in special else day.weekday() < 5
        assert works == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_each_day_has_its_notice() -> None:
    numbers = {notice.year: notice.number for notice in NOTICES}
    assert [day for day in nationwide() if day.source != numbers[day.on.year]] == []
    assert all(notice.issued_on.year == notice.year - 1 for notice in NOTICES)


def test_only_days_of_the_weekend_are_worked_instead() -> None:
    assert [day for day in nationwide() if day.kind is DayKind.WORK and day.on.weekday() < 5] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the columns are"),
        ("date,kind\n", "the columns are"),
        ("day,kind,festival,source\n2026-13-01,off,元旦,令\n", "line 2"),
        ("day,kind,festival,source\n2026-01-01,free,元旦,令\n", "line 2: 'free'"),
        ("day,kind,festival,source\n2026-01-01,off\n", "line 2"),
        ("day,kind,festival,source\n2026-01-01,off,元旦,令\n2026-01-01,work,元旦,令\n", "2026-01-01 stands twice"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadTable, match=why):
        read(text)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))
special_days = st.builds(SpecialDay, st.dates(), st.sampled_from(DayKind), words, words)


@given(st.lists(special_days, unique_by=lambda day: day.on, max_size=5))
def test_what_is_written_is_read_back_in_order(days: list[SpecialDay]) -> None:
    assert read(written(days)) == tuple(sorted(days, key=lambda day: day.on))
