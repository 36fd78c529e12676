"""Which record counts for which period, and why another does not."""

from dataclasses import replace
from datetime import date

import pytest

from wenming.rules.commitments.counting import Why, is_enough, is_together, refused, tally
from wenming.rules.commitments.facts import Fact, FactState
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
    Every,
    Length,
    Population,
    Recurring,
    Span,
    Total,
    Window,
)
from wenming.rules.commitments.periods import Weekdays, timetable

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
ONCE = Amount(1, None, "次")
MONTHLY = Commitment(Recurring(ONCE, 1, Every.MONTH), YEAR, grace_days=5)
NEXT_YEAR = date(2027, 2, 1)
FACT = Fact(1, 7, date(2026, 3, 5), date(2026, 3, 5), has_evidence=True)


def days(first: tuple[int, int], last: tuple[int, int] | None = None, key: int = 1) -> Fact:
    """A record of these days of 2026, each a month and a day."""
    return Fact(key, 7, date(2026, *first), date(2026, *(last or first)))


def dealt(commitment: Commitment, *facts: Fact, excused: int | None = None) -> list[list[str]]:
    """What each period holds: keys, with ``l`` where late, and reasons of what it leaves out."""
    table = timetable(commitment, Weekdays())
    asked = [place != excused for place in range(len(table.periods))]
    found = tally(commitment, 7, facts, table, asked, NEXT_YEAR)
    return [
        [f"{one.key}{'l' if one.is_late else ''}" for one in period.counted]
        + [f"{left.key} {left.why}" for left in period.left_out]
        for period in found
    ]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ([days((1, 5)), days((2, 5), key=2)], [["1"], ["2"]]),
        ([days((2, 3))], [["1l"], []]),  # February's, but January is short
        ([days((1, 31)), days((2, 3), key=2)], [["1"], ["2"]]),
        ([days((2, 3)), days((2, 4), key=2)], [["1l"], ["2"]]),
        ([days((2, 6))], [[], ["1"]]),  # after the grace
        ([days((1, 30), (2, 2))], [["1"], []]),  # lies in both: the earlier that needs it
        ([days((1, 5)), days((1, 30), (2, 2), key=2)], [["1"], ["2"]]),
        ([days((1, 5)), days((1, 6), key=2)], [["1", "2"], []]),
        ([days((1, 5)), days((1, 5))], [["1", "1 already_counted"], []]),
    ],
)
def test_a_record_counts_once_for_the_earliest_that_needs_it(facts: list[Fact], found: list[list[str]]) -> None:
    assert dealt(MONTHLY, *facts)[:2] == found


def test_an_excused_period_draws_nothing_in() -> None:
    assert dealt(MONTHLY, days((2, 3)), excused=0)[:2] == [[], ["1"]]


@pytest.mark.parametrize(
    ("fact", "place", "why"),
    [
        (Fact(1, 7, date(2025, 12, 5), date(2025, 12, 5)), 0, Why.TOO_EARLY),
        (days((3, 6)), 0, Why.OUTSIDE_WINDOW),
        (days((6, 6)), 0, Why.OUTSIDE_WINDOW),
        (days((10, 6)), 1, Why.TOO_LATE),
        (Fact(1, 7, date(2027, 1, 2), date(2027, 1, 2)), 1, Why.TOO_LATE),
    ],
)
def test_outside_the_days_that_count(fact: Fact, place: int, why: Why) -> None:
    seasons = replace(MONTHLY, window=Window(months=(2, 9)))
    assert [bool(period) for period in dealt(seasons, fact)] == [place == 0, place == 1]
    assert dealt(seasons, fact)[place] == [f"1 {why}"]


def test_grace_reaches_beyond_the_window() -> None:
    assert dealt(replace(MONTHLY, window=Window(months=(2, 9))), days((10, 5))) == [[], ["1l"]]


PEOPLE = Coverage(1, Population("干部", members=frozenset({3, 4})))


@pytest.mark.parametrize(
    ("demand", "fact", "why"),
    [
        (Deadline(), replace(FACT, subject=8), Why.NOT_FOR_SUBJECT),
        (Deadline(), replace(FACT, state=FactState.RETURNED), Why.RETURNED),
        (Deadline(), replace(FACT, state=FactState.WITHDRAWN), Why.WITHDRAWN),
        (Deadline(), replace(FACT, state=FactState.NOT_ACCEPTED), Why.NOT_ACCEPTED),
        (Deadline(), replace(FACT, state=FactState.NOT_MEANT), Why.NOT_MEANT),
        (Deadline(), replace(FACT, last=date(2027, 3, 1)), Why.NOT_YET),
        (Deadline(), replace(FACT, has_evidence=False), Why.NO_EVIDENCE),
        (Deadline(), FACT, None),
        (Total(Amount(8, None, "部"), together=False), FACT, Why.NOT_SAID),
        (Total(Amount(8, None, "部"), together=False), replace(FACT, amounts=(("部", 0),)), Why.NOT_SAID),
        (Total(Amount(8, None, "部"), together=True), replace(FACT, subject=8, amounts=(("部", 1),)), None),
        (Length(Amount(3, None, "小时")), replace(FACT, amounts=(("小时", 2),)), Why.TOO_SHORT),
        (Length(Amount(None, 2, "小时")), replace(FACT, amounts=(("小时", 3),)), Why.TOO_MUCH),
        (Length(Amount(1, 2, "小时")), replace(FACT, amounts=(("小时", 3),)), None),
        (Length(Amount(30, None, "人")), replace(FACT, amounts=(("人", 20),)), Why.TOO_FEW),
        (Length(Amount(30, None, "人")), FACT, Why.NOT_SAID),
        (PEOPLE, replace(FACT, reached=frozenset({9})), Why.REACHES_NOBODY),
        (PEOPLE, replace(FACT, amounts=(("人", 46),)), Why.REACHES_NOBODY),
        (PEOPLE, replace(FACT, reached=frozenset({4, 9})), None),
        (Coverage(1, Population("干部", 90)), replace(FACT, amounts=(("人", 46),)), None),
        (Coverage(1, Population("干部", 90)), FACT, Why.REACHES_NOBODY),
    ],
)
def test_why_a_record_cannot_count(demand: Demand, fact: Fact, why: Why | None) -> None:
    found = refused(fact, Commitment(demand, YEAR, needs_evidence=True), 7, NEXT_YEAR)
    assert (found.why if found else None) == why


def test_what_is_too_little_says_how_much_it_was() -> None:
    short = replace(FACT, amounts=(("小时", 2),))
    found = refused(short, Commitment(Deadline(), YEAR, least=Amount(0.5, None, "天")), 7, NEXT_YEAR)
    assert found is not None
    assert found.had == pytest.approx(1 / 3)
    assert found.asked == Amount(0.5, None, "天")


def test_all_count_for_all_together() -> None:
    assert refused(replace(FACT, subject=8), Commitment(Deadline(), YEAR), TOGETHER, NEXT_YEAR) is None
    assert is_together(Commitment(Total(ONCE, together=True), YEAR))
    assert not is_together(Commitment(Total(ONCE, together=False), YEAR))


def test_fractions_add_up() -> None:
    assert is_enough(sum([0.1] * 10), 1)
    assert not is_enough(0.999, 1)
