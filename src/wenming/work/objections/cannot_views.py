"""不能在本级解决的: what units cannot do, on its way up and back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.work.models import Objection, Referral
from wenming.work.objections import referring
from wenming.work.objections.forms import ReferralAnswerForm, ReferralForm

PAGE = 20


@require_GET
@needs(Right.WORK_VIEW)
def cannot_list(request: HttpRequest) -> HttpResponse:
    """What units cannot do at their level, with whom it was passed to and what came back."""
    powers, today = rights_for(request), localdate()
    edited, me = powers.scope(Right.COMMITMENT_EDIT), user_of(request)
    page = Paginator(referring.cannot(powers), PAGE).get_page(request.GET.get("page"))
    rows = [(one, list(one.referrals.all()), edited.holds(area=one.unit.area_id)) for one in page.object_list]
    waiting = [referral for _one, referrals, _may in rows for referral in referrals if not referral.answered_at]
    context = {
        "page": page,
        "rows": rows,
        "mine": {one.pk for one in referring.addressed_to(me, waiting, on=today)},
        "form": ReferralForm(None, on=today) if any(may for _one, _referrals, may in rows) else None,
    }
    return render(request, "work/objections/cannot.html", context)


@require_POST
@needs(Right.COMMITMENT_EDIT)
def refer(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass it to a group or a seat."""
    found = get_object_or_404(Objection.objects.select_related("unit"), pk=pk)
    if not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=found.unit.area_id):
        raise Http404
    form = ReferralForm(request.POST, on=localdate())
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("work:cannot")
    words = form.cleaned_data["words"]
    try:
        made = referring.refer(objection=found, to=form.cleaned_data["to"], words=words, by=user_of(request), at=now())
        messages.success(request, _("已上报：%(to)s") % {"to": made.to})
    except (referring.AlreadyReferred, referring.NotToBeReferred) as error:
        messages.error(request, str(error))
    return redirect("work:cannot")


@require_POST
@needs(Right.WORK_VIEW)
def answer_referral(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer: by whoever sits there, or entered by the office."""
    found = get_object_or_404(Referral.objects.select_related("objection__unit"), pk=pk)
    area = found.objection.unit.area_id
    is_offices = rights_for(request).exercise(Right.COMMITMENT_EDIT, area=area)
    if not is_offices and not referring.addressed_to(user_of(request), [found], on=localdate()):
        raise Http404
    form = ReferralAnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明答复，单位要看到。"))
        return redirect("work:cannot")
    try:
        answer = form.cleaned_data["answer"]
        referring.answer_referral(referral=found, answer=answer, by=user_of(request), at=now())
        messages.success(request, _("已答复，单位会看到。"))
    except referring.AlreadyAnswered as error:
        messages.error(request, str(error))
    return redirect("work:cannot")
