"""Two that look alike are said to be two."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from wenming.audit.models import Event
from wenming.places import actions
from wenming.places.models import NotSame

pytestmark = pytest.mark.django_db


def test_it_is_said_once_and_taken_back() -> None:
    one, other, person = make_unit("县教育局"), make_unit("教育局"), make_person()
    said = actions.tell_apart(one=other, other=one, by=person, at=NOON)
    assert actions.tell_apart(one=one, other=other, by=person, at=NOON) == said
    assert (said.one, said.other) == (one, other)
    actions.take_apart_back(said=said, by=person, at=NOON)
    assert not NotSame.objects.exists()
    assert list(Event.objects.order_by("number").values_list("verb", flat=True)) == [
        "places.tell_apart",
        "places.take_apart_back",
    ]


def test_nothing_is_told_apart_from_itself() -> None:
    unit = make_unit()
    with pytest.raises(actions.SameUnit):
        actions.tell_apart(one=unit, other=unit, by=make_person(), at=NOON)
