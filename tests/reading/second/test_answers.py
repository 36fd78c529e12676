"""A model's answer is used only as far as it has our form and its words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.model import Amount, Coverage, DateRange, Frequency, Horizon, Period, Role, TermKind, Value
from wenming.reading.reading_json import value_json
from wenming.reading.second.answers import MOST_ITEMS, BadAnswer, NamedDuty, NamedTerm, parse_answer, value_from_json


def completion(found: object) -> bytes:
    """A chat completion whose content is ``found`` as JSON."""
    content = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def term(kind: str, text: str, value: object) -> dict[str, object]:
    """A term as the second reader writes it."""
    return {"kind": kind, "text": text, "value": value}


def test_a_good_answer() -> None:
    found = {
        "duties": [{"unit": "县教育局", "role": "lead"}],
        "terms": [term("frequency", "每月组织一次", {"min": 1, "unit": "次", "every": 1, "period": "month"})],
    }
    answer = parse_answer(completion(found))
    assert answer.duties == (NamedDuty("县教育局", Role.LEAD),)
    assert answer.terms == (NamedTerm(TermKind.FREQUENCY, "每月组织一次", Frequency(1, None, "次", 1, Period.MONTH)),)
    assert answer.dropped == 0


def test_words_around_the_json_do_not_matter() -> None:
    assert parse_answer(completion('好的：\n```json\n{"duties": [], "terms": []}\n```')).dropped == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        completion("抱歉，我不能回答。"),
        completion([]),
        completion({"duties": {}, "terms": []}),
        completion({"duties": [], "terms": [], "advice": "reboot"}),
        completion({"duties": [{}] * (MOST_ITEMS + 1)}),
        completion('{"duties": ' + "[" * 100_000),
        b"[" * 100_000,
        completion('{"terms": [{"value": NaN}]}'),
        b"\xff\xfe",
    ],
    ids=repr,
)
def test_a_broken_answer(body: bytes) -> None:
    with pytest.raises(BadAnswer):
        parse_answer(body)


@pytest.mark.parametrize(
    "piece",
    [
        "县教育局",
        {"unit": "县教育局"},
        {"unit": "县教育局", "role": "boss"},
        {"unit": "县教育局", "role": ["lead"]},
        {"unit": "", "role": "lead"},
        {"unit": "长" * 41, "role": "lead"},
        {"unit": "县\x1b[2J局", "role": "lead"},
        {"unit": 7, "role": "lead"},
        {"unit": "县教育局", "role": "lead", "why": "because"},
    ],
)
def test_a_bad_duty_is_dropped(piece: object) -> None:
    answer = parse_answer(completion({"duties": [piece, {"unit": "县民政局", "role": "responsible"}]}))
    assert (len(answer.duties), answer.dropped) == (1, 1)


@pytest.mark.parametrize(
    "piece",
    [
        term("wish", "100棵", {"min": 100, "unit": "棵"}),
        term("quantity", "100棵", {"min": 200, "unit": "棵"}),
        term("quantity", "100棵", {"min": 100, "unit": "万棵"}),
        term("quantity", "100棵", {"min": 100}),
        term("quantity", "100棵", {"min": None, "max": None, "unit": "棵"}),
        term("quantity", "100棵", {"min": 100, "max": 10, "unit": "棵"}),
        term("quantity", "100棵", {"min": -100, "unit": "棵"}),
        term("quantity", "1棵", {"min": True, "unit": "棵"}),
        term("quantity", "100棵", {"min": "100", "unit": "棵"}),
        term("quantity", "100棵", {"min": 100, "unit": "棵", "cost": 1}),
        term("quantity", "100棵", "100棵"),
        term("frequency", "每月一次", {"min": 1, "unit": "次", "every": 0, "period": "month"}),
        term("frequency", "每月一次", {"min": 1, "unit": "次", "every": 1, "period": "moon"}),
        term("date", "6月底前", {"from": None, "to": None}),
        term("date", "6月底前", {"to": "2026-13"}),
        term("date", "6月底前", {"to": "2026-02-30"}),
        term("date", "6月底前", {"to": "soon"}),
        term("date", "6月底前", {"to": 6}),
        term("coverage", "每个村", {"each": "社区", "min": None}),
        term("coverage", "每个村", {"each": "村", "min": 2}),
        term("horizon", "(长期)", "forever"),
    ],
)
def test_a_bad_term_is_dropped(piece: object) -> None:
    answer = parse_answer(completion({"terms": [piece]}))
    assert (answer.terms, answer.dropped) == ((), 1)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("quantity", "二十余个", {"min": 20, "unit": "个"}),
        ("quantity", "８—10个", {"min": 8, "max": 10, "unit": "个"}),
        ("quantity", "百分之九十以上", {"min": 90, "unit": "%"}),
        ("quantity", "95％以上", {"min": 95, "unit": "%"}),
        ("quantity", "15万元", {"min": 15, "max": 15, "unit": "万元"}),
        ("quantity", "3.2万人", {"min": 32000, "unit": "人"}),
        ("quantity", "三五场", {"min": 3, "max": 5, "unit": "场"}),
        ("frequency", "每星期至少半天", {"min": 0.5, "unit": "天", "every": 1, "period": "week"}),
        ("coverage", "每一名干部都能受到一次培训", {"each": "干部", "min": 1}),
        ("duration", "不得少于3天", {"min": 3, "unit": "天"}),
    ],
)
def test_numbers_are_known_however_they_are_written(kind: str, text: str, value: object) -> None:
    assert parse_answer(completion({"terms": [term(kind, text, value)]})).dropped == 0


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TermKind.FREQUENCY, Frequency(1, 2, "次", 2, Period.WEEK)),
        (TermKind.FREQUENCY, Frequency(None, None, None, 1, Period.YEAR)),
        (TermKind.QUANTITY, Amount(None, 5, "%")),
        (TermKind.DURATION, Amount(0.5, None, "天")),
        (TermKind.DATE, DateRange("--05", "--10-31")),
        (TermKind.DATE, DateRange(None, "2028-02-29")),
        (TermKind.COVERAGE, Coverage("行政村", None)),
        (TermKind.HORIZON, Horizon.MEDIUM),
    ],
)
def test_a_value_reads_back_as_it_was_written(kind: TermKind, value: Value) -> None:
    assert value_from_json(kind, value_json(value)) == value


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["duties", "terms", "unit", "role", "kind", "text", "value", "min", "max", "every", "to"]),
            inner,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_an_answer_or_refused(found: object) -> None:
    try:
        answer = parse_answer(completion(found))
    except BadAnswer:
        return
    assert len(answer.duties) + len(answer.terms) + answer.dropped <= 2 * MOST_ITEMS


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_refused(body: bytes) -> None:
    with pytest.raises(BadAnswer):
        parse_answer(body)
