"""What the structure is on a day."""

from datetime import date, timedelta

import pytest

from tests.command.making import BEGAN, TODAY, make_group, make_link, make_seat
from tests.plans.making import NOON, make_area, make_unit
from wenming.command import actions, queries
from wenming.command.models import Seat
from wenming.places.models import AreaKind, UnitKind

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (BEGAN - timedelta(days=1), ""),
        (BEGAN, "甲"),
        (LATER - timedelta(days=1), "甲"),
        (LATER, "乙"),
        (date(2030, 1, 1), "乙"),
    ],
)
def test_the_first_and_the_last_day_count(day: date, names: str) -> None:
    seat = make_seat(make_group(), name="甲")
    actions.replace_seat(seat=seat, holder=actions.Holder(name="乙"), since=LATER, by=None, at=NOON)
    assert "".join(one.name for one in Seat.objects.filter(queries.on_day(day))) == names


def test_now_and_formerly_are_apart() -> None:
    group = make_group()
    seat = make_seat(group, name="甲")
    new = actions.replace_seat(seat=seat, holder=actions.Holder(name="乙"), since=LATER, by=None, at=NOON)
    assert list(queries.seats_now(group, TODAY)) == [new]
    assert list(queries.seats_formerly(group, TODAY)) == [seat]


def test_a_unit_finds_its_seats_and_those_who_look_after_it() -> None:
    village = make_area("荷叶村", AreaKind.COMMUNITY, make_area("白塘镇", AreaKind.TOWN, make_area()))
    unit = make_unit("荷叶村", UnitKind.VILLAGE, village)
    seat, link = make_seat(make_group(), "成员单位", unit=unit), make_link(area=village)
    make_link(area=village, site="荷叶路")
    assert list(queries.seats_of_unit(unit, TODAY)) == [seat]
    assert list(queries.links_of_unit(unit, TODAY)) == [link]
    assert list(queries.links_of_unit(make_unit(area=village), TODAY)) == []


def test_whose_is_this_village() -> None:
    town = make_area("白塘镇", AreaKind.TOWN, make_area())
    village, other = (make_area(name, AreaKind.COMMUNITY, town) for name in ("荷叶村", "桥头村"))
    own, above = make_link("甲", village), make_link("乙", town)
    make_link("丙", other)
    make_link("丁", town, site="镇东市场")
    assert set(queries.links_found(area=village.pk, on=TODAY)) == {own, above}


@pytest.mark.parametrize(
    ("text", "names"), [("顾", "顾维桢"), ("荷叶", "顾维桢"), ("白塘", "顾维桢"), ("市场", "梁闻溪"), ("无", "")]
)
def test_links_are_found_by_leader_and_place(text: str, names: str) -> None:
    town = make_area("白塘镇", AreaKind.TOWN, make_area())
    make_link("顾维桢", make_area("荷叶村", AreaKind.COMMUNITY, town))
    make_link("梁闻溪", site="农贸市场")
    assert "".join(link.who for link in queries.links_found(text, on=TODAY)) == names
