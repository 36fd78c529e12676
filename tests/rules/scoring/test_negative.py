"""What events of the negative list cost, by the city's status and by the window."""

from datetime import date

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.scoring.negative import (
    Effect,
    Entry,
    Event,
    Outcome,
    Sanction,
    Status,
    consequences,
    reached,
)

ACCIDENT = Entry(
    "G15",
    "较大安全事故",
    (
        Sanction(Status.HOLDER, Effect.SUSPENDED, before="test", suspended_months=12),
        Sanction(Status.NOMINEE, Effect.STOPPED, before="application"),
        Sanction(Status.NOMINEE, Effect.POINTS, before="test", points=F(3)),
    ),
)
LEADERS = Entry("G1", "主要领导严重违纪违法", (Sanction(Status.HOLDER, Effect.CANCELLED, before="test", months=None),))
DAYS = {"test": date(2026, 10, 15), "application": date(2028, 2, 29)}


def what(status: Status, *events: Event, days: dict[str, date] | None = None) -> Outcome:
    """The outcome for these events."""
    return consequences([ACCIDENT, LEADERS], events, status=status, days=days or DAYS)


@pytest.mark.parametrize(
    ("on", "points", "effect", "why"),
    [
        (date(2026, 3, 1), 3, Effect.POINTS, "applies"),
        (date(2025, 10, 15), 3, Effect.POINTS, "applies"),
        (date(2025, 10, 14), 0, None, "outside_window"),
        (date(2026, 10, 15), 0, None, "outside_window"),
        (date(2027, 2, 28), 0, Effect.STOPPED, "applies"),  # twelve months before the 29th of February
        (date(2027, 2, 27), 0, None, "outside_window"),
    ],
)
def test_the_window_decides(on: date, points: int, effect: Effect | None, why: str) -> None:
    outcome = what(Status.NOMINEE, Event("G15", on))
    assert (outcome.points_off, outcome.effect, outcome.consequences[0].why) == (F(points), effect, why)
    assert outcome.is_eligible is (effect is not Effect.STOPPED)


def test_a_holder_is_suspended_until_a_day() -> None:
    outcome = what(Status.HOLDER, Event("G15", date(2026, 8, 31)))
    assert (outcome.effect, outcome.consequences[0].until) == (Effect.SUSPENDED, date(2027, 8, 31))


def test_the_heaviest_effect_counts_and_points_add_up() -> None:
    outcome = what(Status.HOLDER, Event("G15", date(2026, 8, 31)), Event("G1", date(2019, 1, 1)))
    assert (outcome.effect, outcome.is_eligible) == (Effect.CANCELLED, False)
    twice = what(Status.NOMINEE, Event("G15", date(2026, 8, 31)), Event("G15", date(2026, 9, 1)))
    assert (twice.points_off, reached(F("88.5"), [twice]), reached(F(4), [twice])) == (F(6), F("82.5"), F(0))


@pytest.mark.parametrize(
    ("event", "status", "why"),
    [
        (Event("G15", date(2026, 8, 31)), Status.NONE, "other_status"),
        (Event("G99", date(2026, 8, 31)), Status.HOLDER, "not_listed"),
    ],
)
def test_what_costs_nothing_says_why(event: Event, status: Status, why: str) -> None:
    outcome = what(status, event)
    assert (outcome.points_off, outcome.effect, outcome.consequences[0].why) == (F(0), None, why)


def test_a_day_that_nobody_set_opens_no_window() -> None:
    outcome = what(Status.HOLDER, Event("G15", date(2026, 8, 31)), days={"application": date(2028, 1, 1)})
    assert outcome.effect is None


def test_a_window_may_reach_beyond_the_calendar() -> None:
    line = Entry("G1", "", (Sanction(Status.HOLDER, Effect.SUSPENDED, "test", 1200, suspended_months=1200),))
    early = consequences([line], [Event("G1", date(20, 1, 1))], status=Status.HOLDER, days={"test": date(26, 3, 1)})
    late = consequences([line], [Event("G1", date(9990, 1, 1))], status=Status.HOLDER, days={"test": date.max})
    assert [one.consequences[0].until for one in (early, late)] == [date(120, 1, 1), date.max]
