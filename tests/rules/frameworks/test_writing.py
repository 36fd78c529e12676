"""What is written is read back as the same framework."""

import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from tests.rules.frameworks.making import frameworks
from wenming.rules.frameworks.located import from_json
from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.frameworks.pack import framework_of, read_pack
from wenming.rules.frameworks.writing import body_of, decimal, head_of, write_pack


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(frameworks())
def test_a_framework_comes_back_as_it_went_out(framework: Framework) -> None:
    text = write_pack(framework)
    assert read_pack(text) == framework
    assert write_pack(read_pack(text)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(5), "5"),
        (Fraction("0.66"), "0.66"),
        (Fraction("13.20"), "13.2"),
        (Fraction("-0.05"), "-0.05"),
        (Fraction(0), "0"),
    ],
)
def test_numbers_are_written_in_decimals(number: Fraction, text: str) -> None:
    assert decimal(number) == text


def test_a_number_that_no_decimals_write_is_refused() -> None:
    with pytest.raises(ValueError, match="1/3"):
        decimal(Fraction(1, 3))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(frameworks())
def test_a_framework_comes_back_from_its_items_one_by_one(framework: Framework) -> None:
    def nested(item: Item) -> dict[str, object]:
        below = {"items": [nested(one) for one in item.items]} if item.items else {}
        return body_of(item) | below

    kept = json.loads(json.dumps(head_of(framework) | nested(framework.root)))
    assert framework_of(from_json(kept)) == framework
