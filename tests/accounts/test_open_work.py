"""What can be taken over is declared at the models."""

from wenming.accounts.models import Invitation
from wenming.accounts.open_work import OpenWork
from wenming.plans.models import PlanVersion


def test_models_declare_it_by_field() -> None:
    for model in (Invitation, PlanVersion):
        assert all(isinstance(work, OpenWork) and work.words for work in model.HANDED_OVER.values())
