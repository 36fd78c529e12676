"""What can be taken over is declared at the models."""

from wenming.accounts.models import Invitation
from wenming.plans.models import PlanVersion


def test_models_declare_it_by_field() -> None:
    for model in (Invitation, PlanVersion):
        assert all(work.words for work in model.HANDED_OVER.values())
