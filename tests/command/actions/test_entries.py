"""What seats and links have in common: periods that follow each other, and slips taken back."""

from datetime import date, timedelta

import pytest

from tests.command.making import BEGAN, TODAY, make_group, make_link, make_seat
from tests.plans.making import NOON, make_person
from wenming.command import actions
from wenming.command.models import Link, Seat

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 1)


def test_the_last_day_of_the_one_is_before_the_first_of_the_other() -> None:
    old = make_seat(make_group(), name="甲")
    new = actions.replace_seat(seat=old, holder=actions.Holder(name="乙"), since=LATER, by=None, at=NOON)
    old.refresh_from_db()
    assert (old.until, new.since, new.until) == (date(2026, 2, 28), LATER, None)
    assert (new.predecessor, new.title, new.order) == (old, old.title, old.order)


@pytest.mark.parametrize("since", [BEGAN, BEGAN - timedelta(days=1)])
def test_nobody_follows_before_the_other_began(since: date) -> None:
    seat = make_seat(make_group(), name="甲")
    with pytest.raises(actions.WrongDay):
        actions.replace_seat(seat=seat, holder=actions.Holder(name="乙"), since=since, by=None, at=NOON)
    assert Seat.objects.get().until is None


def test_an_end_is_told_once_and_not_before_the_beginning() -> None:
    link = make_link()
    with pytest.raises(actions.WrongDay):
        actions.end_link(link=link, until=BEGAN - timedelta(days=1), by=None, at=NOON)
    actions.end_link(link=link, until=TODAY, by=None, at=NOON)
    with pytest.raises(actions.AlreadyOver):
        actions.end_link(link=link, until=TODAY, by=None, at=NOON)


def test_two_do_not_follow_the_same_one() -> None:
    seat = make_seat(make_group(), name="甲")
    actions.replace_seat(seat=seat, holder=actions.Holder(name="乙"), since=LATER, by=None, at=NOON)
    with pytest.raises(actions.AlreadyOver):
        actions.replace_seat(seat=seat, holder=actions.Holder(name="丙"), since=LATER, by=None, at=NOON)
    assert Seat.objects.count() == 2


def test_a_slip_of_today_goes_and_whoever_was_there_before_goes_on() -> None:
    by = make_person()
    old = make_link("甲")
    new = actions.replace_link(link=old, leader=actions.Holder(name="乙"), since=LATER, by=by, at=NOON)
    actions.remove_link(link=new, by=by, at=NOON)
    (left,) = Link.objects.all()
    assert (left.pk, left.until, left.ended_by, left.ended_at) == (old.pk, None, None, None)


def test_what_is_of_another_day_or_person_or_has_a_successor_stays() -> None:
    by, other = make_person(), make_person("许青", None)
    seat = make_seat(make_group(), name="甲", by=by)
    for who, at in ((other, NOON), (by, NOON + timedelta(days=1))):
        with pytest.raises(actions.TooLate):
            actions.remove_seat(seat=seat, by=who, at=at)
    actions.replace_seat(seat=seat, holder=actions.Holder(name="乙"), since=LATER, by=by, at=NOON)
    with pytest.raises(actions.TooLate):
        actions.remove_seat(seat=seat, by=by, at=NOON)
    assert Seat.objects.count() == 2
