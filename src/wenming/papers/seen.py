"""Which verdicts a person sees in the papers, and what of them an address asks for."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, QueryDict
from django.utils.http import urlencode

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.places.reach import units_in
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.reach import binding
from wenming.web.numbers import whole
from wenming.work.commitments.subjects import open_to
from wenming.work.models import Cell, Commitment

Row = TypeVar("Row", bound=Model)

MOST_LISTED = 500  # units to choose from; where there are more, the address of a unit's page chooses


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an address narrows a page down to; None is everything that the person sees."""

    unit: Unit | None = None
    plan: PlanVersion | None = None

    def query(self, **more: object) -> str:
        """The part of an address that asks for it, with ``more``."""
        given = {"unit": self.unit and self.unit.pk, "plan": self.plan and self.plan.plan_id, **more}
        return urlencode({name: str(value) for name, value in given.items() if value})


def chosen_in(request: HttpRequest, asked: QueryDict | None = None) -> Chosen:
    """What the address asks for; 404 for a unit or a plan that the person does not see."""
    asked, powers = request.GET if asked is None else asked, rights_for(request)
    unit, plan = whole(asked.get("unit", "")), whole(asked.get("plan", ""))
    return Chosen(
        None if unit is None else _one(units_in(powers.scope(Right.WORK_VIEW)), pk=unit),
        None if plan is None else _one(plans_seen(powers), plan=plan),
    )


def _one(rows: QuerySet[Row], **key: int) -> Row:
    found = rows.filter(**key).first()
    if found is None:
        raise Http404
    return found


def plans_seen(powers: Powers) -> QuerySet[PlanVersion]:
    """The plans in force that bind the person, the last put in force first."""
    versions = PlanVersion.objects.filter(binding(powers, "plan__area"), state=VersionState.IN_FORCE)
    return versions.select_related("plan").defer("text", "noise").order_by("-in_force_at", "-pk")


def units_offered(powers: Powers) -> list[Unit]:
    """The units to choose from; none where there is no choice or far too much of it."""
    units = list(units_in(powers.scope(Right.WORK_VIEW)).filter(dissolved_on=None).order_by("pk")[: MOST_LISTED + 1])
    return units if 1 < len(units) <= MOST_LISTED else []


def cells_seen(powers: Powers, chosen: Chosen, *, with_all: bool = True) -> QuerySet[Cell]:
    """The verdicts that the person sees of what is chosen; those that ask for nothing (免除) are among them.

    ``with_all``: also what is judged together, as far as it concerns them.
    """
    scope = powers.scope(Right.WORK_VIEW)
    seen = Q(unit=chosen.unit) if chosen.unit else scope.within("unit__area", unit_field="unit") & Q(unit__isnull=False)
    if with_all:
        seen |= _together([chosen.unit.pk] if chosen.unit else None if is_wide(powers) else list(scope.units))
    bound = _commitments(powers, chosen)
    return Cell.objects.filter(seen, commitment__in=bound.order_by().values("pk"))


def is_wide(powers: Powers) -> bool:
    """Whether the person looks over an area, not only over units."""
    scope = powers.scope(Right.WORK_VIEW)
    return scope.everywhere or bool(scope.areas)


def _together(units: list[int] | None) -> Q:
    if units is None:
        return Q(unit=None)
    return Q(unit=None, commitment__in=Commitment.objects.filter(open_to(units)).order_by().values("pk"))


def _commitments(powers: Powers, chosen: Chosen) -> QuerySet[Commitment]:
    bound = Commitment.objects.binding().filter(binding(powers, "measure__version__plan__area"))
    return bound.filter(measure__version=chosen.plan) if chosen.plan else bound
