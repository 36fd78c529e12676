"""The line above a version that amends another."""

import pytest
from django.template import Context, Template

from tests.plans.making import NOON, Says, make_version
from wenming.plans.actions.amending import carry_over
from wenming.plans.models import MarkState, PlanVersion, VersionState
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db
SAYS = Says("修好路灯", "城管局每月检查。", duties=[("城管局", Role.LEAD, None)])


def told(version: PlanVersion) -> str:
    return Template("{% load amended %}{% amended version %}").render(Context({"version": version})).strip()


def test_a_first_version_amends_nothing() -> None:
    assert told(make_version(SAYS)) == ""


def test_it_says_what_was_carried_and_leads_to_the_comparison() -> None:
    first = make_version(SAYS)
    second = make_version(SAYS, plan=first.plan, state=VersionState.REVIEW, mark_state=MarkState.READ)
    assert "沿用" not in told(second)
    carry_over(version=second, from_version=first, by=first.uploaded_by, at=NOON)
    assert "沿用第 1 版核对结果 2 条" in told(second)
    assert f'href="/plans/{first.plan_id}/compare/1/2/"' in told(second)
