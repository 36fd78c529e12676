"""A unit objects to the split, takes it back; the office decides, and ends what no longer holds."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks import queries
from wenming.frameworks.actions import disputing
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.disputes.forms import DecisionForm, ObjectingForm
from wenming.frameworks.disputes.queries import (
    decided_or_404,
    disputes_of,
    disputes_seen,
    may_dispute,
    raised_or_404,
    speaks_or_404,
)
from wenming.frameworks.models import GONE, Dispute, Edition, Item
from wenming.frameworks.reach import edition_or_404, item_or_404, may_edit
from wenming.frameworks.table.lines import Line, lines_of
from wenming.places.models import Unit
from wenming.web.refusals import FieldsOf, saved

PAGE = 20
_SHOWN = ("open", "decided", "held")
_FIELDS_OF: FieldsOf = {
    disputing.AlreadyDisputed: (),
    disputing.AlreadyDecided: (),
    disputing.NobodyElse: ("to",),
    Superseded: (),
}


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def dispute_list(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits, the oldest first; what was decided; and which decisions hold for later editions."""
    edition = edition_or_404(request, pk)
    seen = disputes_seen(rights_for(request)).filter(item__edition__framework=edition.framework_id)
    waiting = seen.filter(decided_at=None, item__edition=edition)
    decided = seen.exclude(decided_at=None)
    held = decided.filter(outcome__in=GONE, ended_at=None)
    show = request.GET.get("show") if request.GET.get("show") in _SHOWN else "open"
    rows = {"open": waiting.order_by("made_at", "pk"), "decided": decided.order_by("-decided_at", "-pk")}
    rows["held"] = held.order_by("-decided_at", "-pk")
    context = {
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "show": show,
        "shown": {"open": waiting.count(), "decided": decided.count(), "held": held.count()},
        "page": Paginator(rows[show or "open"], PAGE).get_page(request.GET.get("page")),
        "may_edit": may_edit(request, edition.framework),
    }
    return render(request, "frameworks/disputes/list.html", context)


@require_http_methods(["GET", "POST"])
@needs(Right.WORK_RECORD)
def object_to(request: HttpRequest, pk: int, wanted: int, unit: int) -> HttpResponse:
    """The unit says that the standard, or a piece of evidence that it wants, is not theirs."""
    item, whose = item_or_404(request, pk), get_object_or_404(Unit, pk=unit)
    speaks_or_404(request, whose)
    line = _line_or_404(request, item, wanted, whose)
    form = ObjectingForm(request.POST or None)

    def save() -> Dispute:
        said = form.said(line.role)
        return disputing.dispute(item=item, wanted=wanted, unit=whose, said=said, by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已提交文明办。答复之前，这条标准仍列在本单位名下，并注明有异议。"))
        return redirect("frameworks:unit_table", item.edition_id, whose.pk)
    context = {"form": form, "item": item, "edition": item.edition, "line": line, "unit": whose}
    return render(request, "frameworks/disputes/form.html", context, status=422 if form.is_bound else 200)


def _line_or_404(request: HttpRequest, item: Item, wanted: int, unit: Unit) -> Line:
    """What the unit answers for; of an edition in force."""
    lines = lines_of(item.edition, unit) if may_dispute(request, item.edition, unit) else []
    line = next((one for one in lines if (one.item.pk, one.number) == (item.pk, wanted)), None)
    if line is None:
        raise Http404
    return line


@require_http_methods(["GET", "POST"])
@needs(Right.FRAMEWORK_EDIT)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """What the unit says beside the standard and what was decided of it before; the office decides."""
    found = decided_or_404(request, pk)
    form = DecisionForm(request.POST or None)

    def save() -> Dispute:
        return disputing.decide_dispute(disputed=found, decision=form.decision, by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已答复，责任分解表已照此改好。"))
        return redirect("frameworks:disputes", found.item.edition_id)
    before = [one for one in disputes_of(found.item, rights_for(request)) if one.pk != found.pk and one.decided_at]
    decided = [found] if found.decided_at else []
    context = {"form": form, "dispute": found, "edition": found.item.edition, "before": before, "decided": decided}
    return render(request, "frameworks/disputes/decide.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(Right.WORK_RECORD)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit takes it back."""
    found = raised_or_404(request, pk)
    try:
        disputing.withdraw_dispute(disputed=found, by=user_of(request), at=now())
        messages.success(request, _("已撤回。"))
    except disputing.AlreadyDecided as error:
        messages.error(request, str(error))
    return redirect("frameworks:unit_table", found.item.edition_id, found.unit_id)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision holds no longer."""
    found = decided_or_404(request, pk)
    try:
        disputing.end_ruling(decided=found, by=user_of(request), at=now())
        messages.success(request, _("这条决定不再沿用：以后可以再分给%(unit)s。") % {"unit": found.unit.short})
    except disputing.AlreadyDecided as error:
        messages.error(request, str(error))
    return redirect("frameworks:disputes", found.item.edition_id)
