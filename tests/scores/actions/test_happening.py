"""An event of the negative list is noted, and taken back."""

from datetime import date

import pytest

from tests.plans.making import NOON, make_person
from tests.scores.making import make_open
from wenming.rules.scoring.negative import Status
from wenming.scores.actions.happening import Withdrawn, note_event, withdraw_event
from wenming.scores.models import NegativeEvent, Round
from wenming.scores.standing import standing_of

pytestmark = pytest.mark.django_db


def happen(found: Round, on: date) -> NegativeEvent:
    return note_event(
        framework=found.edition.framework,
        entry="F-1",
        on=on,
        text="一处工地坍塌",
        source="县安委会通报",
        by=found.made_by,
        at=NOON,
    )


def test_it_costs_points_in_its_window_until_it_is_taken_back() -> None:
    me = make_person()
    found = make_open(me, status=Status.NOMINEE)
    event = happen(found, date(2025, 6, 1))
    assert standing_of(found).outcome.points_off == 3
    withdraw_event(event=event, by=me, at=NOON)
    assert standing_of(found).outcome.points_off == 0
    with pytest.raises(Withdrawn):
        withdraw_event(event=event, by=me, at=NOON)


def test_a_city_that_holds_the_title_is_suspended() -> None:
    found = make_open(make_person(), status=Status.HOLDER)
    happen(found, date(2025, 6, 1))
    outcome = standing_of(found).outcome
    assert outcome.points_off == 0
    assert not outcome.is_eligible
    assert outcome.consequences[0].until == date(2026, 6, 1)
