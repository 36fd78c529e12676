"""Whose rolls a person sees, and whose they keep: names go to those who record for the unit, counts to who sees it."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.rights import Right
from wenming.places.models import Unit


def unit_seen_or_404(request: HttpRequest, pk: int) -> Unit:
    """A unit whose work the person sees."""
    return _unit(request, pk, Right.WORK_VIEW)


def unit_kept_or_404(request: HttpRequest, pk: int) -> Unit:
    """A unit for which the person records, and whose names they therefore keep."""
    return _unit(request, pk, Right.WORK_RECORD)


def _unit(request: HttpRequest, pk: int, right: Right) -> Unit:
    found = get_object_or_404(Unit, pk=pk)
    if not rights_for(request).exercise(right, area=found.area_id, unit=found.pk):
        raise Http404
    return found


def sees_names(request: HttpRequest, unit: Unit) -> bool:
    """Whether the person is shown who is on the roll."""
    return rights_for(request).reaches(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk)
