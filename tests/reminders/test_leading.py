"""Which leader is in charge of a unit."""

import pytest

from tests.command.making import make_group, make_link, make_seat
from tests.plans.making import make_area, make_person, make_unit
from tests.reminders.making import TODAY
from wenming.places.models import Area, AreaKind, Unit, UnitKind
from wenming.reminders.leading import leaders_in_charge

pytestmark = pytest.mark.django_db


def names(*units: Unit) -> list[list[tuple[str, str]]]:
    parents = dict(Area.objects.values_list("pk", "parent_id"))
    found = leaders_in_charge(units, parents, TODAY)
    return [[(one.name, one.as_what) for one in found[unit.pk]] for unit in units]


def test_whoever_looks_after_the_unit() -> None:
    unit, other = make_unit(), make_unit("县卫健局")
    make_link("顾维桢", unit=unit)
    assert names(unit, other) == [[("顾维桢", "挂点")], []]


def test_who_looks_after_a_town_looks_after_its_unit_and_no_other_there() -> None:
    town = make_area("城关镇", AreaKind.TOWN, make_area())
    unit, school = make_unit("城关镇", UnitKind.TOWN, town), make_unit("镇中学", UnitKind.SCHOOL, town)
    make_link("顾维桢", town)
    make_link("某点长", town, site="文化广场")
    assert names(unit, school) == [[("顾维桢", "挂点")], []]


def test_else_the_first_person_of_the_nearest_headquarters() -> None:
    group = make_group()
    make_seat(group, "成员单位", unit=make_unit("县文明办"))
    make_seat(group, "总指挥", "甲书记")
    make_seat(group, "副总指挥", "乙县长")
    town = make_area("城关镇", AreaKind.TOWN, make_area())
    assert names(make_unit(), make_unit("城关镇", UnitKind.TOWN, town)) == [[("甲书记", "总指挥")]] * 2


def test_an_account_stands_beside_the_name() -> None:
    leader = make_person("顾维桢", None)
    make_seat(make_group(), "总指挥", user=leader)
    unit = make_unit()
    (found,) = leaders_in_charge([unit], {}, TODAY)[unit.pk]
    assert (found.user, found.name) == (leader, "顾维桢")
