"""What the one search box finds; Chinese by substring, so that two characters are enough."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from wenming.accounts.rights import Right
from wenming.places.models import Unit, UnitClass
from wenming.places.queries import classes_found, units_found
from wenming.plans.models import Measure, Plan, PlanVersion, VersionState


def plans(text: str, rights: Collection[str]) -> QuerySet[Plan]:
    """Plans by title: those in force, and for reviewers all."""
    if Right.PLAN_VIEW not in rights:
        return Plan.objects.none()
    found = Plan.objects.filter(title__icontains=text)
    if Right.PLAN_REVIEW not in rights:
        found = found.filter(Exists(PlanVersion.objects.filter(plan=OuterRef("pk"), state=VersionState.IN_FORCE)))
    return found.order_by("-created_at", "-pk")


def measures(text: str, rights: Collection[str]) -> QuerySet[Measure]:
    """Measures of plans in force by title and text, those with the words in their title first."""
    if Right.PLAN_VIEW not in rights:
        return Measure.objects.none()
    named = Q(title__icontains=text)
    return (
        Measure.objects.standing()
        .filter(named | Q(text__icontains=text), version__state=VersionState.IN_FORCE)
        .annotate(is_named=named)
        .select_related("version__plan")
        .defer("version__text", "version__noise")
        .order_by("-is_named", "version", "position", "pk")
    )


def units(text: str, rights: Collection[str]) -> QuerySet[Unit]:
    """Units by name, short name or other name."""
    return units_found(text).order_by("pk") if Right.UNIT_VIEW in rights else Unit.objects.none()


def classes(text: str, rights: Collection[str]) -> QuerySet[UnitClass]:
    """Classes of units by name or other name."""
    return classes_found(text).order_by("pk") if Right.UNIT_VIEW in rights else UnitClass.objects.none()
