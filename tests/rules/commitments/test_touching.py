"""What has to be worked out again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import CALENDAR, commitments, days, dense_facts, numbered, tight_commitments
from wenming.rules.commitments.facts import Fact, FactState
from wenming.rules.commitments.judging import Verdict, judge
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Every,
    Recurring,
    Span,
    Total,
)
from wenming.rules.commitments.touching import Touch, next_turn, touched

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
MONTHLY = Commitment(Recurring(Amount(1, None, "次"), 1, Every.MONTH), YEAR)
IN_MARCH = Fact(1, 7, date(2026, 3, 5), date(2026, 3, 5))


def firsts(commitment: Commitment, *facts: Fact, beside: tuple[Fact, ...] = ()) -> list[tuple[int, int]]:
    """Subject and month of each verdict that is touched."""
    found = touched([(1, commitment, frozenset({7, 8}))], facts, calendar=CALENDAR, beside=beside)
    return sorted((touch.subject, touch.first.month) for touch in found)


def test_a_record_touches_its_own_period_alone() -> None:
    assert touched([(4, MONTHLY, frozenset({7, 8}))], [IN_MARCH], calendar=CALENDAR) == {Touch(4, 7, date(2026, 3, 1))}


def test_a_record_that_moved_touches_both() -> None:
    moved = replace(IN_MARCH, first=date(2026, 6, 1), last=date(2026, 6, 1))
    assert firsts(MONTHLY, IN_MARCH, moved) == [(7, 3), (7, 6)]


def test_with_grace_periods_hang_together() -> None:
    assert [month for _, month in firsts(replace(MONTHLY, grace_days=3), IN_MARCH)] == list(range(1, 13))


def test_a_record_that_lies_in_two_periods_ties_them() -> None:
    over_the_end = Fact(2, 7, date(2026, 3, 31), date(2026, 4, 1))
    assert firsts(MONTHLY, IN_MARCH, beside=(over_the_end,)) == [(7, 3), (7, 4)]


def test_nobody_else_is_touched_unless_all_stand_together() -> None:
    assert firsts(MONTHLY, replace(IN_MARCH, subject=9)) == []
    together = Commitment(Total(Amount(8, 10, "个"), together=True), YEAR)
    assert firsts(together, IN_MARCH) == [(7, 1), (8, 1)]
    found = touched([(1, MONTHLY, frozenset({TOGETHER}))], [IN_MARCH], calendar=CALENDAR)
    assert {touch.subject for touch in found} == {TOGETHER}


def by_touch(commitment: Commitment, subject: int, facts: list[Fact], today: date) -> dict[Touch, Verdict]:
    """Every verdict by what would touch it."""
    verdicts = judge(commitment, subject, facts, today=today, calendar=CALENDAR)
    return {Touch(1, subject, verdict.period.first): verdict for verdict in verdicts}


@settings(max_examples=60)
@given(tight_commitments | commitments(), dense_facts.map(numbered), days, st.data())
def test_what_is_not_touched_stays_as_it_was(
    commitment: Commitment, facts: list[Fact], today: date, data: st.DataObject
) -> None:
    if not facts:
        return
    changed = data.draw(st.sampled_from(facts))
    others = [fact for fact in facts if fact is not changed]
    withdrawn = replace(changed, state=FactState.WITHDRAWN)
    now = touched([(1, commitment, frozenset({0, 7}))], [changed], calendar=CALENDAR, beside=others)
    for subject in (0, 7):
        with_it = by_touch(commitment, subject, facts, today)
        for after in ([*others, withdrawn], others):
            without = by_touch(commitment, subject, after, today)
            differ = {touch for touch, verdict in with_it.items() if verdict != without[touch]}
            if subject == changed.subject or subject == 0:
                assert differ <= now


@pytest.mark.parametrize(
    ("today", "turn"),
    [
        (date(2026, 2, 10), date(2026, 3, 1)),
        (date(2026, 3, 1), date(2026, 3, 24)),
        (date(2026, 3, 24), date(2026, 4, 1)),
        (date(2026, 4, 1), None),
    ],
)
def test_the_next_day_on_which_it_turns(today: date, turn: date | None) -> None:
    verdict = judge(MONTHLY, 7, [], today=today, calendar=CALENDAR)[2]
    assert next_turn(verdict, today) == turn


@given(commitments() | tight_commitments, dense_facts.map(numbered), days, st.integers(0, 200))
def test_nothing_turns_before_that_day(commitment: Commitment, facts: list[Fact], today: date, wait: int) -> None:
    known = [fact for fact in facts if fact.last <= today]
    now = judge(commitment, 7, known, today=today, calendar=CALENDAR)
    then = judge(commitment, 7, known, today=today + timedelta(wait), calendar=CALENDAR)
    for before, after in zip(now, then, strict=True):
        turn = next_turn(before, today)
        assert before.state == after.state or (turn is not None and turn <= today + timedelta(wait))
