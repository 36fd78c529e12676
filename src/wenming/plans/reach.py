"""Which plans a person sees: those that bind their area, and, of the areas whose office they are, all.

A plan in force binds the areas below it, and the office above is to know what is in force below; so it is seen in its
own area, in those above and in those below. What is not issued yet only the office sees in whose reach it is.
"""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.plans.models import ISSUED, Plan, PlanVersion


def binding(powers: Powers, area_field: str) -> Q:
    """The plans whose issued versions the person sees, by the field of a query that leads to a plan's area."""
    scope = powers.scope(Right.PLAN_VIEW)
    return scope.within(area_field) | Q(**{f"{area_field}__in": scope.above})


def reviewed(powers: Powers, area_field: str) -> Q:
    """The plans that the person imports and reviews, by the field of a query that leads to a plan's area."""
    return powers.scope(Right.PLAN_REVIEW).within(area_field)


def versions_seen(powers: Powers) -> QuerySet[PlanVersion]:
    """The versions that the person may see."""
    issued = binding(powers, "plan__area") & Q(state__in=ISSUED)
    return PlanVersion.objects.filter(issued | reviewed(powers, "plan__area"))


def may_review(request: HttpRequest, plan: Plan) -> bool:
    """Whether the plan is the person's to review."""
    return rights_for(request).reaches(Right.PLAN_REVIEW, area=plan.area_id)


def reviewed_or_404(request: HttpRequest, plan: Plan) -> None:
    """To whose right to review does not reach the plan there is no such page."""
    if not rights_for(request).exercise(Right.PLAN_REVIEW, area=plan.area_id):
        raise Http404


def seen_or_404(request: HttpRequest, plan: Plan) -> None:
    """To whom the plan is none of theirs there is no such page."""
    powers = rights_for(request)
    scope = powers.scope(Right.PLAN_VIEW)
    is_seen = scope.holds(area=plan.area_id) or plan.area_id in scope.above
    if not is_seen and not powers.reaches(Right.PLAN_REVIEW, area=plan.area_id):
        raise Http404
