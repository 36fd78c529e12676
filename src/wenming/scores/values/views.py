"""What was seen in a round: the list, one value, a table of them, and taking back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.models import Filing
from wenming.places.models import Unit
from wenming.places.queries import directory
from wenming.rules.scoring.model import Node
from wenming.scores import queries
from wenming.scores.actions import measuring
from wenming.scores.actions.rounds import WrongState
from wenming.scores.models import Measurement, Round, RoundState
from wenming.scores.reach import run_or_404
from wenming.scores.shown import begun_or_404
from wenming.scores.standing import framework_in
from wenming.scores.values.filed import Filed, filed, methods_of
from wenming.scores.values.forms import FillForm, TableForm, ValueForm
from wenming.scores.values.table import Fault, read_table
from wenming.web.searching import searched

PAGE = 50


@require_GET
@needs(Right.ROUND_VIEW)
def value_list(request: HttpRequest, pk: int) -> HttpResponse:
    """All that was seen, the newest first."""
    found, context = begun_or_404(request, pk)
    text = searched(request.GET)
    rows = queries.measured(found)
    if text:
        whose = Q(territory__name__icontains=text) | Q(departments__unit__name__icontains=text)
        said = Q(standard__icontains=text) | Q(site__icontains=text) | Q(note__icontains=text)
        rows = rows.filter(said | whose).distinct()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context |= {"page": page, "text": text, "leaves": _leaves(found), "batch": request.GET.get("added")}
    return render(request, "scores/values.html", context)


def _leaves(found: Round) -> dict[str, Node]:
    """The standards of the round by their codes."""
    return {leaf.code: leaf for leaf in framework_in(found).tree.leaves()}


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """One value of the standard that the address names."""
    found = run_or_404(request, pk)
    leaf = _leaves(found).get(request.GET.get("standard", "")) if found.frame else None
    if leaf is None:
        raise Http404
    form = ValueForm(request.POST or None, leaf=leaf)
    if form.is_bound and form.is_valid():
        try:
            measuring.measure(measured=found, seen=form.seen, by=user_of(request), at=now())
            messages.success(request, _("已录入。"))
        except WrongState as error:
            messages.error(request, str(error))
        return redirect(f"{reverse('scores:values', args=[pk])}")
    context = {"form": form, "round": found, "leaf": leaf}
    return render(request, "scores/add_value.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """A table of values: all of it comes in, or what is not right is told by its cell."""
    found = run_or_404(request, pk)
    if found.state == RoundState.PREPARING:
        raise Http404
    form = TableForm(request.POST or None, request.FILES or None)
    faults: tuple[Fault, ...] = ()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        units = Unit.objects.standing().in_bulk()
        table = read_table(file.read(), file.name or "", _leaves(found), directory(), units)
        faults = table.faults
        if not faults:
            return _brought_in(request, found, table.rows)
    context = {"form": form, "round": found, "faults": faults}
    return render(request, "scores/bring_in.html", context, status=422 if form.errors or faults else 200)


def _brought_in(request: HttpRequest, found: Round, rows: tuple[measuring.Seen, ...]) -> HttpResponse:
    try:
        batch = measuring.bring_in(measured=found, seen=rows, by=user_of(request), at=now())
    except WrongState as error:
        messages.error(request, str(error))
        return redirect("scores:values", found.pk)
    count = len(rows)
    words = ngettext("导入了 %(count)d 条数据。", "导入了 %(count)d 条数据。", count)
    messages.success(request, words % {"count": count})
    return redirect(f"{reverse('scores:values', args=[found.pk])}?added={batch}")


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """What was filed and accepted comes in as values."""
    found = run_or_404(request, pk)
    if not found.frame:
        raise Http404
    leaves = _leaves(found)
    filings = Filing.objects.filter(edition__framework=found.edition.framework_id)
    form = FillForm(request.POST or None, filings=filings, methods=methods_of(leaves))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        return _filled(request, found, filed(said["filing"], said.get("method", ""), leaves, _there(found)))
    context = {"form": form, "round": found, "has_filings": filings.exists()}
    return render(request, "scores/fill.html", context, status=422 if form.errors else 200)


def _there(found: Round) -> set[tuple[str, str]]:
    """The standards and methods that have a value."""
    return set(found.measurements.filter(withdrawn_at=None).values_list("standard", "method"))


def _filled(request: HttpRequest, found: Round, filled: Filed) -> HttpResponse:
    if filled.there:
        words = ngettext("%(count)d 条标准已有数据，没有改。", "%(count)d 条标准已有数据，没有改。", filled.there)
        messages.info(request, words % {"count": filled.there})
    if filled.other:
        words = ngettext(
            "%(count)d 条标准不按比例得分，请自己录入。", "%(count)d 条标准不按比例得分，请自己录入。", filled.other
        )
        messages.info(request, words % {"count": filled.other})
    if not filled.seen:
        messages.error(request, _("没有可以填入的数据。"))
        return redirect("scores:values", found.pk)
    return _brought_in(request, found, filled.seen)


@require_POST
@needs(Right.ROUND_EDIT)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """All that a table brought is taken back."""
    found = run_or_404(request, pk)
    try:
        batch = UUID(request.POST.get("batch", ""))
        count = measuring.undo_bringing(measured=found, batch=batch, by=user_of(request), at=now())
        words = ngettext("撤销了 %(count)d 条数据。", "撤销了 %(count)d 条数据。", count)
        messages.success(request, words % {"count": count})
    except (WrongState, measuring.NothingToUndo) as error:
        messages.error(request, str(error))
    except ValueError:
        messages.error(request, _("没有可以撤销的。"))
    return redirect("scores:values", pk)


@require_POST
@needs(Right.ROUND_EDIT)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """One value is taken back."""
    row = get_object_or_404(Measurement, pk=pk)
    run_or_404(request, row.round_id)
    try:
        measuring.withdraw(measurement=row, by=user_of(request), at=now())
        messages.success(request, _("已撤回，不再计分。"))
    except (WrongState, measuring.NothingToUndo) as error:
        messages.error(request, str(error))
    return redirect("scores:values", row.round_id)
