"""What the office and the unit say to a record that is there: accepted, returned, withdrawn."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.web.numbers import whole
from wenming.work.models import Record
from wenming.work.records import actions
from wenming.work.records.forms import RETURN_REASONS, WITHDRAW_REASONS, ReasonForm
from wenming.work.records.reach import record_for
from wenming.work.records.views import show

_REFUSED = (actions.Stale, actions.NotAllowed, actions.OwnRecord)


@require_POST
@needs(Right.WORK_REVIEW)
def return_(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it back, with a reason."""
    record = record_for(request, pk, Right.WORK_REVIEW)
    form = ReasonForm(request.POST, reasons=RETURN_REASONS, auto_id="id_return_%s")
    if not form.is_valid():
        return show(request, record, returning=form)

    def do() -> Record:
        about = {"revision": form.cleaned_data["revision"], "reason": form.reason}
        return actions.return_record(record=record, **about, by=user_of(request), at=now())

    return _done(request, pk, do, _("已退回，单位会看到原因。"))


@require_POST
@needs(Right.WORK_RECORD)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back, with a reason."""
    record = record_for(request, pk, Right.WORK_RECORD)
    form = ReasonForm(request.POST, reasons=WITHDRAW_REASONS, auto_id="id_withdraw_%s")
    if not form.is_valid():
        return show(request, record, withdrawing=form)

    def do() -> Record:
        about = {"revision": form.cleaned_data["revision"], "reason": form.reason}
        return actions.withdraw_record(record=record, **about, by=user_of(request), at=now())

    return _done(request, pk, do, _("已撤回，不再计入任何要求；内容仍可查看。"))


@require_POST
@needs(Right.WORK_REVIEW)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """It is enough."""
    record = record_for(request, pk, Right.WORK_REVIEW)
    revision = whole(request.POST.get("revision", ""))

    def do() -> Record:
        seen = -1 if revision is None else revision
        return actions.accept_record(record=record, revision=seen, by=user_of(request), at=now())

    return _done(request, pk, do, _("已认可。"))


def _done(request: HttpRequest, pk: int, do: Callable[[], Record], words: str) -> HttpResponse:
    """Do it and say so, or say why not: what is new stands on the page that follows."""
    try:
        do()
        messages.success(request, words)
    except _REFUSED as error:
        messages.error(request, str(error))
    return redirect("work:record", pk)


@require_POST
@needs(Right.WORK_REVIEW)
def accept_many(request: HttpRequest) -> HttpResponse:
    """Those ticked on a page of the list; ``record`` is a key with the revision that was seen: 12-0."""
    seen = _seen(request)
    within = rights_for(request).scope(Right.WORK_REVIEW).within("unit__area", unit_field="unit")
    reached = set(Record.objects.filter(within, pk__in=seen).values_list("pk", flat=True))
    done = actions.accept_records(
        seen={pk: revision for pk, revision in seen.items() if pk in reached}, by=user_of(request), at=now()
    )
    _tell(request, done)
    return redirect(f"{reverse('work:records')}?{urlencode(list(_filters(request)))}")


def _seen(request: HttpRequest) -> dict[int, int]:
    found = {}
    for one in request.POST.getlist("record"):
        pk, _dash, revision = one.partition("-")
        key, number = whole(pk), whole(revision)
        if key is not None and number is not None:
            found[key] = number
    return found


def _filters(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.GET.lists() for value in values]


def _tell(request: HttpRequest, done: actions.Accepted) -> None:
    if done.accepted:
        count = len(done.accepted)
        messages.success(request, ngettext("已认可 %(count)d 条。", "已认可 %(count)d 条。", count) % {"count": count})
    if done.left:
        count = len(done.left)
        words = ngettext(
            "有 %(count)d 条没有认可：刚刚被改过，或者是您自己登记的。",
            "有 %(count)d 条没有认可：刚刚被改过，或者是您自己登记的。",
            count,
        )
        messages.warning(request, words % {"count": count})
    if not done.accepted and not done.left:
        messages.info(request, _("请先勾选要认可的记录。"))
