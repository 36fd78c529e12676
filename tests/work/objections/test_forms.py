"""What is said in an objection, and in its answer."""

import pytest

from wenming.work.models import ObjectionKind
from wenming.work.objections.actions import Said
from wenming.work.objections.forms import AnswerForm, ObjectionForm


def test_what_a_unit_says() -> None:
    form = ObjectionForm({"kind": "cannot", "reason": "没有场地", "whose": ""})
    assert form.is_valid()
    assert form.said() == Said(ObjectionKind.CANNOT, "没有场地", "")


@pytest.mark.parametrize(
    ("given", "is_good"),
    [
        ({"outcome": "accept"}, True),
        ({"outcome": "refuse"}, False),
        ({"outcome": "refuse", "answer": "仍由你单位负责"}, True),
        ({"answer": "甲"}, False),
    ],
)
def test_a_refusal_says_why(given: dict[str, str], is_good: bool) -> None:
    form = AnswerForm(given)
    assert form.is_valid() is is_good
    if is_good:
        assert form.is_accepted is (given["outcome"] == "accept")
