"""What the one search box finds; Chinese by substring, so that two characters are enough."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit, UnitClass
from wenming.places.queries import classes_found, units_found
from wenming.plans.models import Measure, Plan, PlanVersion, VersionState
from wenming.plans.reach import binding, reviewed


def plans(text: str, powers: Powers) -> QuerySet[Plan]:
    """Plans by title: those in force that bind the person's areas, and all that are theirs to review."""
    in_force = Exists(PlanVersion.objects.filter(plan=OuterRef("pk"), state=VersionState.IN_FORCE))
    found = Plan.objects.filter((binding(powers, "area") & Q(in_force)) | reviewed(powers, "area"))
    return found.filter(title__icontains=text).order_by("-created_at", "-pk")


def measures(text: str, powers: Powers) -> QuerySet[Measure]:
    """Measures of plans in force by title and text, those with the words in their title first."""
    named = Q(title__icontains=text)
    return (
        Measure.objects.standing()
        .filter(named | Q(text__icontains=text))
        .filter(binding(powers, "version__plan__area"), version__state=VersionState.IN_FORCE)
        .annotate(is_named=named)
        .select_related("version__plan")
        .defer("version__text", "version__noise")
        .order_by("-is_named", "version", "position", "pk")
    )


def units(text: str, powers: Powers) -> QuerySet[Unit]:
    """Units by name, short name or other name."""
    return units_found(text).order_by("pk") if Right.UNIT_VIEW in powers else Unit.objects.none()


def classes(text: str, powers: Powers) -> QuerySet[UnitClass]:
    """Classes of units by name or other name."""
    return classes_found(text).order_by("pk") if Right.UNIT_VIEW in powers else UnitClass.objects.none()
