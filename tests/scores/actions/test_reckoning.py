"""The office says how many days a standard takes."""

import pytest

from tests.plans.making import NOON, make_person
from tests.scores.making import make_open
from wenming.audit.models import Event
from wenming.scores.actions.reckoning import say_effort
from wenming.scores.models import SaidEffort

pytestmark = pytest.mark.django_db


def test_said_changed_and_left_and_the_same_again_is_no_event() -> None:
    me = make_person()
    framework = make_open(me).edition.framework
    for days in (5, 5, 8, None, None):
        say_effort(framework=framework, standard="A-1", days=days, by=me, at=NOON)
    told = list(Event.objects.filter(verb="scores.say_effort").order_by("pk").values_list("before", "after"))
    assert [(before or {}).get("days") for before, _after in told] == [None, 5, 8]
    assert [after.get("days") for _before, after in told] == [5, 8, None]
    assert not SaidEffort.objects.exists()
