"""What somebody asks the directory for."""

import pytest
from django.test import RequestFactory

from tests.plans.making import make_area
from wenming.places.asking import Asked, area_choices
from wenming.places.models import AreaKind


def asked(query: str) -> Asked:
    return Asked.of(RequestFactory().get(f"/units/?{query}"))


@pytest.mark.parametrize(
    ("query", "is_list"),
    [("", False), ("kind=boss", False), ("sort=colour", False), ("area=x", False), ("q=+", False), ("as=list", True)]
    + [(query, True) for query in ("q=局", "kind=party", "area=3", "state=dissolved", "sort=-name")],
)
def test_what_makes_no_sense_is_left_out(query: str, is_list: bool) -> None:
    assert asked(query).is_list is is_list


def test_an_order_goes_both_ways() -> None:
    assert asked("sort=name").order == ("name", "pk")
    assert asked("sort=-name").order == ("-name", "-pk")
    assert asked("").order == ("pk",)


@pytest.mark.django_db
def test_areas_are_offered_with_those_above_them_but_no_communities() -> None:
    county = make_area()
    town = make_area("文昌街道", AreaKind.TOWN, county)
    make_area("书院社区", AreaKind.COMMUNITY, town)
    assert area_choices() == [(county.pk, "青禾县"), (town.pk, "青禾县 › 文昌街道")]
