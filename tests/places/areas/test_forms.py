"""What people type about areas."""

import pytest

from tests.plans.making import make_area
from wenming.places.areas.forms import AreaForm
from wenming.places.models import Area, AreaKind
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db


def parents(form: AreaForm) -> set[Area]:
    return set(form.fields["parent"].queryset)  # type: ignore[attr-defined]


def test_an_area_stays_where_it_is_or_goes_where_the_right_reaches() -> None:
    county, other = make_area(), make_area("白水县")
    town = make_area("文昌街道", AreaKind.TOWN, county)
    assert parents(AreaForm(scope=Scope(areas=frozenset({other.pk})), area=town)) == {county, other}
    assert parents(AreaForm(scope=Scope(everywhere=True), area=town)) == {county, other}
    assert parents(AreaForm(scope=Scope())) == set()


def test_only_the_topmost_has_nothing_above() -> None:
    county = make_area()
    data = {"name": "青禾县", "kind": "county"}
    assert AreaForm(data, scope=Scope(everywhere=True), area=county).is_valid()
    assert list(AreaForm(data, scope=Scope(everywhere=True)).errors) == ["parent"]
