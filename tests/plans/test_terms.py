"""From the fields of a form to a kept value and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.terms import FIELDS, BadValue, Json, fields_of, period_rank, value_from
from wenming.reading.model import Amount, Coverage, DateRange, Frequency, Horizon, Period, TermKind, Value
from wenming.reading.reading_json import value_json, value_of

GOOD: list[tuple[TermKind, dict[str, str], Json]] = [
    (TermKind.QUANTITY, {"min": "8", "max": "10", "unit": "个"}, {"min": 8, "max": 10, "unit": "个"}),
    (TermKind.QUANTITY, {"min": "95.5", "unit": "%"}, {"min": 95.5, "max": None, "unit": "%"}),
    (TermKind.QUANTITY, {"min": "3.0", "unit": " 篇 "}, {"min": 3, "max": None, "unit": "篇"}),
    (TermKind.DURATION, {"max": "30", "unit": "天"}, {"min": None, "max": 30, "unit": "天"}),
    (
        TermKind.FREQUENCY,
        {"min": "1", "unit": "次", "every": "", "period": "month"},
        {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"},
    ),
    (
        TermKind.FREQUENCY,
        {"every": "2", "period": "week"},
        {"min": None, "max": None, "unit": None, "every": 2, "period": "week"},
    ),
    (TermKind.DATE, {"to": "--06-30"}, {"from": None, "to": "--06-30"}),
    (TermKind.DATE, {"from": "3月", "to": "2026年6月底"}, {"from": "--03", "to": "2026-06"}),
    (TermKind.DATE, {"from": "2026", "to": "2026-10"}, {"from": "2026", "to": "2026-10"}),
    (TermKind.DATE, {"from": "--11", "to": "--02"}, {"from": "--11", "to": "--02"}),  # over the turn of a year
    (TermKind.COVERAGE, {"each": "行政村"}, {"each": "行政村", "min": None}),
    (TermKind.COVERAGE, {"each": "干部", "min": "1"}, {"each": "干部", "min": 1}),
    (TermKind.HORIZON, {"horizon": "near"}, "near"),
]


@pytest.mark.parametrize(("kind", "fields", "value"), GOOD)
def test_what_the_fields_make(kind: TermKind, fields: dict[str, str], value: Json) -> None:
    assert value_from(kind, fields) == value


@pytest.mark.parametrize(
    ("kind", "fields", "faults"),
    [
        (TermKind.QUANTITY, {"unit": "个"}, [("min", "missing")]),
        (TermKind.QUANTITY, {"min": "三", "unit": "个"}, [("min", "number")]),
        (TermKind.QUANTITY, {"min": "-3", "unit": "个"}, [("min", "negative")]),
        (TermKind.QUANTITY, {"min": "nan", "unit": "个"}, [("min", "number")]),
        (TermKind.QUANTITY, {"min": "٣", "unit": "个"}, [("min", "number")]),
        (TermKind.QUANTITY, {"min": "9" * 13, "unit": "个"}, [("min", "number")]),
        (TermKind.QUANTITY, {"min": "10", "max": "8", "unit": "个"}, [("max", "order")]),
        (TermKind.QUANTITY, {"min": "8"}, [("unit", "missing")]),
        (TermKind.QUANTITY, {"min": "8", "unit": "个" * 41}, [("unit", "long")]),
        (TermKind.FREQUENCY, {"min": "1", "period": "month"}, [("unit", "missing")]),
        (TermKind.FREQUENCY, {"every": "0", "period": "week"}, [("every", "number")]),
        (TermKind.FREQUENCY, {"every": "1.5", "period": "week"}, [("every", "number")]),
        (TermKind.FREQUENCY, {"every": "1", "period": "fortnight"}, [("period", "choice")]),
        (TermKind.DATE, {}, [("to", "missing")]),
        (TermKind.DATE, {"to": "0403年"}, [("to", "date")]),
        (TermKind.DATE, {"from": "2026-13", "to": "2026-02-30"}, [("from", "date"), ("to", "date")]),
        (TermKind.DATE, {"from": "2026-10", "to": "2026-03"}, [("to", "order")]),
        (TermKind.DATE, {"from": "2027", "to": "2026-03"}, [("to", "order")]),
        (TermKind.COVERAGE, {"min": "1"}, [("each", "missing")]),
        (TermKind.HORIZON, {"horizon": "soon"}, [("horizon", "choice")]),
    ],
)
def test_what_is_wrong_is_said_by_field(kind: TermKind, fields: dict[str, str], faults: list[tuple[str, str]]) -> None:
    with pytest.raises(BadValue) as caught:
        value_from(kind, fields)
    assert [(fault.field, fault.code) for fault in caught.value.faults] == faults


numbers = st.one_of(st.none(), st.integers(0, 10**9), st.integers(0, 10**6).map(lambda n: n / 8))
words = st.text("个次天人%户场", min_size=1, max_size=5)


@st.composite
def values(draw: st.DrawFn) -> tuple[TermKind, Value]:
    """A value of any kind that a reader may make."""
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is None and high is None:
        low = 1
    kind = draw(st.sampled_from(TermKind))
    made: dict[TermKind, Value] = {
        TermKind.FREQUENCY: Frequency(low, high, draw(words), draw(st.integers(1, 9)), draw(st.sampled_from(Period))),
        TermKind.QUANTITY: Amount(low, high, draw(words)),
        TermKind.DURATION: Amount(low, high, draw(words)),
        TermKind.DATE: DateRange(None, draw(st.sampled_from(["2026", "2026-06", "--06-30"]))),
        TermKind.COVERAGE: Coverage(draw(words), low),
        TermKind.HORIZON: draw(st.sampled_from(Horizon)),
    }
    return kind, made[kind]


@given(values())
def test_what_was_read_goes_through_the_fields_unchanged(pair: tuple[TermKind, Value]) -> None:
    kind, value = pair
    kept = value_json(value)
    shown = fields_of(kind, kept)
    assert tuple(shown) == FIELDS[kind]
    assert value_from(kind, shown) == kept
    assert value_of(kind, kept) == value


def test_a_missing_key_says_nothing() -> None:
    assert fields_of(TermKind.QUANTITY, {"min": 3, "unit": "篇"}) == {"min": "3", "max": "", "unit": "篇"}


def test_the_shortest_period_comes_first_and_an_unknown_one_last() -> None:
    kept: list[dict[str, object]] = [{"period": "year"}, {"period": "day"}, {}, {"period": "quarter"}]
    assert sorted(kept, key=period_rank) == [{"period": "day"}, {"period": "quarter"}, {"period": "year"}, {}]
