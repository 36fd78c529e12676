"""The list of evidence, one piece with what its file says, its copies, and what it proves."""

from pathlib import PurePath

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.sending import download, picture
from wenming.places.reach import units_in
from wenming.web import toasts
from wenming.web.numbers import whole
from wenming.work.evidence import actions, queries
from wenming.work.evidence.forms import key_of
from wenming.work.evidence.words import SUFFIXES
from wenming.work.models import EvidenceKind, Record

PAGE = 48
MOST_UNITS = 200  # to choose from


@require_GET
@needs(Right.WORK_VIEW)
def evidence_list(request: HttpRequest) -> HttpResponse:
    """The evidence that the person sees, the newest first; with a field to add some where they may."""
    text, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    unit = whole(request.GET.get("unit", ""))
    powers = rights_for(request)
    rows = queries.found_for(powers, text=text, kind=kind, unit=unit)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    own = list(units_in(powers.scope(Right.WORK_RECORD)).standing()[:MOST_UNITS]) if Right.WORK_RECORD in powers else []
    context = {
        "page": page,
        "rows": [queries.shown(one) for one in page],
        "text": text,
        "kind": kind,
        "kinds": EvidenceKind.choices,
        "units": own,
        "suffixes": SUFFIXES,
    }
    return render(request, "work/evidence/list.html", context)


@require_GET
@needs(Right.WORK_VIEW)
def evidence_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece: larger, what its file says beside what people said, what it proves."""
    one = queries.seen_or_404(request, pk)
    powers = rights_for(request)
    context = {
        "row": queries.shown(one),
        "one": one,
        "claims": queries.claims(one),
        "may_change": powers.reaches(Right.WORK_RECORD, area=one.unit.area_id, unit=one.unit_id),
        "is_late": queries.is_late(one, now()),
        "alike": powers.reaches(Right.WORK_REVIEW, area=one.unit.area_id, unit=one.unit_id)
        and queries.likenesses_of(one),
    }
    return render(request, "work/evidence/evidence.html", context)


@require_GET
@needs(Right.WORK_VIEW)
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    """One item of a row of pictures, asked for again until its preview is there."""
    return render(request, "work/evidence/_item.html", {"row": queries.shown(queries.seen_or_404(request, pk))})


@require_GET
@needs(Right.WORK_VIEW)
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it came, as a download."""
    one = queries.seen_or_404(request, pk)
    return download(request, one.original.name or "", one.file_name)


@require_GET
@needs(Right.WORK_VIEW)
def stamped(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The copy with words below it, as a download."""
    one = queries.seen_or_404(request, pk)
    name = _("%(name)s（加注）.jpg") % {"name": PurePath(one.file_name).stem}
    return download(request, one.stamped.name or "", name)


@require_GET
@needs(Right.WORK_VIEW)
def thumbnail(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The small picture."""
    return picture(queries.seen_or_404(request, pk).thumbnail.name or "", wanted=request.GET.get("v", ""))


@require_GET
@needs(Right.WORK_VIEW)
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The larger picture."""
    return picture(queries.seen_or_404(request, pk).preview.name or "", wanted=request.GET.get("v", ""))


@require_POST
@needs(Right.WORK_RECORD)
def prepare_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the copies once more."""
    one = queries.own_or_404(request, pk)
    if one.original:
        actions.prepare(evidence=one, by=user_of(request), at=now())
        toasts.say(request, _("正在重做预览。"))
    return redirect("work:one_evidence", pk)


@require_POST
@needs(Right.WORK_RECORD)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it prove one more record."""
    one = queries.own_or_404(request, pk)
    key = key_of(request.POST.get("record", ""))
    if key is None:
        toasts.say(request, _("请先选择要证明的记录。"), kind="error")
        return redirect("work:one_evidence", pk)
    proves = queries.record_to_prove(request, key)
    try:
        actions.attach(evidence=one, proves=proves, by=user_of(request), at=now())
        toasts.say(request, _("已用作这条记录的佐证。"))
    except (actions.NotTheirs, actions.RecordClosed) as error:
        toasts.say(request, str(error), kind="error")
    return redirect("work:one_evidence", pk)


@require_POST
@needs(Right.WORK_RECORD)
def detach(request: HttpRequest, pk: int, record: int) -> HttpResponse:
    """It proves that record no more."""
    one = queries.own_or_404(request, pk)
    proves = get_object_or_404(Record, pk=record, evidence=one)
    try:
        actions.detach(evidence=one, proves=proves, by=user_of(request), at=now())
        toasts.say(request, _("已从这条记录拿掉；材料还在。"))
    except actions.RecordClosed as error:
        toasts.say(request, str(error), kind="error")
    return redirect("work:one_evidence", pk)
