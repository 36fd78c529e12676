"""A line above a version that amends another: what was carried over, and the way to the comparison."""

from typing import Any

from django.template import Library

from wenming.plans.actions.amending import carried_marks, version_before
from wenming.plans.models import PlanVersion

register = Library()


@register.inclusion_tag("plans/compare/_amended.html")
def amended(version: PlanVersion) -> dict[str, Any]:
    """What ``version`` amends and how many marks were carried over from there; nothing for a first version."""
    before = version_before(version)
    if before is None:
        return {"before": None}
    return {"version": version, "before": before, "carried": carried_marks(version)}
