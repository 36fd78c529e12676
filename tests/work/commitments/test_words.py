"""Whom a commitment is said of."""

import pytest

from tests.plans.making import make_class, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.kept import KINDS
from wenming.rules.commitments.model import Direction
from wenming.work.commitments.words import DIRECTION_WORDS, KIND_WORDS, STATE_WORDS, whom_in_words
from wenming.work.models import Whom

pytestmark = pytest.mark.django_db


def test_nothing_is_without_words() -> None:
    assert set(KIND_WORDS) == set(KINDS)
    assert set(DIRECTION_WORDS) == {one.value for one in Direction}
    assert set(STATE_WORDS) == {one.value for one in State}


def test_classes_units_owners_and_all() -> None:
    measure = make_measure(make_unit())
    assert whom_in_words(make_commitment(measure)) == "承担责任的每个单位"
    assert whom_in_words(make_commitment(measure, whom=Whom.TOGETHER)) == "全体合计"
    assert whom_in_words(make_commitment(measure, whom=Whom.CLASS, unit_class=make_class("各校"))) == "各校"
    named = make_commitment(measure, whom=Whom.UNITS)
    for number in range(5):
        named.units.add(make_unit(f"{number}校"))
        if number == 1:
            assert whom_in_words(named) == "0校、1校"
    assert whom_in_words(named) == "0校、1校、2校、3校等 5 个单位"
