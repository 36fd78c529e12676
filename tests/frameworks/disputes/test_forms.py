"""What is said and what is decided."""

import pytest

from tests.plans.making import make_unit
from wenming.frameworks.disputes.forms import DecisionForm, ObjectingForm
from wenming.frameworks.models import AssignmentRole

pytestmark = pytest.mark.django_db


def test_a_reason_is_needed_and_a_name_is_one_line() -> None:
    assert not ObjectingForm({"whose": "县供电公司"}).is_valid()
    form = ObjectingForm({"reason": "不归我们", "whose": "县供电\n公司"})
    assert form.is_valid()
    said = form.said(AssignmentRole.LEAD)
    assert (said.role, said.reason, said.whose) == (AssignmentRole.LEAD, "不归我们", "县供电 公司")


def test_a_unit_counts_only_where_it_moves_there() -> None:
    unit = make_unit("县供电公司")
    stays = DecisionForm({"outcome": "stays", "to": unit.pk, "answer": "三定方案"})
    assert stays.is_valid()
    assert stays.decision.to is None
    moved = DecisionForm({"outcome": "moved", "to": unit.pk, "answer": "三定方案"})
    assert moved.is_valid()
    assert moved.decision.to == unit
    assert not DecisionForm({"outcome": "moved", "answer": "三定方案"}).is_valid()
    assert not DecisionForm({"outcome": "released"}).is_valid()
    assert not DecisionForm({"outcome": "withdrawn", "answer": "撤"}).is_valid()
