"""The pieces of this room that other rooms' pages hold."""

from typing import Any

from django.http import HttpRequest
from django.template import Context, Library

from wenming.places.history.timeline import timeline
from wenming.places.models import Unit
from wenming.places.reach import reaches

register = Library()


@register.inclusion_tag("places/unit_head.html", takes_context=True)
def unit_head(context: Context, unit: Unit) -> dict[str, Any]:
    """What a unit is: code, kind, area, those above it, its other names and its history."""
    request: HttpRequest = context["request"]
    may_edit = reaches(request, "unit_edit", unit)
    return {"unit": unit, "entries": timeline(unit), "may_edit": may_edit, "aliases": list(unit.aliases.all())}
