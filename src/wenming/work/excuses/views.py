"""The office excuses a unit, and ends it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.web.refusals import FieldsOf, saved
from wenming.work.excuses import actions
from wenming.work.excuses.forms import ExcuseForm
from wenming.work.models import Commitment, Excuse

_FIELDS_OF: FieldsOf = {actions.WrongDays: ("last",)}


@needs(Right.COMMITMENT_EDIT)
def excuse(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """The unit is excused from the commitment on some days."""
    commitment = get_object_or_404(Commitment.objects.binding().select_related("measure"), pk=pk)
    judged = get_object_or_404(Unit, pk=unit)
    if not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=judged.area_id):
        raise Http404
    form = ExcuseForm(request.POST or None, initial={"first": localdate()})

    def save() -> Excuse:
        return actions.excuse(unit=judged, commitment=commitment, **form.given(), by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已记下，结论已重新核算。"))
        return redirect("work:why", commitment.pk, judged.pk)
    given = commitment.excuses.filter(unit=judged).select_related("given_by").order_by("-first", "-pk")
    context = {"form": form, "commitment": commitment, "unit": judged, "excuses": given}
    return render(request, "work/excuses/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(Right.COMMITMENT_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """It holds to the end of today."""
    found = get_object_or_404(Excuse.objects.select_related("unit"), pk=pk)
    if not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=found.unit.area_id):
        raise Http404
    try:
        actions.end_excuse(excuse=found, last=max(localdate(), found.first), by=user_of(request), at=now())
        messages.success(request, _("已结束，结论已重新核算。"))
    except actions.AlreadyEnded as error:
        messages.error(request, str(error))
    if found.commitment_id is None:
        return redirect("work:board")
    return redirect("work:why", found.commitment_id, found.unit_id)
