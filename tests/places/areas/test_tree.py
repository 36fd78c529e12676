"""The areas as a tree."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_area, make_unit
from wenming.places.areas.tree import area_tree, lines
from wenming.places.models import AreaKind, Unit

pytestmark = pytest.mark.django_db


def test_units_are_counted_with_those_below(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    county = make_area()
    town = make_area("文昌街道", AreaKind.TOWN, county)
    make_area("临河街道", AreaKind.TOWN, county)
    make_unit("县教育局")
    make_unit("文昌街道办", area=town)
    Unit.objects.filter(pk=make_unit("县农机局").pk).update(dissolved_on=NOON.date())
    with django_assert_num_queries(1):
        found = [(depth, node.area.name, node.units, node.whole, node.is_empty) for depth, node in lines(area_tree())]
    assert found == [
        (0, "青禾县", 1, 2, False),
        (1, "文昌街道", 1, 1, False),
        (1, "临河街道", 0, 0, True),
    ]


def test_no_areas_no_tree() -> None:
    assert area_tree() == []
