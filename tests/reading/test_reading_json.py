"""The JSON form of a reading."""

import json

import pytest

from wenming.reading.model import Amount, Coverage, DateRange, Frequency, Horizon, Period, TermKind, Value
from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json, value_json, value_of

TEXT = "清水县创建工作方案\n一、任务\n1.清理楼道，每月不少于2次。（责任单位：县城管局）\n"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (DateRange(None, "2027-06"), {"from": None, "to": "2027-06"}),
        (Amount(3, None, "天"), {"min": 3, "max": None, "unit": "天"}),
        (
            Frequency(2, None, "次", 1, Period.MONTH),
            {"min": 2, "max": None, "unit": "次", "every": 1, "period": "month"},
        ),
        (Coverage("社区", 1), {"each": "社区", "min": 1}),
        (Horizon.LONG, "long"),
    ],
)
def test_values(value: Value, said: object) -> None:
    assert value_json(value) == said


def test_a_missing_key_says_nothing() -> None:
    assert value_of(TermKind.QUANTITY, {"min": 3, "unit": "篇"}) == Amount(3, None, "篇")
    assert value_of(TermKind.FREQUENCY, {"period": "month"}) == Frequency(None, None, None, 1, Period.MONTH)


def test_the_order_of_keys() -> None:
    said = as_json(read_text(TEXT, name="方案.txt", sha256="00"))
    assert list(said) == ["format", "source", "plans", "noise"]
    assert said["source"] == {"name": "方案.txt", "sha256": "00", "characters": len(TEXT)}
    plan = json.loads(json.dumps(said))["plans"][0]
    assert plan["title"] == {"text": "清水县创建工作方案", "start": 0, "end": 9}
    (measure,) = plan["measures"]
    assert list(measure) == ["path", "title", "start", "end", "text", "duties", "terms"]
    assert measure["duties"] == [{"unit": "县城管局", "role": "responsible", "start": 36, "end": 40}]
    assert [term["kind"] for term in measure["terms"]] == ["frequency"]


def test_the_text_stands_in_it_only_where_the_file_is_not_plain() -> None:
    said = as_json(read_text(TEXT, name="方案.docx", sha256="00", is_plain=False))
    assert list(said) == ["format", "source", "text", "plans", "noise"]
    assert said["text"] == TEXT
