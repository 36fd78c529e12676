"""The office's side while a request runs: how far it has come, accepting, returning, reminding, ending."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.web.numbers import keys_in
from wenming.web.searching import searched
from wenming.work.models import AnswerState, Request, RequestState
from wenming.work.requests import actions, answering, queries
from wenming.work.requests.forms import ReasonForm, UnitsForm
from wenming.work.requests.reach import judged_for, request_for

PAGE = 50
_REFUSED = (actions.NotOpen, answering.NotAllowed)


def show(request: HttpRequest, found: Request) -> HttpResponse:
    """Every unit's part in it, with how many of how many."""
    text, state = searched(request.GET), request.GET.get("state", "")
    rows = Paginator(queries.answers_of(found, state=state, text=text), PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": found,
        "sum": queries.sums([found]).get(found.pk) or queries.Sum(0),
        "page": rows,
        "text": text,
        "state": state,
        "states": AnswerState.choices,
        "is_open": found.state == RequestState.SENT,
        "is_past": found.due < localdate(),
        "units_form": UnitsForm(None, units=queries.units_to_ask(rights_for(request))),
        "cancel_form": ReasonForm(None, auto_id="id_cancel_%s"),
    }
    return render(request, "work/requests/page.html", context)


def _done(request: HttpRequest, pk: int, do: Callable[[], str]) -> HttpResponse:
    """Do it and say what came of it, or say why not."""
    try:
        messages.success(request, do())
    except _REFUSED as error:
        messages.error(request, str(error))
    return redirect("work:request", pk)


def _say_what_is_wrong(request: HttpRequest, form: Form, pk: int) -> HttpResponse:
    messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("work:request", pk)


@require_POST
@needs(Right.WORK_REVIEW)
def ask_more(request: HttpRequest, pk: int) -> HttpResponse:
    """More units are asked."""
    found = request_for(request, pk)
    form = UnitsForm(request.POST, units=queries.units_to_ask(rights_for(request)))
    if not form.is_valid():
        return _say_what_is_wrong(request, form, pk)
    keys = [unit.pk for unit in form.cleaned_data["units"]]

    def do() -> str:
        added = actions.ask_more(request=found, units=keys, by=user_of(request), at=now())
        if not added:
            return _("这些单位都已经在征集中，没有重复征集。")
        told = ngettext("又向 %(count)d 个单位征集。", "又向 %(count)d 个单位征集。", len(added))
        return told % {"count": len(added)}

    return _done(request, pk, do)


@require_POST
@needs(Right.WORK_REVIEW)
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark those whose turn it is."""
    found = request_for(request, pk)

    def do() -> str:
        count = answering.remind(request=found, by=user_of(request), at=now())
        told = ngettext("已提醒 %(count)d 个单位。", "已提醒 %(count)d 个单位。", count)
        return told % {"count": count} if count else _("没有要提醒的单位，都已答复。")

    return _done(request, pk, do)


@require_POST
@needs(Right.WORK_REVIEW)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is asked."""
    found = request_for(request, pk)

    def do() -> str:
        actions.close(request=found, by=user_of(request), at=now())
        return _("已结束。没有答复的单位不用再答复。")

    return _done(request, pk, do)


@require_POST
@needs(Right.WORK_REVIEW)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """It is taken back, with a reason."""
    found = request_for(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _say_what_is_wrong(request, form, pk)

    def do() -> str:
        actions.cancel(request=found, reason=form.cleaned_data["reason"], by=user_of(request), at=now())
        return _("已取消，单位会看到原因。")

    return _done(request, pk, do)


@require_POST
@needs(Right.WORK_REVIEW)
def accept_many(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that are ticked."""
    found, keys = request_for(request, pk), keys_in(request.POST.getlist("answer"))

    def do() -> str:
        accepted = answering.accept_many(request=found, answers=keys, by=user_of(request), at=now())
        told = ngettext("已认可 %(count)d 份。", "已认可 %(count)d 份。", len(accepted)) % {"count": len(accepted)}
        return told if accepted else _("请先勾选已答复的单位。")

    return _done(request, pk, do)


@require_POST
@needs(Right.WORK_REVIEW)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """One answer: accept it, agree that it is not theirs, or return it with a reason.

    The button says which, as the person saw it; where the unit has said something else since, it is refused.
    """
    found = judged_for(request, pk)
    by, at = user_of(request), now()
    if "return" in request.POST:
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return _say_what_is_wrong(request, form, found.request_id)

        def give_back() -> str:
            answering.return_(answer=found, reason=form.cleaned_data["reason"], by=by, at=at)
            return _("已退回，单位会看到原因。")

        return _done(request, found.request_id, give_back)

    def agree() -> str:
        answering.agree(answer=found, by=by, at=at)
        return _("已同意。下次征集相近的材料，默认不再问这个单位。")

    def accept() -> str:
        answering.accept(answer=found, by=by, at=at)
        return _("已认可。")

    return _done(request, found.request_id, agree if "agree" in request.POST else accept)
