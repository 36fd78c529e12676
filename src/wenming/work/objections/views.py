"""A unit objects; the office answers; both see what became of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.web.refusals import FieldsOf, saved
from wenming.work.models import Commitment, Objection
from wenming.work.objections import actions
from wenming.work.objections.forms import AnswerForm, ObjectionForm

PAGE = 20
_FIELDS_OF: FieldsOf = {actions.AlreadyObjected: ()}


@require_GET
@needs(Right.WORK_VIEW)
def objection_list(request: HttpRequest) -> HttpResponse:
    """The objections of the units in reach: those that wait first, the oldest of them; then those with an answer."""
    powers = rights_for(request)
    seen = powers.scope(Right.WORK_VIEW).within("unit__area", unit_field="unit")
    rows = Objection.objects.filter(seen).select_related("unit", "commitment", "made_by")
    rows = rows.prefetch_related("referrals")
    rows = rows.order_by(F("decided_at").desc(nulls_first=True), "made_at", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    edited, recorded = powers.scope(Right.COMMITMENT_EDIT), powers.scope(Right.WORK_RECORD)
    context = {
        "waiting": [
            (one, edited.holds(area=one.unit.area_id), recorded.holds(area=None, unit=one.unit_id))
            for one in page
            if one.decided_at is None
        ],
        "decided": [one for one in page if one.decided_at is not None],
        "page": page,
    }
    return render(request, "work/objections/list.html", context)


@needs(Right.WORK_RECORD)
def object_to(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """The unit says that the commitment is not theirs, or that they cannot."""
    commitment = get_object_or_404(Commitment.objects.binding().select_related("measure"), pk=pk)
    judged = get_object_or_404(Unit, pk=unit)
    if not rights_for(request).exercise(Right.WORK_RECORD, area=judged.area_id, unit=judged.pk):
        raise Http404
    if not commitment.cells.filter(unit=judged).exists():
        raise Http404
    form = ObjectionForm(request.POST or None)

    def save() -> Objection:
        return actions.object_to(commitment=commitment, unit=judged, said=form.said(), by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已提交文明办；答复之前不再计时。"))
        return redirect("work:objections")
    context = {"form": form, "commitment": commitment, "unit": judged}
    return render(request, "work/objections/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(Right.WORK_RECORD)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit takes it back."""
    found = get_object_or_404(Objection.objects.select_related("unit"), pk=pk)
    if not rights_for(request).exercise(Right.WORK_RECORD, area=found.unit.area_id, unit=found.unit_id):
        raise Http404
    try:
        actions.withdraw_objection(objection=found, by=user_of(request), at=now())
        messages.success(request, _("已撤回。"))
    except actions.AlreadyDecided as error:
        messages.error(request, str(error))
    return redirect("work:objections")


@require_POST
@needs(Right.COMMITMENT_EDIT)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The office answers."""
    found = get_object_or_404(Objection.objects.select_related("unit"), pk=pk)
    if not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=found.unit.area_id):
        raise Http404
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("work:objections")
    given = {"answer": form.cleaned_data["answer"], "by": user_of(request), "at": now()}
    try:
        actions.decide_objection(objection=found, is_accepted=form.is_accepted, **given)
        messages.success(request, _("已答复。"))
    except actions.AlreadyDecided as error:
        messages.error(request, str(error))
    return redirect("work:objections")
