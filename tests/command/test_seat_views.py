"""What is done to seats."""

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from tests.command.making import BEGAN, make_group, make_seat
from tests.plans.making import make_unit
from wenming.accounts.models import User
from wenming.command import actions
from wenming.command.models import Seat

pytestmark = pytest.mark.django_db


def test_several_units_get_a_seat_each_or_none(office: Client) -> None:
    group = make_group()
    for short in ("县教育局", "县城管局"):
        make_unit(short)
    address = f"/command/groups/{group.pk}/seats/new/"
    data = {"title": "成员单位", "since": "2026-03-01"}
    refused = office.post(address, data | {"units_typed": "县教育局、县没有局"})
    assert (refused.status_code, Seat.objects.count()) == (422, 0)
    office.post(address, data | {"units_typed": "县教育局、县城管局"})
    assert [str(seat.unit) for seat in group.seats.all()] == ["县教育局", "县城管局"]
    twice = office.post(address, data | {"units_typed": "县城管局"})
    assert "已经是" in twice.content.decode()


def test_another_holds_the_seat_in_one_step(office: Client, me: User) -> None:
    seat = make_seat(make_group(), "总指挥", "甲书记")
    address = f"/command/seats/{seat.pk}/replace/"
    assert "甲书记" in office.get(address).content.decode()
    assert office.post(address, {"since": str(BEGAN), "who": "乙"}).status_code == 422
    office.post(address, {"since": "2026-03-01", "who": "沈知远", "post": "主任"})
    new = Seat.objects.get(until=None)
    assert (new.user, new.post, new.predecessor) == (me, "主任", seat)
    html = office.get(f"/command/groups/{seat.group_id}/").content.decode()
    assert "2026-01-12–2026-02-28" in html


def test_a_seat_ends_on_a_day(office: Client) -> None:
    seat = make_seat(make_group(), name="甲")
    address = f"/command/seats/{seat.pk}/end/"
    assert office.get(address).status_code == 200
    assert office.post(address, {"day": "2020-01-01"}).status_code == 422
    office.post(address, {"day": "2026-02-01"})
    assert str(Seat.objects.get().until) == "2026-02-01"


def test_a_slip_goes_and_what_is_older_stays(office: Client, me: User) -> None:
    group = make_group()
    old = make_seat(group, name="甲")
    new = actions.add_seat(
        group=group, title="组长", holder=actions.Holder(name="乙"), since=localdate(), by=me, at=now()
    )
    for seat in (old, new):
        office.post(f"/command/seats/{seat.pk}/remove/")
    assert list(Seat.objects.all()) == [old]


def test_a_seat_moves_by_a_button(office: Client) -> None:
    group = make_group()
    first, second = make_seat(group, name="甲"), make_seat(group, name="乙")
    answer = office.post(f"/command/seats/{second.pk}/move/", {"to": "up"})
    assert answer.headers["Location"].endswith(f"#seat-{second.pk}")
    assert list(group.seats.all()) == [second, first]
