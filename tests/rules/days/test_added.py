"""What an installation adds to the calendar."""

from datetime import date

import pytest

from wenming.rules.days.added import Added, AddedKind, Fault, calendar_with, fault_of, sorted_out
from wenming.rules.days.festivals import BY_NAME

EID = Added(AddedKind.OFF, date(2026, 5, 27), date(2026, 5, 29), "古尔邦节", "自治区通知")
WORKED = Added(AddedKind.WORK, date(2026, 5, 30), date(2026, 5, 30), "古尔邦节")
SAID = Added(AddedKind.FESTIVAL, date(2026, 5, 28), date(2026, 5, 28), "古尔邦节")
TERM = Added(AddedKind.SPRING, date(2026, 3, 9), date(2026, 7, 3), "春季学期")
NOTICE = Added(AddedKind.NOTICE, date(2027, 1, 1), date(2027, 12, 31), "放假通知已录齐")


def test_the_calendar_takes_all_of_it() -> None:
    found = calendar_with([EID, WORKED, SAID, TERM, NOTICE])
    days = [date(2026, 5, day) for day in range(26, 31)]
    assert [found.is_working(day) for day in days] == [True, False, False, False, True]
    assert found.when(BY_NAME["古尔邦节"], 2026)[0].first == date(2026, 5, 28)
    assert 2027 in found.announced
    assert [term.first for term in found.school_terms if not term.is_assumed] == [date(2026, 3, 9)]


def test_without_anything_it_is_the_calendar_of_the_country() -> None:
    assert calendar_with([]).is_working(date(2026, 5, 28))


@pytest.mark.parametrize(
    ("one", "fault"),
    [
        (EID, None),
        (Added(AddedKind.OFF, date(2026, 5, 2), date(2026, 5, 1), "甲"), Fault.BACKWARDS),
        (Added(AddedKind.OFF, date(1999, 5, 1), date(1999, 5, 1), "甲"), Fault.OUT_OF_TIME),
        (Added(AddedKind.OFF, date(2026, 5, 1), date(2026, 6, 1), "甲"), Fault.TOO_LONG),
        (Added(AddedKind.AUTUMN, date(2026, 9, 1), date(2026, 9, 5), "秋季学期"), Fault.TERM_LENGTH),
        (Added(AddedKind.AUTUMN, date(2026, 9, 1), date(2027, 6, 5), "秋季学期"), Fault.TERM_LENGTH),
        (Added(AddedKind.NOTICE, date(2027, 1, 1), date(2027, 12, 30), "通知"), Fault.NO_WHOLE_YEAR),
        (Added(AddedKind.FESTIVAL, date(2026, 5, 1), date(2026, 5, 1), "县庆日"), Fault.UNKNOWN_FESTIVAL),
    ],
)
def test_what_cannot_be_meant(one: Added, fault: Fault | None) -> None:
    assert fault_of(one, []) is fault


def test_nothing_is_said_twice_of_a_day() -> None:
    again = Added(AddedKind.WORK, date(2026, 5, 29), date(2026, 5, 29), "甲")
    assert fault_of(again, [EID]) is Fault.SAID_ALREADY
    assert fault_of(SAID, [EID]) is None  # that the festival is on a day off is another matter
    assert fault_of(Added(AddedKind.FESTIVAL, date(2026, 5, 28), date(2026, 5, 29), "古尔邦节"), [SAID])
    assert fault_of(NOTICE, [NOTICE]) is Fault.SAID_ALREADY


def test_terms_do_not_meet() -> None:
    early = Added(AddedKind.SPRING, date(2027, 1, 4), date(2027, 7, 2), "春季学期")  # within the autumn that is assumed
    assert fault_of(early, [TERM]) is Fault.TERMS_MEET


def test_a_list_is_sorted_out_and_its_own_lines_count_too() -> None:
    new, known, faults = sorted_out([EID, WORKED, WORKED, SAID], [EID])
    assert (new, known) == ([WORKED, SAID], [EID])
    assert faults == [(2, Fault.SAID_ALREADY)]
