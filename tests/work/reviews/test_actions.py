"""What the office finds decides."""

from datetime import date

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.reviews.making import make_standing
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.work.models import Cell, Review
from wenming.work.reviews import actions

pytestmark = pytest.mark.django_db


def reviewed(cell: Cell, by: User, *, is_enough: bool, words: str = "") -> Review:
    return actions.review(cell=cell, is_enough=is_enough, words=words, by=by, at=NOON)


def states() -> list[str]:
    """The states of the three quarters."""
    return list(Cell.objects.order_by("first").values_list("state", flat=True))


def test_the_verdict_follows_for_a_period_that_is_over_and_one_that_goes_on() -> None:
    person = make_person()
    make_standing(make_unit("甲镇"))
    assert states() == ["open", "open", "not_due"]
    before, now, to_come = Cell.objects.order_by("first")
    assert reviewed(before, person, is_enough=False, words="活动太少").on == date(2025, 12, 31)
    assert reviewed(now, person, is_enough=True).on == date(2026, 3, 5)
    assert states() == ["missed", "met", "not_due"]
    with pytest.raises(actions.NotBegun):
        reviewed(to_come, person, is_enough=True)
    assert Event.objects.filter(verb="work.review").count() == 2


def test_the_last_finding_of_a_period_holds_whichever_it_is() -> None:
    person = make_person()
    make_standing(make_unit("甲镇"))
    cell = Cell.objects.order_by("first")[0]
    for is_enough, state in ((True, "met"), (False, "missed"), (True, "met")):
        reviewed(cell, person, is_enough=is_enough, words="看了材料")
        assert states()[0] == state


def test_what_is_not_enough_is_said() -> None:
    person = make_person()
    make_standing(make_unit("甲镇"))
    with pytest.raises(actions.NoWords):
        reviewed(Cell.objects.order_by("first")[0], person, is_enough=False, words=" ")
    assert not Review.objects.exists()
