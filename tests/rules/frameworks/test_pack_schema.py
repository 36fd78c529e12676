"""The published schema of a pack and the reader agree: what either takes, the other takes."""

import json
from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from tests.rules.frameworks.making import frameworks
from wenming.rules.frameworks.located import PackError, from_json
from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.pack import framework_of, read_pack
from wenming.rules.frameworks.shipped import names, shipped
from wenming.rules.frameworks.writing import write_pack

SCHEMA = json.loads((files("wenming.rules.frameworks") / "pack.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def plain(framework: Framework) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The framework as other programs read it."""
    return yaml.safe_load(write_pack(framework))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", names())
def test_those_that_come_with_the_program(name: str) -> None:
    assert not list(VALIDATOR.iter_errors(plain(shipped(name))))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(frameworks())
def test_whatever_is_written(framework: Framework) -> None:
    assert not list(VALIDATOR.iter_errors(json.loads(json.dumps(plain(framework), default=str))))


GOOD: dict[str, Any] = {
    "format": "wenming.framework/1",
    "title": "甲",
    "items": [{"code": "1", "points": 2, "score": {"deduct": {"each": 0.5}}, "rounding": {"digits": 2}}],
}
WRONG: list[tuple[str, Any]] = [
    ("format", "wenming.framework/2"),
    ("items", "甲"),
    ("items", [{"code": "1", "points": -1}]),
    ("items", [{"code": "1", "points": "两分"}]),
    ("items", [{"code": "1", "score": "mean"}]),
    ("items", [{"code": "1", "score": {"deduct": {}}}]),
    ("items", [{"code": "1", "score": {"deduct": {"each": 1, "most": 2}}}]),
    ("items", [{"code": "1", "score": {"threshold": {"steps": [[1]]}}}]),
    ("items", [{"code": "1", "score": {"veto": {"reach": "all"}}}]),
    ("items", [{"code": "1", "rounding": 11}]),
    ("items", [{"code": "1", "rounding": {"digits": 1, "mode": "up"}}]),
    ("items", [{"code": "1", "methods": "实地"}]),
    ("items", [{"code": "1", "checks": [{"kind": "walk"}]}]),
    ("items", [{"code": "1", "units": [{"role": "lead"}]}]),
    ("items", [{"code": "1", "units": [{"name": "甲", "role": "boss"}]}]),
    ("items", [{"code": "1", "applies": {"towns": []}}]),
    ("items", [{"code": "1", "evidence": [{"max_words": 1.5}]}]),
    ("totals", {"材料": -1}),
    ("negative", [{"title": "没有编号"}]),
    ("negative", [{"code": "G1", "sanctions": [{"status": "holder"}]}]),
    ("negative", [{"code": "G1", "sanctions": [{"status": "city", "effect": "points"}]}]),
    ("negative", [{"code": "G1", "sanctions": [{"status": "holder", "effect": "points", "months": 1201}]}]),
    ("negative", [{"code": "G1", "sanctions": [{"status": "holder", "effect": "points", "before": "trial"}]}]),
]


def test_what_is_good_is_good_to_both() -> None:
    assert VALIDATOR.is_valid(GOOD)
    assert framework_of(from_json(GOOD)) == read_pack(json.dumps(GOOD))


@pytest.mark.parametrize(("name", "value"), WRONG, ids=lambda one: str(one)[:60])
def test_what_is_wrong_is_wrong_to_both(name: str, value: object) -> None:
    wrong = deepcopy(GOOD) | {name: value}
    assert not VALIDATOR.is_valid(wrong)
    with pytest.raises(PackError):
        read_pack(json.dumps(wrong))
