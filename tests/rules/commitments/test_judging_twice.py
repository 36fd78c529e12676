"""Judging, beside a second way that is naive and slow."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import (
    CALENDAR,
    circumstances,
    commitments,
    days,
    dense_facts,
    numbered,
    some_facts,
    tight_commitments,
)
from tests.rules.commitments.slow import HORIZON, Slow, judge_slowly
from wenming.rules.commitments.facts import NOTHING_ELSE, Circumstances, Fact
from wenming.rules.commitments.judging import Verdict, judge
from wenming.rules.commitments.model import Commitment


def as_slow(verdict: Verdict) -> Slow:
    """The verdict in the form of the slow way."""
    period = verdict.period
    return Slow(
        period.first,
        period.last,
        min(period.due, HORIZON),
        min(period.closes, HORIZON),
        verdict.state,
        None if verdict.have is None else round(verdict.have, 6),
        {record.key for record in verdict.counted},
        {(record.key, record.why) for record in verdict.left_out},
    )


@settings(max_examples=150)
@given(commitments(), st.sampled_from([7, 7, 0]), some_facts, days, circumstances())
def test_both_ways_agree(
    commitment: Commitment, subject: int, facts: list[Fact], today: date, around: Circumstances
) -> None:
    agree(commitment, subject, facts, today, around)


def agree(commitment: Commitment, subject: int, facts: list[Fact], today: date, around: Circumstances) -> None:
    """Both ways say the same."""
    quick = judge(commitment, subject, facts, today=today, calendar=CALENDAR, around=around)
    slow = judge_slowly(commitment, subject, facts, today=today, calendar=CALENDAR, around=around)
    for one in slow:
        one.have = None if one.have is None else round(one.have, 6)
    assert [as_slow(verdict) for verdict in quick] == slow


@settings(max_examples=150)
@given(
    tight_commitments,
    st.sampled_from([7, 7, 0]),
    dense_facts | dense_facts.map(numbered),
    st.dates(date(2026, 3, 1), date(2026, 5, 20)),
    st.just(NOTHING_ELSE) | circumstances(),
)
def test_also_where_records_lie_close_together(
    commitment: Commitment, subject: int, facts: list[Fact], today: date, around: Circumstances
) -> None:
    agree(commitment, subject, facts, today, around)
