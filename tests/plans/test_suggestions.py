"""Which suggestions say the same."""

import pytest

from tests.plans.suggesting import ONCE, quantity, suggest, twice, unit
from wenming.plans.models import PlanVersion
from wenming.plans.suggestions import alike

pytestmark = pytest.mark.django_db


def test_the_same_words_in_the_same_role_are_alike(version: PlanVersion) -> None:
    first, second = twice(version)
    assert alike(first) == alike(second) == [first, second]


def test_another_role_or_value_is_not(version: PlanVersion) -> None:
    lead, cooperating = suggest(version, unit("责任单位"), unit("责任单位", "cooperating", nth=1))
    one, three = suggest(version, quantity("一次", ONCE), quantity("一次", {**ONCE, "max": 3}, nth=1))
    for doubt in (lead, cooperating, one, three):
        assert alike(doubt) == [doubt]


def test_other_doubts_are_like_none(version: PlanVersion) -> None:
    doubt = version.doubts.get(code="unit_may_be_two")
    version.doubts.create(code=doubt.code, about=doubt.about, start=0, end=1)
    assert alike(doubt) == [doubt]
