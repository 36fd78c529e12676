"""Which records a person sees, and which they may enter, change or look over."""

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.models import PostRole
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit, UnitQuerySet
from wenming.places.reach import Scope, reached_or_404, units_in
from wenming.work.models import Record
from wenming.work.models.records import RecordQuerySet


def records_seen(powers: Powers) -> RecordQuerySet:
    """The records of the units that the person's right reaches, and those in which such a unit took part."""
    scope = powers.scope(Right.WORK_VIEW)
    if is_all(scope):
        return Record.objects.all()
    return Record.objects.filter(_seen(scope))


def is_all(scope: Scope) -> bool:
    """Whether it reaches all units there are: asking the unit of each row would only cost a long list its index."""
    return bool(scope.areas) and not Unit.objects.exclude(area__in=scope.areas).exists()


def _seen(scope: Scope) -> Q:
    own = scope.within("unit__area", unit_field="unit")
    if scope.everywhere or not scope.units:
        return own
    joint = Record.with_units.through.objects.filter(unit__in=scope.units)
    if not joint.exists():  # the list of a unit that did nothing with others is one stretch of its index
        return own
    return own | Q(pk__in=joint.values("record"))


def record_seen_or_404(request: HttpRequest, pk: int) -> Record:
    """A record that the person sees; to others there is no such page."""
    powers = rights_for(request)
    found: Record = get_object_or_404(records_seen(powers).select_related("unit", "kind", "made_by"), pk=pk)
    return found


def record_for(request: HttpRequest, pk: int, right: str) -> Record:
    """A record for whose unit the person holds the right; to others there is no such page."""
    found = get_object_or_404(Record.objects.select_related("unit", "kind", "made_by", "changed_by"), pk=pk)
    reached_or_404(request, right, found.unit)
    return found


def holds(request: HttpRequest, right: str, record: Record) -> bool:
    """Whether to offer the person what needs the right for the record."""
    return rights_for(request).reaches(right, area=record.unit.area_id, unit=record.unit_id)


def own_unit(request: HttpRequest) -> int | None:
    """The unit whose liaison the person is, the first of several; others choose for whom they record."""
    grants = rights_for(request).grants
    own = [one.held_for for one in grants if one.right == Right.WORK_RECORD and one.role == PostRole.LIAISON]
    return next((int(held.removeprefix("unit:")) for held in own if held.startswith("unit:")), None)


def units_to_record(request: HttpRequest) -> UnitQuerySet:
    """The units for which the person may enter records; none where the right is not held."""
    powers = rights_for(request)
    if Right.WORK_RECORD not in powers:
        raise Http404
    return units_in(powers.scope(Right.WORK_RECORD)).standing()
