"""Which frameworks a person sees: those that bind their area, and, of the areas whose office they are, all.

As with plans: a framework in force is seen in its own area, in those above and in those below; a draft only by the
office in whose reach it is.
"""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.frameworks.models import ISSUED, Edition, Framework, Item


def binding(powers: Powers, area_field: str) -> Q:
    """What was issued and the person sees, by the field of a query that leads to a framework's area."""
    scope = powers.scope(Right.FRAMEWORK_VIEW)
    return scope.within(area_field) | Q(**{f"{area_field}__in": scope.above})


def edited(powers: Powers, area_field: str) -> Q:
    """The frameworks that the person brings in and splits, by the field that leads to a framework's area."""
    return powers.scope(Right.FRAMEWORK_EDIT).within(area_field)


def editions_seen(powers: Powers) -> QuerySet[Edition]:
    """The editions that the person may see."""
    issued = binding(powers, "framework__area") & Q(state__in=ISSUED)
    return Edition.objects.filter(issued | edited(powers, "framework__area")).select_related("framework")


def edition_or_404(request: HttpRequest, pk: int) -> Edition:
    """The edition, where the person may see it."""
    return get_object_or_404(editions_seen(rights_for(request)), pk=pk)


def item_or_404(request: HttpRequest, pk: int) -> Item:
    """An item of an edition that the person may see."""
    found = Item.objects.filter(edition__in=editions_seen(rights_for(request)))
    return get_object_or_404(found.select_related("edition__framework"), pk=pk)


def may_edit(request: HttpRequest, framework: Framework) -> bool:
    """Whether the framework is the person's to bring in and split."""
    return rights_for(request).reaches(Right.FRAMEWORK_EDIT, area=framework.area_id)


def edited_or_404(request: HttpRequest, framework: Framework) -> None:
    """To whose right the framework is none of theirs there is no such page."""
    if not rights_for(request).exercise(Right.FRAMEWORK_EDIT, area=framework.area_id):
        raise Http404


def edited_edition_or_404(request: HttpRequest, pk: int) -> Edition:
    """An edition of a framework that is the person's to bring in and split."""
    edition = edition_or_404(request, pk)
    edited_or_404(request, edition.framework)
    return edition
