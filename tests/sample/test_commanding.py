"""The sample county's command structure: consistent, and put in by the program's own actions."""

import pytest

from tests.plans.making import NOON
from wenming.command.models import Group, GroupKind, Link, Seat
from wenming.places.models import Area
from wenming.sample.commanding import load_structure, put_in, read_structure
from wenming.sample.load import add_people, load_register
from wenming.sample.register import AreaKind
from wenming.sample.rows import SampleError
from wenming.sample.source import load_people, load_units


def test_a_headquarters_with_an_office_and_five_groups() -> None:
    kinds = [group.kind for group in load_structure(load_units(), load_people()).groups]
    assert [kinds.count(kind) for kind in ("headquarters", "office", "working", "special")] == [1, 1, 4, 1]
    assert set(kinds) == set(GroupKind)


def test_every_village_has_a_leader() -> None:
    units = load_units()
    linked = {name for link in load_structure(units, load_people()).links for name in link.areas}
    villages = {area.name for area in units.areas if area.kind == AreaKind.COMMUNITY and area.name.endswith("村")}
    assert villages - linked == set()


@pytest.mark.parametrize(
    "part",
    [
        {"groups": [{"key": "甲", "name": "甲组", "kind": "working", "parent": "乙"}]},
        {"groups": [{"key": "甲", "name": "甲组", "kind": "working", "host": "县没有局"}]},
        {"links": [{"name": "甲", "kind": "point"}]},
        {"links": [{"name": "甲", "kind": "point", "areas": ["没有的村"]}]},
        {"links": [{"account": "nobody", "kind": "point", "areas": ["荷叶村"]}]},
    ],
)
def test_what_is_not_there_is_named(part: dict[str, object]) -> None:
    with pytest.raises(SampleError):
        read_structure({"since": NOON.date(), **part}, load_units(), load_people())


@pytest.mark.django_db
def test_all_of_it_is_put_in() -> None:
    load_register(load_units(), at=NOON)
    add_people(load_people(), at=NOON)
    structure = load_structure(load_units(), load_people())
    put_in(structure, area=Area.objects.get(name="青禾县"), at=NOON)
    assert Group.objects.count() == len(structure.groups)
    assert Seat.objects.count() == sum(len(seat.units) or 1 for group in structure.groups for seat in group.seats)
    assert Link.objects.count() == sum(len(link.areas) + len(link.units) for link in structure.links)
