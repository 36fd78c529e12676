"""Questions about areas, units and classes."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_area, make_class, make_unit
from wenming.places import queries
from wenming.places.models import Alias, Area, AreaKind, UnitClass, UnitKind
from wenming.rules.matching import EntryKind, Reason, match

pytestmark = pytest.mark.django_db


def town(name: str) -> Area:
    return make_area(name, AreaKind.TOWN, make_area())


def test_the_directory_is_ready_for_matching(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit, communities = make_unit("县教育局"), make_class("各社区")
    Alias.objects.create(name="教体局", unit=unit)
    with django_assert_num_queries(5):
        directory = queries.directory()
    found = match("教体局", directory)
    assert (found.reason, found.entry and found.entry.id) == (Reason.ALIAS, unit.pk)
    found = match("各社区", directory)
    assert found.entry
    assert (found.entry.kind, found.entry.id) == (EntryKind.CLASS, communities.pk)


def test_home_is_the_county_else_the_topmost_area() -> None:
    assert queries.home() is None
    city = make_area("云州市", AreaKind.CITY)
    assert queries.home() == city
    county = make_area("青禾县", AreaKind.COUNTY, city)
    assert queries.home() == county


@pytest.mark.parametrize(
    ("text", "kind", "shorts"),
    [("教", "", ["县教育局"]), ("", "party", ["县委办"]), ("文教", "", ["县教育局"]), ("教", "party", [])],
)
def test_units_are_found_by_any_name(text: str, kind: str, shorts: list[str]) -> None:
    unit = make_unit("县教育局")
    make_unit("县委办", UnitKind.PARTY)
    Alias.objects.create(name="文教办", unit=unit)
    Alias.objects.create(name="文教局", unit=unit)
    assert [unit.short for unit in queries.units_found(text, kind)] == shorts


def test_members_by_rule_and_by_name_within_an_area() -> None:
    north, south = town("文昌街道"), town("临河街道")
    inside = make_unit("书院社区", UnitKind.COMMUNITY, make_area("书院", AreaKind.COMMUNITY, north))
    make_unit("河滨社区", UnitKind.COMMUNITY, make_area("河滨", AreaKind.COMMUNITY, south))
    named = make_unit("县教育局")
    unit_class = make_class("文昌各社区", [UnitKind.COMMUNITY], [named])
    unit_class.area = north
    unit_class.save()
    assert set(queries.members(unit_class)) == {inside, named}
    assert queries.member_ids(UnitClass.objects.all()) == {unit_class.pk: frozenset({inside.pk, named.pk})}
    assert queries.classes_of(named) == [unit_class]
    assert queries.areas_within(north.pk) == {north.pk, inside.area_id}


def test_a_class_without_rule_has_only_its_named_members() -> None:
    make_unit()
    assert list(queries.members(make_class("空类"))) == []


@pytest.mark.parametrize("size", [1, 12])
def test_members_of_many_classes_take_the_same_queries(
    size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(size):
        make_class(f"第{number}类", [UnitKind.GOVERNMENT], [make_unit(f"第{number}局")])
    with django_assert_num_queries(4):
        assert len(queries.member_ids(UnitClass.objects.all())) == size


def test_kinds_are_counted() -> None:
    make_unit("县教育局")
    make_unit("县委办", UnitKind.PARTY)
    assert queries.kind_counts() == {"government": 1, "party": 1}
