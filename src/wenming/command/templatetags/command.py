"""The pieces of this room that other rooms' pages hold."""

from typing import Any

from django.template import Context, Library
from django.utils.timezone import localdate

from wenming.command.queries import links_of_unit, seats_of_unit
from wenming.places.models import Unit

register = Library()


@register.inclusion_tag("command/_of_unit.html", takes_context=True)
def unit_in_command(context: Context, unit: Unit) -> dict[str, Any]:
    """In which groups the unit sits today, and which leaders look after it; nothing for who may not see that."""
    if "command_view" not in (context.get("may") or {}):
        return {}
    today = localdate()
    return {"seats": list(seats_of_unit(unit, today)), "links": list(links_of_unit(unit, today))}
