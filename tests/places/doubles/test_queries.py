"""The pairs that may be one."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_area, make_person, make_unit
from wenming.places import actions
from wenming.places.doubles.queries import suggested, suggested_in
from wenming.places.models import AreaKind
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db


def pairs() -> list[tuple[int, int]]:
    return [(double.one, double.other) for double in suggested()]


def test_a_pair_goes_when_it_was_told_apart_or_merged_and_comes_back() -> None:
    one, other, person = make_unit("县教育局"), make_unit("教育局"), make_person()
    assert pairs() == [(one.pk, other.pk)]
    said = actions.tell_apart(one=one, other=other, by=person, at=NOON)
    assert pairs() == []
    actions.take_apart_back(said=said, by=person, at=NOON)
    assert pairs() == [(one.pk, other.pk)]
    actions.merge_units(unit=other, into=one, by=person, at=NOON)
    assert pairs() == []


def test_a_renamed_unit_is_looked_at_again() -> None:
    unit, other, person = make_unit("县财政局"), make_unit("县教育局"), make_person()
    assert pairs() == []
    order = actions.Order(person, NOON, NOON.date())
    actions.rename_unit(unit=unit, name="教育局", short="", order=order)
    assert pairs() == [(unit.pk, other.pk)]


def test_the_same_in_two_counties_are_two() -> None:
    make_unit("县教育局")
    make_unit("教育局", area=make_area("白水县"))
    assert pairs() == []


def test_within_a_town_only_its_own() -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    one, other = make_unit("文昌街道", area=town), make_unit("文昌街道办事处", area=town)
    make_unit("县教育局")
    make_unit("教育局")
    found = suggested_in(Scope(areas=frozenset({town.pk})))
    assert [(double.one, double.other) for double in found] == [(one.pk, other.pk)]
    assert len(suggested_in(Scope(everywhere=True))) == 2


def test_asked_again_it_costs_little(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    make_unit("县教育局")
    suggested()
    with django_assert_max_num_queries(4):
        suggested()
