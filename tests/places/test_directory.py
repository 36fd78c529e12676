"""The directory as a tree."""

from wenming.places.directory import Bough, Branch, tree
from wenming.places.models import Area, AreaKind, Unit, UnitKind

COUNTY = Area(name="青禾县", kind=AreaKind.COUNTY)
NORTH = Area(name="文昌街道", kind=AreaKind.TOWN, parent=COUNTY)
SOUTH = Area(name="临河街道", kind=AreaKind.TOWN, parent=COUNTY)


def community(short: str, town: Area) -> Unit:
    return Unit(short=short, kind=UnitKind.COMMUNITY, area=Area(name=short, kind=AreaKind.COMMUNITY, parent=town))


def test_units_stand_by_kind_and_town() -> None:
    units = [community("甲", NORTH), community("乙", NORTH), community("丙", SOUTH), community("丁", SOUTH)]
    (bough,) = tree(units)
    assert bough == Bough(
        "community",
        UnitKind.COMMUNITY.label,
        4,
        (Branch("文昌街道", tuple(units[:2])), Branch("临河街道", tuple(units[2:]))),
    )


def test_kinds_come_in_their_order_and_empty_ones_not_at_all() -> None:
    town, party = Unit(kind=UnitKind.TOWN, area=NORTH), Unit(kind=UnitKind.PARTY, area=COUNTY)
    assert [bough.kind for bough in tree([town, party])] == ["party", "town"]
    assert tree([]) == []


def test_where_hardly_a_town_has_two_they_stand_together() -> None:
    units = [community("甲", NORTH), community("乙", SOUTH), community("丙", SOUTH)]
    (bough,) = tree(units)
    assert [branch.town for branch in bough.branches] == [""]
