"""How a subject stands, in what must hold of every commitment."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import (
    CALENDAR,
    circumstances,
    commitments,
    counted_demands,
    days,
    dense_facts,
    numbered,
    some_facts,
    tight_commitments,
)
from wenming.rules.commitments.facts import (
    Circumstances,
    Dispute,
    Exemption,
    Fact,
    Figure,
    Pause,
    Review,
)
from wenming.rules.commitments.judging import State, Verdict, judge
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Direction,
    Every,
    Rate,
    Recurring,
    Span,
    Standing,
)
from wenming.rules.commitments.periods import Weekdays

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
MONTHLY = Commitment(Recurring(Amount(1, None, "次"), 1, Every.MONTH), YEAR)
any_commitments = commitments() | tight_commitments
any_facts = some_facts.map(numbered) | dense_facts.map(numbered)


def states_of(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances | None = None
) -> list[State]:
    """The states of subject 7."""
    verdicts = judge(commitment, 7, facts, today=today, calendar=CALENDAR, around=around or Circumstances())
    return [verdict.state for verdict in verdicts]


def on(month: int, day: int, key: int = 1) -> Fact:
    """A record of one day."""
    return Fact(key, 7, date(2026, month, day), date(2026, month, day))


MAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("around", "march"),
    [
        (Circumstances(exemptions=(Exemption(date(2026, 3, 10), date(2026, 3, 31)),)), State.EXEMPT),
        (Circumstances(exemptions=(Exemption(date(2026, 3, 17), date(2026, 3, 31)),)), State.MISSED),
        (Circumstances(exemptions=(Exemption(date(2026, 1, 1), None),)), State.EXEMPT),
        (Circumstances(pauses=(Pause(date(2026, 2, 27), date(2026, 4, 2)),)), State.EXEMPT),
        (Circumstances(pauses=(Pause(date(2026, 3, 10), None),)), State.OPEN),
        (Circumstances(pauses=(Pause(date(2026, 3, 10), date(2026, 5, 10)),)), State.OPEN),
        (Circumstances(disputes=(Dispute(date(2026, 3, 10), None),)), State.DISPUTED),
        (Circumstances(disputes=(Dispute(date(2026, 3, 10), MAY + timedelta(1)),)), State.DISPUTED),
        (Circumstances(disputes=(Dispute(date(2026, 3, 10), date(2026, 3, 12)),)), State.MISSED),
        (Circumstances(disputes=(Dispute(date(2026, 3, 10), date(2026, 5, 10)),)), State.OPEN),
        (Circumstances(disputes=(Dispute(date(2026, 4, 2), None),)), State.MISSED),
        (Circumstances(disputes=(Dispute(MAY + timedelta(1), None),)), State.MISSED),
    ],
)
def test_what_a_subject_is_excused_from(around: Circumstances, march: State) -> None:
    assert states_of(replace(MONTHLY, soon_days=0), [], MAY, around)[2] == march


def test_a_pause_draws_later_records_in_and_they_are_in_time() -> None:
    paused = Circumstances(pauses=(Pause(date(2026, 3, 20), date(2026, 4, 4)),))
    verdicts = judge(MONTHLY, 7, [on(4, 10)], today=date(2026, 5, 2), calendar=CALENDAR, around=paused)
    assert [verdict.state for verdict in verdicts[2:4]] == [State.MET, State.DUE_SOON]


@pytest.mark.parametrize(
    ("figures", "direction", "state"),
    [
        ({6: 96}, Direction.REACH, State.MET),
        ({6: 96, 9: 90}, Direction.REACH, State.MISSED),  # the last one in time counts
        ({6: 90}, Direction.REACH, State.MISSED),
        ({}, Direction.REACH, State.MISSED),
        ({6: 90, 12: 90, 13: 97}, Direction.REACH, State.LATE),
        ({6: 96, 9: 95}, Direction.HOLD, State.MET),
        ({6: 94, 9: 99}, Direction.HOLD, State.MISSED),
        ({6: 96, 13: 90}, Direction.HOLD, State.MET),
        ({6: 96, 9: 95}, Direction.FALL, State.MET),
        ({6: 94, 9: 96}, Direction.FALL, State.MISSED),
    ],
)
def test_a_figure_against_its_target(figures: dict[int, float], direction: Direction, state: State) -> None:
    commitment = Commitment(Rate("亮灯率", direction, 95, "%"), YEAR, grace_days=20)
    known = tuple(
        Figure("亮灯率", date(2026 + month // 13, month % 13 + month // 13, 10), value)
        for month, value in figures.items()
    )
    assert states_of(commitment, [], date(2027, 3, 1), Circumstances(figures=known)) == [state]


@pytest.mark.parametrize(
    ("reviews", "state"),
    [
        ([], State.OPEN),
        ([(3, True)], State.MET),
        ([(3, True), (5, False)], State.MISSED),
        ([(3, False), (5, True)], State.MET),
        ([(8, True)], State.OPEN),
    ],
)
def test_without_a_number_the_office_says(reviews: list[tuple[int, bool]], state: State) -> None:
    half_yearly = Commitment(Standing(1, Every.HALF_YEAR), YEAR)
    said = tuple(Review(date(2026, month, 3), is_enough) for month, is_enough in reviews)
    assert states_of(half_yearly, [], date(2026, 9, 1), Circumstances(reviews=said))[0] == state


@given(any_commitments, any_facts, days, circumstances(), st.randoms())
def test_the_order_of_what_is_known_does_not_matter(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances, chance: Random
) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)
    turned = Circumstances(
        around.pauses[::-1], around.exemptions[::-1], around.disputes[::-1], around.figures[::-1], around.reviews[::-1]
    )
    once = judge(commitment, 7, facts, today=today, calendar=CALENDAR, around=around)
    assert once == judge(commitment, 7, shuffled, today=today, calendar=CALENDAR, around=turned)


@given(any_commitments, some_facts | any_facts, days, circumstances())
def test_each_record_is_in_the_working_of_one_verdict(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances
) -> None:
    verdicts = judge(commitment, 7, facts, today=today, calendar=CALENDAR, around=around)
    counted = [record.key for verdict in verdicts for record in verdict.counted]
    left_out = [record.key for verdict in verdicts for record in verdict.left_out]
    assert sorted(counted + left_out) == (sorted(fact.key for fact in facts) if verdicts else [])
    assert len(set(counted)) == len(counted)


_ORDER = {State.MET: 2, State.LATE: 1}


@given(tight_commitments | commitments(counted_demands), any_facts, days, circumstances())
def test_one_more_record_takes_nothing_away(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances
) -> None:
    demand = commitment.demand
    if not facts or (isinstance(demand, Recurring) and demand.amount.is_limit):
        return
    if getattr(getattr(demand, "amount", None), "is_limit", False):
        return
    fewer = states_of(commitment, facts[:-1], today, around)
    more = states_of(commitment, facts, today, around)
    assert all(_ORDER.get(one, 0) <= _ORDER.get(other, 0) for one, other in zip(fewer, more, strict=True))


@given(commitments().filter(lambda one: one.window is None), any_facts, days, circumstances())
def test_what_comes_later_changes_nothing_of_today(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances
) -> None:
    known = [fact for fact in facts if fact.last <= today]
    seen = replace(
        around,
        disputes=tuple(dispute for dispute in around.disputes if dispute.first <= today),
        figures=tuple(figure for figure in around.figures if figure.on <= today),
        reviews=tuple(review for review in around.reviews if review.on <= today),
    )
    assert states_of(commitment, facts, today, around) == states_of(commitment, known, today, seen)


_ANY_DAY = (Every.WEEK, Every.WHOLE)  # whose periods are the same in every year


@given(
    tight_commitments.filter(
        lambda one: getattr(one.demand, "period", Every.WHOLE) in _ANY_DAY and one.span.first.weekday() == 0
    ),
    dense_facts.map(numbered),
    st.dates(date(2026, 3, 1), date(2026, 5, 20)),
    st.integers(1, 300),
)
def test_weeks_later_all_is_the_same(commitment: Commitment, facts: list[Fact], today: date, weeks: int) -> None:
    shift = timedelta(7 * weeks)
    later = replace(commitment, span=Span(commitment.span.first + shift, commitment.span.last + shift))
    moved = [replace(fact, first=fact.first + shift, last=fact.last + shift) for fact in facts]
    then = judge(later, 7, moved, today=today + shift, calendar=Weekdays())
    now = judge(commitment, 7, facts, today=today, calendar=Weekdays())
    assert [told(verdict, shift) for verdict in now] == [told(verdict, timedelta(0)) for verdict in then]


def told(verdict: Verdict, shift: timedelta) -> tuple[object, ...]:
    """A verdict with its days moved."""
    period = verdict.period
    moved = tuple(day + shift for day in (period.first, period.last, period.due, period.closes))
    return (moved, verdict.state, verdict.have, [(one.key, one.on + shift) for one in verdict.counted])
