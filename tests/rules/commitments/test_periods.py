"""The periods of a commitment."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import CALENDAR, commitments, spans
from wenming.rules.commitments.facts import Dispute, Pause
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Deadline,
    Every,
    Recurring,
    Span,
    Window,
    rhythm,
)
from wenming.rules.commitments.periods import Period, Weekdays, periods, timetable
from wenming.rules.commitments.spans import DAY, length
from wenming.rules.days.calendar import make_calendar

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
ONCE = Amount(1, None, "次")


def bounds(every: int, period: Every, span: Span = YEAR, window: Window | None = None) -> list[str]:
    """The periods as ``0101-0331``."""
    commitment = Commitment(Recurring(ONCE, every, period), span, window)
    return [f"{one.first:%m%d}-{one.last:%m%d}" for one in periods(commitment, CALENDAR)]


def from_to(*bounds: int) -> Span:
    """Days of 2026, each as month and day: 315 is 15 March."""
    first, last = (date(2026, *divmod(bound, 100)) for bound in bounds)
    return Span(first, last)


@pytest.mark.parametrize(
    ("every", "period", "found"),
    [
        (1, Every.QUARTER, ["0101-0331", "0401-0630", "0701-0930", "1001-1231"]),
        (1, Every.HALF_YEAR, ["0101-0630", "0701-1231"]),
        (3, Every.MONTH, ["0101-0331", "0401-0630", "0701-0930", "1001-1231"]),
        (5, Every.MONTH, ["0101-0531", "0601-1231"]),  # two of five months are less than half
        (1, Every.YEAR, ["0101-1231"]),
        (2, Every.YEAR, ["0101-1231"]),
        (1, Every.WHOLE, ["0101-1231"]),
        (1, Every.SCHOOL_TERM, ["0101-0123", "0302-0704", "0901-1231"]),
    ],
)
def test_a_year_in_periods(every: int, period: Every, found: list[str]) -> None:
    assert bounds(every, period) == found


@pytest.mark.parametrize(
    ("span", "period", "found"),
    [
        (from_to(315, 1231), Every.QUARTER, ["0315-0630", "0701-0930", "1001-1231"]),  # 17 of 90 days join
        (from_to(215, 1231), Every.QUARTER, ["0215-0331", "0401-0630", "0701-0930", "1001-1231"]),  # 45 of 90 stand
        (from_to(216, 1231), Every.QUARTER, ["0216-0630", "0701-0930", "1001-1231"]),
        (from_to(101, 711), Every.QUARTER, ["0101-0331", "0401-0711"]),
        (from_to(310, 320), Every.QUARTER, ["0310-0320"]),  # alone it stands, however short
        (from_to(325, 410), Every.QUARTER, ["0325-0410"]),  # two stubs are one period
        (from_to(304, 322), Every.WEEK, ["0304-0308", "0309-0315", "0316-0322"]),  # Wednesday to Sunday
        (from_to(306, 322), Every.WEEK, ["0306-0315", "0316-0322"]),  # Friday to Sunday
        (from_to(302, 317), Every.WEEK, ["0302-0308", "0309-0317"]),
    ],
)
def test_a_stub_of_less_than_half_joins_the_period_beside_it(span: Span, period: Every, found: list[str]) -> None:
    assert bounds(1, period, span) == found


def test_weeks_begin_on_monday_also_several_at_once() -> None:
    found = periods(Commitment(Recurring(ONCE, 2, Every.WEEK), from_to(305, 430)), CALENDAR)
    assert [one.first.weekday() for one in found[1:]] == [0] * (len(found) - 1)
    assert found[1].first == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("window", "period", "found"),
    [
        (Window(months=(5, 6)), Every.MONTH, ["0501-0531", "0601-0630"]),
        (Window(months=(5, 6)), Every.QUARTER, ["0501-0630"]),
        (Window(months=(3, 9)), Every.YEAR, ["0301-0930"]),
        (Window(spans=(from_to(1001, 1007),)), Every.YEAR, ["1001-1007"]),
        (Window(spans=(from_to(210, 220), from_to(1001, 1007))), Every.QUARTER, ["0210-0220", "1001-1007"]),
        (Window(spans=(from_to(503, 518),)), Every.WEEK, ["0503-0510", "0511-0518"]),  # Sunday; Monday
        (Window(spans=(Span(date(2027, 1, 1), date(2027, 2, 1)),)), Every.YEAR, []),
    ],
)
def test_a_window_leaves_what_lies_in_it(window: Window, period: Every, found: list[str]) -> None:
    assert bounds(1, period, window=window) == found


def one_period(grace: int = 0, *stops: Pause | Dispute, working: bool = False) -> Period:
    """The only period of a deadline on Friday 27 March 2026."""
    commitment = Commitment(Deadline(), from_to(302, 327), grace_days=grace, grace_in_working_days=working)
    return periods(commitment, Weekdays(), stops)[0]


@pytest.mark.parametrize(
    ("grace", "working", "closes"),
    [(0, False, 327), (3, False, 330), (3, True, 401), (1, True, 330)],
)
def test_grace_in_days_or_working_days(grace: int, working: bool, closes: int) -> None:
    assert one_period(grace, working=working).closes == date(2026, *divmod(closes, 100))


def test_days_off_of_the_country_are_no_working_days() -> None:
    before_national_day = Commitment(Deadline(), from_to(901, 930), grace_days=1, grace_in_working_days=True)
    assert periods(before_national_day, make_calendar())[0].closes == date(2026, 10, 8)


@pytest.mark.parametrize(
    ("stops", "due", "closes"),
    [
        ([Pause(date(2026, 3, 10), date(2026, 3, 14))], 401, 404),
        ([Pause(date(2026, 2, 20), date(2026, 3, 3))], 329, 401),  # only two of its days
        ([Pause(date(2026, 3, 26), date(2026, 4, 2))], 404, 407),
        ([Pause(date(2026, 3, 29), date(2026, 4, 2))], 327, 404),  # within the grace
        ([Pause(date(2026, 4, 2), date(2026, 4, 9))], 327, 330),  # after all
        ([Pause(date(2026, 3, 10), date(2026, 3, 14)), Dispute(date(2026, 3, 12), date(2026, 3, 15))], 402, 405),
        ([Pause(date(2026, 3, 10), date(2026, 3, 14)), Pause(date(2026, 3, 30), date(2026, 3, 30))], 402, 405),
    ],
)
def test_a_pause_moves_the_days_by_its_own(stops: list[Pause | Dispute], due: int, closes: int) -> None:
    found = one_period(3, *stops)
    assert (found.due, found.closes) == (date(2026, *divmod(due, 100)), date(2026, *divmod(closes, 100)))


def test_a_pause_without_an_end_leaves_no_due_day() -> None:
    found = one_period(3, Pause(date(2026, 3, 10), None))
    assert (found.due, found.closes, found.stands_still) == (date.max, date.max, False)


def test_a_period_of_a_rhythm_within_a_pause_is_not_moved_behind_it() -> None:
    monthly = Commitment(Recurring(ONCE, 1, Every.MONTH), YEAR, grace_days=3)
    found = periods(monthly, CALENDAR, [Pause(date(2026, 3, 20), date(2026, 5, 10))])
    assert [(one.due, one.stands_still) for one in found[2:5]] == [
        (date(2026, 5, 22), False),
        (date(2026, 4, 30), True),
        (date(2026, 6, 10), False),
    ]


@given(commitments())
def test_the_days_that_count_are_in_one_period_each(commitment: Commitment) -> None:
    table = timetable(commitment, CALENDAR)
    days = {span.first + step * DAY for span in table.days for step in range(length(span))}
    inside = [one.first + step * DAY for one in table.periods for step in range((one.last - one.first).days + 1)]
    assert sorted(set(inside)) == inside
    assert days <= set(inside)
    assert all(one.first in days and one.last in days for one in table.periods)
    if commitment.window is None and rhythm(commitment.demand)[1] != Every.SCHOOL_TERM:
        assert inside[0] == commitment.span.first
        assert inside[-1] == commitment.span.last
        assert len(inside) == len(days)


@given(commitments(), st.lists(spans(60).map(lambda span: Pause(span.first, span.last)), max_size=3))
def test_periods_do_not_move_but_their_due_days(commitment: Commitment, pauses: list[Pause]) -> None:
    plain, moved = periods(commitment, CALENDAR), periods(commitment, CALENDAR, pauses)
    assert [(one.first, one.last) for one in plain] == [(one.first, one.last) for one in moved]
    assert all(one.last <= one.due <= one.closes for one in moved)
    assert all(one.stands_still or one.due >= other.due for one, other in zip(moved, plain, strict=True))
    assert periods(commitment, CALENDAR, reversed(pauses)) == moved


@given(commitments(), st.integers(1, 50))
def test_a_later_end_of_a_pause_is_no_earlier_due_day(commitment: Commitment, days: int) -> None:
    first = commitment.span.first + DAY  # so that no period lies in it that begins with the span
    short, long = Pause(first, first), Pause(first, first + timedelta(days))
    for one, other in zip(periods(commitment, CALENDAR, [short]), periods(commitment, CALENDAR, [long]), strict=True):
        assert one.due <= other.due or other.stands_still
