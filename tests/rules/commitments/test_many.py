"""Very many records at once: the same as one subject at a time."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
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
from wenming.rules.commitments.columns import Columns
from wenming.rules.commitments.facts import NOTHING_ELSE, Circumstances, Fact
from wenming.rules.commitments.judging import judge
from wenming.rules.commitments.many import VERDICTS, Binding, Board, board, boards
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Deadline,
    Every,
    Recurring,
    Span,
    Total,
)

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def one_by_one(binding: Binding, given_facts: list[Fact], today: date) -> list[list[tuple[str, float | None]]]:
    """State and amount of each period of each subject, by ``judge``."""
    return [
        [
            (verdict.state.value, None if verdict.have is None else round(verdict.have, 6))
            for verdict in judge(
                binding.commitment,
                subject,
                given_facts,
                today=today,
                calendar=CALENDAR,
                around=binding.around.get(subject, NOTHING_ELSE),
            )
        ]
        for subject in binding.subjects
    ]


def of_board(found: Board) -> list[list[tuple[str, float | None]]]:
    """The same of a board."""
    return [
        [
            (VERDICTS[state].value, None if np.isnan(have) else round(float(have), 6))
            for state, have in zip(states, haves, strict=True)
        ]
        for states, haves in zip(found.states, found.have, strict=True)
    ]


@given(
    commitments(),
    some_facts,
    days,
    st.dictionaries(st.sampled_from([7, 8]), circumstances(), max_size=1),
    st.sampled_from([(7, 8), (8, 3, 7), (0,), (0, 7), (8,)]),
)
def test_a_board_is_what_each_is_judged(
    commitment: Commitment,
    given_facts: list[Fact],
    today: date,
    around: dict[int, Circumstances],
    subjects: tuple[int, ...],
) -> None:
    binding = Binding(commitment, subjects, around)
    found = board(binding, Columns.of(given_facts), today=today, calendar=CALENDAR)
    assert of_board(found) == one_by_one(binding, given_facts, today)


@given(tight_commitments, dense_facts | dense_facts.map(numbered), st.dates(date(2026, 3, 1), date(2026, 5, 20)))
def test_also_where_records_lie_close_together(commitment: Commitment, given_facts: list[Fact], today: date) -> None:
    binding = Binding(commitment, (7, 8), {})
    found = board(binding, Columns.of(given_facts), today=today, calendar=CALENDAR)
    assert of_board(found) == one_by_one(binding, given_facts, today)


@given(st.lists(commitments(), max_size=4), some_facts, days, st.data())
def test_several_commitments_at_once(
    several: list[Commitment], given_facts: list[Fact], today: date, data: st.DataObject
) -> None:
    places = st.integers(0, max(len(several) - 1, 0))
    which = [data.draw(places) for _ in given_facts] if several else []
    given_facts = given_facts if several else []
    bindings = [Binding(commitment, (7, 8), {}) for commitment in several]
    found = boards(bindings, Columns.of(given_facts), np.array(which, np.int64), today=today, calendar=CALENDAR)
    for place, (binding, one) in enumerate(zip(bindings, found, strict=True)):
        own = [fact for fact, its in zip(given_facts, which, strict=True) if its == place]
        assert of_board(one) == one_by_one(binding, own, today)


@given(some_facts)
def test_columns_keep_the_records(given_facts: list[Fact]) -> None:
    columns = Columns.of(given_facts)
    assert [as_floats(fact) for fact in columns.facts(range(len(columns)))] == [as_floats(f) for f in given_facts]
    turned = columns.take(np.arange(len(columns))[::-1])
    assert [as_floats(f) for f in turned.facts(range(len(turned)))] == [as_floats(f) for f in reversed(given_facts)]


def as_floats(fact: Fact) -> tuple[object, ...]:
    """A record whose amounts have an order and are fractions."""
    said = sorted((unit, float(number)) for unit, number in fact.amounts)
    return (fact.key, fact.subject, fact.first, fact.last, said, fact.reached, fact.has_evidence, fact.state)


def test_a_record_in_the_grace_of_a_week_that_is_short_counts_for_it() -> None:
    weekly = Commitment(Recurring(Amount(1, None, "次"), 1, Every.WEEK), YEAR, grace_days=2)
    monday = date(2026, 3, 9)
    found = board(
        Binding(weekly, (7,), {}),
        Columns.of([Fact(1, 7, monday, monday)]),
        today=date(2026, 3, 20),
        calendar=CALENDAR,
    )
    before = next(place for place, period in enumerate(found.periods) if monday - timedelta(1) == period.last)
    assert [VERDICTS[state].value for state in found.states[0, before : before + 2]] == ["late", "missed"]


@pytest.mark.parametrize("subjects", [(), (7,)])
def test_nobody_or_nothing_makes_an_empty_board(subjects: tuple[int, ...]) -> None:
    past = Commitment(Total(Amount(1, None, "次"), together=False), YEAR)
    found = board(Binding(past, subjects, {}), Columns.of([]), today=date(2027, 3, 1), calendar=CALENDAR)
    assert found.states.shape == (len(subjects), 1)
    assert all(VERDICTS[state] == "missed" for state in found.states[:, 0])


def test_everybody_counts_for_all_together() -> None:
    commitment = Commitment(Deadline(), YEAR)
    columns = Columns.of([Fact(1, 5, YEAR.first, YEAR.first), Fact(1, 6, YEAR.first, YEAR.first)])
    found = board(Binding(commitment, (TOGETHER,), {}), columns, today=YEAR.last, calendar=CALENDAR)
    assert found.have.tolist() == [[1.0]]
