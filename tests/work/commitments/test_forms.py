"""From filled fields to a rule and back."""

from datetime import date
from typing import Any

import pytest

from wenming.rules.commitments import model as rules
from wenming.work.commitments.forms import FIELDS_OF, CommitmentForm, blank, rule_from
from wenming.work.commitments.words import KIND_WORDS

GIVEN: dict[str, Any] = {
    **dict.fromkeys(("every", "min", "max", "times", "size", "target", "least_min", "least_max"), None),
    **dict.fromkeys(("period", "unit", "population", "figure", "direction", "reference", "least_unit"), ""),
    "months": [],
    "first": date(2026, 1, 1),
    "last": date(2026, 12, 31),
    "grace_days": 0,
    "grace_in_working_days": False,
    "soon_days": 7,
    "needs_evidence": False,
    "whom": "owners",
}


def test_every_kind_has_its_fields_and_words() -> None:
    assert set(FIELDS_OF) == set(KIND_WORDS)
    assert {name for names in FIELDS_OF.values() for name in names} <= set(CommitmentForm.base_fields)


@pytest.mark.parametrize(
    ("fields", "demand"),
    [
        (
            {"kind": "recurring", "min": 0.5, "unit": "天", "period": "week"},
            rules.Recurring(rules.Amount(0.5, None, "天"), 1, rules.Every.WEEK),
        ),
        ({"kind": "total", "max": 3.0, "whom": "together"}, rules.Total(rules.Amount(None, 3, "次"), together=True)),
        ({"kind": "deadline"}, rules.Deadline()),
        ({"kind": "growth", "figure": "投入", "reference": "收入"}, rules.Growth("投入", "收入")),
    ],
)
def test_fields_make_a_rule(fields: dict[str, Any], demand: rules.Demand) -> None:
    assert rule_from({**GIVEN, **fields}).demand == demand


def test_months_and_least_go_into_the_rule() -> None:
    fields = {"kind": "deadline", "months": ["10", "5"], "least_min": 2.0, "least_unit": "小时"}
    rule = rule_from({**GIVEN, **fields})
    assert rule.window == rules.Window(months=(5, 10))
    assert rule.least == rules.Amount(2, None, "小时")


@pytest.mark.parametrize(
    ("low", "high", "amount"),
    [(3.0, 5.0, rules.Amount(3, 5, "天")), (0.0, 2.5, rules.Amount(None, 2.5, "天")), (0.0, None, None)],
)
def test_each_may_have_an_upper_end(low: float | None, high: float | None, amount: rules.Amount | None) -> None:
    given = {**GIVEN, "kind": "deadline", "least_min": low, "least_max": high, "least_unit": "天"}
    assert rule_from(given).least == amount


def test_values_that_make_none_are_refused() -> None:
    with pytest.raises(rules.NoCommitment):
        rule_from({**GIVEN, "kind": "total"})


def test_a_blank_form_begins_with_the_plans_days() -> None:
    assert blank(date(2026, 1, 1), date(2026, 12, 31))["last"] == date(2026, 12, 31)


SENT = {"activity": "巡查", "kind": "recurring", "every": "1", "period": "month", "min": "1", "unit": "次"}
SENT |= {"first": "2026-01-01", "last": "2026-12-31", "grace_days": "0", "soon_days": "7", "whom": "owners"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "spans", "wrong"),
    [
        ({"when": "days", "day_first": "3月15日", "day_last": "5-20"}, [(3, 15, 5, 20)], []),
        ({"when": "days", "day_first": "三月", "day_last": ""}, [], ["day_first", "day_last"]),
        ({"when": "days", "day_first": "3-1", "day_last": "3-2", "first": "2026-06-01"}, [], ["when"]),
        ({"when": "spring"}, None, []),
        ({"when": "spring", "last": "2026-01-02"}, [], ["when"]),
        ({"when": "kept", "kept": "x"}, [], []),
    ],
)
def test_days_of_the_year(
    fields: dict[str, str], spans: list[tuple[int, int, int, int]] | None, wrong: list[str]
) -> None:
    form = CommitmentForm({**SENT, **fields})
    assert sorted(form.errors) == wrong
    if not wrong:
        assert form.rule is not None
        window = form.rule.window
        found = (
            [(one.first.month, one.first.day, one.last.month, one.last.day) for one in window.spans] if window else []
        )
        assert found == spans if spans is not None else window is not None and window.name == "春季学期"
