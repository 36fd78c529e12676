"""The unit's side: what it is asked, answering with what it has, and saying that it is not theirs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.reach import reached_or_404
from wenming.web.numbers import keys_in
from wenming.web.refusals import FieldsOf, saved
from wenming.web.searching import searched
from wenming.work.models import Answer, RequestState
from wenming.work.requests import actions, answering, queries
from wenming.work.requests.forms import AnswerForm, ReasonForm
from wenming.work.requests.offering import Ticked, offers, ticked_at_first
from wenming.work.requests.states import Act, allows

PAGE = 30
_FIELDS_OF: FieldsOf = {answering.NothingSaid: (), answering.NotAllowed: (), actions.NotOpen: ()}


@require_GET
@needs(Right.WORK_RECORD)
def asked_list(request: HttpRequest) -> HttpResponse:
    """All that the units are asked, what is still open first."""
    units = rights_for(request).scope(Right.WORK_RECORD).within("unit__area", unit_field="unit")
    rows = queries.in_turn(Answer.objects.filter(units))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "work/requests/asked.html", {"page": page, "today": localdate()})


@needs(Right.WORK_RECORD)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with what is there; ``look`` only searches, and keeps what is ticked."""
    found = _answer_for(request, pk)
    is_looking = "look" in request.POST
    is_sent = request.method == "POST" and not is_looking
    initial = {"words": found.words, "minutes": found.minutes}
    if is_looking:
        initial = {name: request.POST.get(name, "") for name in ("words", "minutes")}
    form = AnswerForm(request.POST if is_sent else None, initial=initial)
    ticked = _ticked(request) if request.method == "POST" else ticked_at_first(found)

    def save() -> Answer:
        said = form.said(list(ticked.records), list(ticked.evidence))
        return answering.answer(answer=found, said=said, by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已答复：%(title)s") % {"title": found.request.title})
        return redirect("home")
    return _page(request, found, form, ticked)


def _page(request: HttpRequest, found: Answer, form: AnswerForm, ticked: Ticked) -> HttpResponse:
    text = searched(request.POST)
    is_open = found.request.state == RequestState.SENT
    context = {
        "answer": found,
        "asked": found.request,
        "form": form,
        "text": text,
        "offers": offers(found, ticked, text=text, today=localdate()),
        "may_answer": is_open and allows(found.state, Act.ANSWER),
        "may_refuse": is_open and allows(found.state, Act.NOT_OURS),
        "reason_form": ReasonForm(None, auto_id="id_not_ours_%s"),
    }
    return render(request, "work/requests/answer.html", context, status=422 if form.is_bound else 200)


def _ticked(request: HttpRequest) -> Ticked:
    return Ticked(keys_in(request.POST.getlist("record")), keys_in(request.POST.getlist("evidence")))


def _answer_for(request: HttpRequest, pk: int) -> Answer:
    """A unit's part, where the person answers for it; to others there is no such page."""
    rows = Answer.objects.select_related("request__commitment", "request__area", "unit", "answered_by")
    found = get_object_or_404(rows, pk=pk)
    reached_or_404(request, Right.WORK_RECORD, found.unit)
    return found


@require_POST
@needs(Right.WORK_RECORD)
def not_ours(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not theirs, with a reason; the office decides."""
    found = _answer_for(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明为什么不属于您单位。"))
        return redirect("work:answer", pk)
    try:
        answering.not_ours(answer=found, reason=form.cleaned_data["reason"], by=user_of(request), at=now())
        messages.success(request, _("已告诉文明办。"))
    except (answering.NotAllowed, actions.NotOpen) as error:
        messages.error(request, str(error))
    return redirect("work:answer", pk)
