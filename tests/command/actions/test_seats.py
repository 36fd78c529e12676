"""Seats: by whom they may be held, and their order."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.command.making import BEGAN, TODAY, make_group, make_seat
from tests.plans.making import NOON, make_person, make_unit
from wenming.audit.models import Detail, Event
from wenming.command import actions
from wenming.command.models import Seat

pytestmark = pytest.mark.django_db


def test_a_seat_needs_somebody() -> None:
    with pytest.raises(actions.NobodyThere):
        make_seat(make_group())


def test_the_same_seat_is_held_once() -> None:
    group, unit = make_group(), make_unit()
    make_seat(group, "成员单位", unit=unit)
    with pytest.raises(actions.SeatHeld, match="县教育局"):
        make_seat(group, "成员单位", unit=unit)
    make_seat(group, "牵头单位", unit=unit)
    make_seat(make_group("另一组", group), "成员单位", unit=unit)
    assert unit.seats.count() == 3


def test_until_a_day_to_come_it_is_held_as_well() -> None:
    group = make_group()
    seat = make_seat(group, name="甲")
    actions.end_seat(seat=seat, until=TODAY, by=None, at=NOON)
    with pytest.raises(actions.SeatHeld):
        make_seat(group, name="甲")
    make_seat(group, name="甲", since=TODAY + timedelta(days=1))


def test_a_seat_since_the_first_day_of_all_is_taken_away() -> None:
    by = make_person()
    seat = make_seat(make_group(), name="甲", since=date.min, by=by)
    actions.remove_seat(seat=seat, by=by, at=NOON)
    assert not Seat.objects.exists()


def test_an_account_stands_for_its_name() -> None:
    person = make_person()
    seat = make_seat(make_group(), name="不用的名字", user=person)
    assert (seat.name, seat.who) == ("", "沈知远")


def test_the_database_refuses_two_people_and_nobody() -> None:
    given = {"group": make_group(), "title": "组长", "order": 1, "since": BEGAN}
    for wrong in ({"user": make_person(), "name": "甲"}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Seat.objects.create(**given, **wrong)


def test_the_log_keeps_a_name_beside_the_event() -> None:
    make_seat(make_group(), name="顾维桢")
    event = Event.objects.get(verb="command.add_seat")
    assert "顾维桢" not in f"{event.thing_name}{event.before}{event.after}"
    assert Detail.objects.get(event=event, name="after.name").value == "顾维桢"


@pytest.mark.parametrize(
    ("which", "up", "order"),
    [("甲", True, "甲乙丙"), ("甲", False, "乙甲丙"), ("丙", True, "甲丙乙"), ("丙", False, "甲乙丙")],
)
def test_a_seat_moves_one_place(which: str, up: bool, order: str) -> None:
    group = make_group()
    for name in "甲乙丙":
        make_seat(group, name=name)
    actions.move_seat(seat=group.seats.get(name=which), up=up, on=TODAY, by=None, at=NOON)
    assert "".join(seat.name for seat in group.seats.all()) == order
