"""A thing's own history on its page."""

from typing import Any

from django.db import models
from django.template import Context, Library

from wenming.audit import queries
from wenming.audit.forms import Sought
from wenming.audit.reach import sees_history
from wenming.audit.telling import tell

SHOWN = 10  # events; the rest is one click away

register = Library()


@register.inclusion_tag("audit/_history_of.html", takes_context=True)
def history_of(context: Context, thing: models.Model) -> dict[str, Any]:
    """The last events of the thing in words, for those who may change such things; nothing for others."""
    kind = thing._meta.label_lower
    if not sees_history(context["request"].rights, kind, str(thing.pk)):
        return {}
    page = queries.page(queries.found(Sought(kind=kind, key=str(thing.pk))), before=None, after=None, size=SHOWN)
    return {"told": tell(page.events), "kind": kind, "key": thing.pk, "has_more": bool(page.older)}
