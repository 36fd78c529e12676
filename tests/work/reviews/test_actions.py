"""What the office finds decides."""

from datetime import date

import pytest

from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.work.reviews.making import make_standing
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event
from wenming.places.models import AreaKind
from wenming.work.models import Cell, Commitment, Review
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


def test_what_has_a_number_or_binds_no_more_is_not_reviewed() -> None:
    person = make_person()
    commitment = make_standing(make_unit("甲镇"))
    cell = Cell.objects.order_by("first")[0]
    for fields in ({"kind": "recurring"}, {"kind": "standing", "state": "proposed"}):
        Commitment.objects.filter(pk=commitment.pk).update(**fields)
        with pytest.raises(actions.NotReviewed, match="现在不用评议"):
            reviewed(cell, person, is_enough=True)
    assert not Review.objects.exists()


def test_the_plan_of_another_county_is_not_this_offices_to_review() -> None:
    make_standing(make_unit("甲镇"))
    elsewhere = make_area("邻县", AreaKind.COUNTY)
    stranger = make_person("邻县文明办", PostRole.OFFICE, make_unit("邻县文明办", area=elsewhere))
    with pytest.raises(actions.NotReviewed, match="不适用于您的辖区"):
        reviewed(Cell.objects.order_by("first")[0], stranger, is_enough=True)
    assert not Review.objects.exists()
