"""The second reader's standing, for the piece of the review page that says it."""

from django import template

from wenming.plans.models import PlanVersion
from wenming.plans.review import second

register = template.Library()


@register.simple_tag
def second_of(version: PlanVersion) -> second.Standing | None:
    """As ``plans.review.second`` has it."""
    return second.second_of(version)
