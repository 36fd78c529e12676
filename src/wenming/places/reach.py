"""How far somebody's right reaches over areas and units; who holds which right is known to a room above."""

from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from wenming.places.models import Area, Unit, UnitClass, UnitQuerySet
from wenming.places.queries import home


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a right may be used: everywhere, or in these areas and for these units, by their keys.

    An area stands here with all areas below it; ``above`` are the areas over them, where the right does not reach.
    """

    everywhere: bool = False
    areas: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()

    def holds(self, *, area: int | None, unit: int | None = None) -> bool:
        """Whether the right reaches a thing of that area, or of that unit."""
        return self.everywhere or area in self.areas or unit in self.units

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            self.everywhere or other.everywhere,
            self.areas | other.areas,
            self.units | other.units,
            self.above | other.above,
        )

    def within(self, area_field: str, *, unit_field: str = "") -> Q:
        """What of a query lies within, by its field for the area and, where it has one, for the unit."""
        if self.everywhere:
            return ~Q(pk__in=[])  # an empty Q would be lost when another is added to it
        inside = Q(**{f"{area_field}__in": self.areas})
        return inside | Q(**{f"{unit_field}__in": self.units}) if unit_field else inside


class Powers(Protocol):
    """What each request may do (``request.rights``)."""

    def scope(self, right: str) -> Scope:
        """How far the right reaches; nowhere where it is not held."""

    def exercise(self, right: str, *, area: int | None = None, unit: int | None = None) -> bool:
        """Whether the right reaches there; from now on the person acts in the role that gives it."""


def scope_of(request: HttpRequest, right: str) -> Scope:
    """How far the right of the person who asks reaches."""
    held: Powers = request.rights  # type: ignore[attr-defined]  # every request has its rights
    return held.scope(right)


def reached_or_404(request: HttpRequest, right: str, thing: Unit | UnitClass | Area) -> None:
    """To whose right does not reach the thing there is no such page."""
    held: Powers = request.rights  # type: ignore[attr-defined]
    unit = thing.pk if isinstance(thing, Unit) else None
    if not held.exercise(right, area=_area_of(thing), unit=unit):
        raise Http404


def reaches(request: HttpRequest, right: str, thing: Unit | UnitClass | Area) -> bool:
    """Whether to offer the person what needs the right for the thing."""
    unit = thing.pk if isinstance(thing, Unit) else None
    return scope_of(request, right).holds(area=_area_of(thing), unit=unit)


def _area_of(thing: Unit | UnitClass | Area) -> int | None:
    """The area that a thing belongs to; a class without one belongs to the county that runs the programme."""
    if isinstance(thing, Area):
        return thing.pk
    if thing.area_id is None:
        top = home()
        return top.pk if top else None
    return thing.area_id


def reaches_classes_of_all(scope: Scope) -> bool:
    """Whether the right reaches a class that belongs to no area."""
    top = home()
    return scope.holds(area=top.pk if top else None)


def units_in(scope: Scope) -> UnitQuerySet:
    """The units that the right reaches."""
    return Unit.objects.filter(scope.within("area", unit_field="pk"))


def areas_in(scope: Scope) -> QuerySet[Area]:
    """The areas that the right reaches."""
    return Area.objects.filter(scope.within("pk"))
