"""A commitment to JSON and back."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import commitments
from wenming.rules.commitments.kept import KINDS, as_json, commitment_of, kind_of, span_of
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Demand,
    Every,
    NoCommitment,
    Recurring,
    Span,
)

MONTHLY = Commitment(
    Recurring(Amount(1, None, "次"), 1, Every.MONTH), Span(date(2026, 1, 1), date(2026, 12, 31)), grace_days=5
)


def kept(**changed: object) -> dict[str, Any]:
    """The JSON of a monthly commitment with some fields changed; ``...`` takes a field away."""
    changed_json = {**as_json(MONTHLY), **changed}
    return {name: value for name, value in changed_json.items() if value is not ...}


def test_its_span_alone_is_the_span_of_the_whole() -> None:
    assert span_of(kept()) == MONTHLY.span
    wrong: list[object] = [kept(span=...), kept(span={"first": "2026-01-01"}), []]
    for broken in wrong:
        with pytest.raises(NoCommitment, match="commitment"):
            span_of(broken)


def test_it_says_its_fields() -> None:
    assert as_json(MONTHLY)["demand"] == {
        "kind": "recurring",
        "amount": {"min": 1, "max": None, "unit": "次"},
        "every": 1,
        "period": "month",
    }
    assert as_json(MONTHLY)["span"] == {"first": "2026-01-01", "last": "2026-12-31"}


@given(commitments())
def test_the_way_there_and_back(commitment: Commitment) -> None:
    assert commitment_of(json.loads(json.dumps(as_json(commitment)))) == commitment


def test_what_may_be_left_out_says_its_default() -> None:
    assert commitment_of(kept(soon_days=..., window=..., needs_evidence=...)) == MONTHLY


DEMAND: dict[str, Any] = as_json(MONTHLY)["demand"]  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (None, "commitment: is no object"),
        ([], "commitment: is no object"),
        ({}, "commitment: lacks demand, span"),
        (kept(colour="red"), "commitment: has no colour"),
        (kept(span=...), "commitment: lacks span"),
        (kept(span={"first": "2026-01-01", "last": "2025-01-01"}), "commitment.span: a span ends on or after"),
        (kept(span={"first": "20260101", "last": "2026-12-31"}), "commitment.span.first: is no date in the form"),
        (kept(span={"first": "soon", "last": "2026-12-31"}), "commitment.span.first: is no date"),
        (kept(span={"first": 5, "last": "2026-12-31"}), "commitment.span.first: is no date"),
        (kept(grace_days=True), "commitment.grace_days: is no whole number"),
        (kept(grace_days=1.0), "commitment.grace_days: is no whole number"),
        (kept(grace_days=-1), "commitment: days of grace"),
        (kept(grace_days=10**30), "commitment: days of grace"),
        (kept(span={"first": "2026-01-01", "last": "9999-12-31"}), "commitment: a span is of 30 years"),
        (kept(demand={**DEMAND, "amount": {"min": 10**400, "max": None, "unit": "次"}}), "an amount is a number"),
        (kept(needs_evidence=1), "commitment.needs_evidence: is neither true nor false"),
        (kept(demand={"kind": "wish"}), "commitment.demand: is of no kind that is known"),
        (kept(demand={"kind": ["total"]}), "commitment.demand: is of no kind that is known"),
        (kept(demand={**DEMAND, "period": "moon"}), "commitment.demand.period: is none of day, week"),
        (kept(demand={**DEMAND, "every": 0}), "commitment.demand: a rhythm is"),
        (kept(demand={**DEMAND, "amount": {"min": None, "max": None, "unit": "次"}}), "commitment.demand.amount: an"),
        (kept(demand={**DEMAND, "amount": {"min": "1", "max": None, "unit": "次"}}), "amount.min: is no number"),
        (kept(demand={**DEMAND, "amount": {"min": float("nan"), "max": None, "unit": "次"}}), "an amount is a number"),
        (kept(demand={**DEMAND, "amount": {"min": 1, "max": None, "unit": 3}}), "amount.unit: is no text"),
        (kept(window={"months": [13]}), "commitment.window: a month is 1 to 12"),
        (kept(window={"months": "5"}), "commitment.window.months: is no list"),
        (kept(window={"spans": [{"first": "2026-01-01"}]}), r"commitment.window.spans\[0\]: lacks last"),
        (kept(window={}), "commitment.window: a window has days"),
        (
            kept(demand={"kind": "coverage", "times": 1, "population": {"name": "村", "members": [1, 1]}}),
            "population.members: names somebody twice",
        ),
    ],
)
def test_what_is_no_commitment_is_refused_with_its_place(wrong: object, why: str) -> None:
    with pytest.raises(NoCommitment, match=why):
        commitment_of(wrong)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(anything, st.sampled_from(sorted(as_json(MONTHLY))))
def test_whatever_is_kept_is_a_commitment_or_refused(value: object, field: str) -> None:
    for tried in (value, kept(**{field: value})):
        try:
            assert commitment_of(tried) is not None
        except NoCommitment:
            continue


@given(commitments())
def test_each_demand_has_a_kind(commitment: Commitment) -> None:
    demand: Demand = commitment.demand
    assert KINDS[kind_of(demand)] is type(demand)
