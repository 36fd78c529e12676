"""How far a right reaches over areas, units and classes."""

import pytest
from django.http import Http404, HttpRequest

from tests.plans.making import make_area, make_class, make_unit
from wenming.places.models import AreaKind, Unit
from wenming.places.reach import Scope, areas_in, reached_or_404, reaches, units_in

pytestmark = pytest.mark.django_db


class Held:
    """One right that reaches so far, and what it was used for."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def scope(self, right: str) -> Scope:
        """How far it reaches."""
        return self._scope if right == "edit" else Scope()

    def exercise(self, right: str, *, area: int | None = None, unit: int | None = None) -> bool:
        """Whether it reaches there."""
        return self.scope(right).holds(area=area, unit=unit)


def asked_by(scope: Scope) -> HttpRequest:
    """A request of somebody whose right reaches so far."""
    request = HttpRequest()
    request.rights = Held(scope)  # type: ignore[attr-defined]
    return request


@pytest.mark.parametrize(
    ("scope", "area", "unit", "held"),
    [
        (Scope(), 1, 1, False),
        (Scope(), None, None, False),
        (Scope(everywhere=True), None, None, True),
        (Scope(areas=frozenset({1})), 1, None, True),
        (Scope(areas=frozenset({1})), 2, None, False),
        (Scope(units=frozenset({7})), 2, 7, True),
        (Scope(units=frozenset({7})), 7, 2, False),
        (Scope(above=frozenset({1})), 1, None, False),
    ],
)
def test_what_a_scope_holds(scope: Scope, area: int | None, unit: int | None, held: bool) -> None:
    assert scope.holds(area=area, unit=unit) is held


def test_scopes_add_up() -> None:
    both = Scope(areas=frozenset({1}), above=frozenset({9})) | Scope(units=frozenset({7}))
    assert both == Scope(areas=frozenset({1}), units=frozenset({7}), above=frozenset({9}))
    assert (both | Scope(everywhere=True)).holds(area=5)


def test_units_and_areas_within() -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    here, there = make_unit("文昌街道", area=town), make_unit("县教育局")
    assert set(units_in(Scope(areas=frozenset({town.pk})))) == {here}
    assert set(units_in(Scope(units=frozenset({there.pk})))) == {there}
    assert set(units_in(Scope(everywhere=True))) == {here, there}
    assert set(units_in(Scope())) == set()
    assert set(areas_in(Scope(areas=frozenset({town.pk})))) == {town}


def test_everywhere_is_not_lost_beside_another_condition() -> None:
    unit = make_unit("县教育局")
    both = Scope(everywhere=True).within("area") | Scope().within("area")
    assert list(Unit.objects.filter(both)) == [unit]


def test_a_thing_beyond_is_not_there() -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    here, there = make_unit("文昌街道", area=town), make_unit("县教育局")
    request = asked_by(Scope(areas=frozenset({town.pk})))
    reached_or_404(request, "edit", here)
    reached_or_404(request, "edit", town)
    assert reaches(request, "edit", here)
    assert not reaches(request, "edit", there)
    assert not reaches(request, "view", here)
    for thing in (there, make_area(), make_class("各社区")):
        with pytest.raises(Http404):
            reached_or_404(request, "edit", thing)


def test_a_class_without_an_area_is_the_countys() -> None:
    everyone = make_class("各社区")
    assert not reaches(asked_by(Scope(areas=frozenset({-1}))), "edit", everyone)
    assert reaches(asked_by(Scope(areas=frozenset({make_area().pk}))), "edit", everyone)
