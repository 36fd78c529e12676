"""Who shall answer, and for what."""

import pytest

from tests.plans.making import make_class, make_unit
from wenming.frameworks.table.forms import MOST_PLACES, AssignForm, ticked

pytestmark = pytest.mark.django_db


def test_a_unit_or_a_class_and_not_both() -> None:
    unit, unit_class = make_unit("县城管局").pk, make_class("各社区").pk
    assert AssignForm({"unit": unit, "role": "lead"}).is_valid()
    whole = AssignForm({"unit_class": unit_class, "role": "responsible"}, pieces=["照片"])
    assert whole.is_valid()
    assert (whole.to.pk, whole.cleaned_data["wanted"]) == (unit_class, 0)
    for wrong in ({}, {"unit": unit, "unit_class": unit_class}):
        assert list(AssignForm({"role": "lead", **wrong}).errors) == ["unit"]


def test_a_piece_of_those_that_are_wanted() -> None:
    unit = make_unit("县城管局").pk
    assert AssignForm({"unit": unit, "role": "lead", "wanted": 2}, pieces=["报告", "照片"]).is_valid()
    assert not AssignForm({"unit": unit, "role": "lead", "wanted": 3}, pieces=["报告", "照片"]).is_valid()


def test_what_is_ticked() -> None:
    assert ticked(["3", "x", "", "5"]) == [3, 5]
    assert len(ticked(["1"] * 2000)) == MOST_PLACES
