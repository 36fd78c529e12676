"""Which disputes a person sees, and who may object and decide."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.frameworks.models import Dispute, Edition, EditionState, Item
from wenming.frameworks.reach import edited, editions_seen
from wenming.frameworks.rulings import rulings_of
from wenming.places.models import Unit


def disputes_seen(powers: Powers) -> QuerySet[Dispute]:
    """Those of the units whose work the person sees, and all of the frameworks that they split."""
    of_units = powers.scope(Right.WORK_VIEW).within("unit__area", unit_field="unit")
    seen = Q(item__edition__in=editions_seen(powers)) & (of_units | edited(powers, "item__edition__framework__area"))
    rows = Dispute.objects.filter(seen)
    return rows.select_related("item__edition__framework", "unit", "given_to", "made_by", "decided_by")


def dispute_or_404(request: HttpRequest, pk: int) -> Dispute:
    """The dispute, where the person may see it."""
    return get_object_or_404(disputes_seen(rights_for(request)), pk=pk)


def decided_or_404(request: HttpRequest, pk: int) -> Dispute:
    """The dispute, where it is the person's to decide."""
    found = dispute_or_404(request, pk)
    if not rights_for(request).exercise(Right.FRAMEWORK_EDIT, area=found.item.edition.framework.area_id):
        raise Http404
    return found


def raised_or_404(request: HttpRequest, pk: int) -> Dispute:
    """The dispute, where the person may speak for the unit that objects."""
    found = dispute_or_404(request, pk)
    speaks_or_404(request, found.unit)
    return found


def speaks_or_404(request: HttpRequest, unit: Unit) -> None:
    """To whom the unit is not theirs to speak for, there is no such page."""
    if not rights_for(request).exercise(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk):
        raise Http404


def may_dispute(request: HttpRequest, edition: Edition, unit: Unit) -> bool:
    """Whether the person may say for the unit that a standard of the edition is not theirs."""
    speaks = rights_for(request).reaches(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk)
    return speaks and edition.state == EditionState.IN_FORCE


def disputed_by(unit: Unit, edition: Edition) -> QuerySet[Dispute]:
    """What the unit said against the split of the edition, the newest first."""
    rows = Dispute.objects.filter(unit=unit, item__edition=edition)
    return rows.select_related("item", "unit", "given_to").order_by("-made_at", "-pk")


def disputes_of(item: Item, powers: Powers) -> list[Dispute]:
    """What the person may see of what was said against the standard, and of decisions that hold for it."""
    rulings = rulings_of(item.edition)
    held = {one.pk for (key, _number), units in rulings.items() if key == item.pk for one in units.values()}
    return list(disputes_seen(powers).filter(Q(item=item) | Q(pk__in=held)).order_by("made_at", "pk"))
