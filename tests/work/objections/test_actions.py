"""Not ours, and cannot: disputed until the office decides, and then it holds."""

from typing import Any

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.audit.models import Event
from wenming.work.models import Cell, Excuse, Objection, ObjectionKind, Outcome
from wenming.work.objections import actions
from wenming.work.objections.actions import Said

pytestmark = pytest.mark.django_db
SAID = Said(ObjectionKind.NOT_OURS, "职责已经划转", whose="县体育局")


@pytest.fixture
def made() -> Objection:
    unit, person = make_unit(), make_person()
    commitment = make_commitment(make_measure(unit))
    return actions.object_to(commitment=commitment, unit=unit, said=SAID, by=person, at=NOON)


def deciding(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"answer": "同意划转", "by": Objection.objects.get().made_by, "at": NOON, **fields}


def state() -> str:
    return Cell.objects.get().state


def test_while_it_is_open_the_verdict_is_disputed(made: Objection) -> None:
    assert state() == "disputed"
    with pytest.raises(actions.AlreadyObjected):
        actions.object_to(commitment=made.commitment, unit=made.unit, said=SAID, by=made.made_by, at=NOON)
    assert Event.objects.get(verb="work.object").after["kind"] == "not_ours"


def test_an_accepted_one_exempts_from_then_on(made: Objection) -> None:
    found = actions.decide_objection(objection=made, is_accepted=True, **deciding())
    assert (found.outcome, state()) == (Outcome.ACCEPTED, "exempt")
    assert Excuse.objects.get().reason == "同意划转"
    with pytest.raises(actions.AlreadyDecided):
        actions.decide_objection(objection=made, is_accepted=False, **deciding())


def test_a_refused_one_leaves_everything_as_it_was(made: Objection) -> None:
    found = actions.decide_objection(objection=made, is_accepted=False, **deciding(answer="仍由你单位负责"))
    assert (found.outcome, found.answer, state()) == (Outcome.REFUSED, "仍由你单位负责", "open")
    assert not Excuse.objects.exists()


def test_the_unit_may_take_it_back(made: Objection) -> None:
    found = actions.withdraw_objection(objection=made, by=made.made_by, at=NOON)
    assert (found.outcome, state()) == (Outcome.WITHDRAWN, "open")
    again = actions.object_to(commitment=made.commitment, unit=made.unit, said=SAID, by=made.made_by, at=NOON)
    assert again.pk != made.pk
