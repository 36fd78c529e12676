"""A framework as an outline to read and search; the page of one standard; a new edition beside the one in force."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks import queries
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.actions.points import set_points
from wenming.frameworks.coverage import queries as coverage
from wenming.frameworks.crosswalk.queries import uses_of
from wenming.frameworks.disputes.queries import disputes_of
from wenming.frameworks.models import Column, Edition, EditionState, Item
from wenming.frameworks.outline.forms import PointsForm
from wenming.frameworks.reach import edited_or_404, edition_or_404, item_or_404, may_edit
from wenming.frameworks.rows import item_of, pack_of
from wenming.frameworks.table.entries import Said, columns_of, said_of
from wenming.frameworks.table.forms import AssignForm
from wenming.frameworks.words import CHECK_WORDS, rule_words
from wenming.rules.amendment import Fate
from wenming.rules.frameworks.editions import compare_editions
from wenming.web.numbers import whole
from wenming.web.searching import searched

PAGE = 100


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the topmost items with all below it; or what a search finds in all of them."""
    found = edition_or_404(request, pk)
    text = searched(request.GET)
    parts = queries.parts_of(found)
    asked = whole(request.GET.get("part", ""))
    part = next((one for one in parts if one.item.position == asked), parts[0] if parts else None)
    rows = found.items.filter(depth__gte=1).order_by("position")
    if text:
        rows = queries.found(rows, text)
    elif part:
        rows = rows.filter(position__gte=part.item.position, position__lt=part.end)
    page = Paginator(queries.with_assignments(rows), PAGE).get_page(request.GET.get("page"))
    context = {
        "edition": found,
        "counts": queries.counted(Edition.objects.filter(pk=found.pk)).get(),
        "parts": parts,
        "part": part,
        "text": text,
        "page": page,
        "before": queries.in_force_before(found) if found.state == EditionState.DRAFT else None,
        "may_edit": may_edit(request, found.framework),
    }
    return render(request, "frameworks/edition.html", context)


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def standard(request: HttpRequest, pk: int) -> HttpResponse:
    """A standard: its text, how it earns its points, who answers, what is wanted and looked at."""
    item = item_or_404(request, pk)
    form = PointsForm(initial={"points": item.body.get("points", "")})
    return render(request, "frameworks/standard.html", _context(request, item, form))


def _context(request: HttpRequest, item: Item, form: PointsForm) -> dict[str, object]:
    pack = item_of(item)
    rows = list(item.assignments.select_related("unit", "unit_class").order_by("wanted", "pk"))
    edition = item.edition
    return {
        "item": item,
        "pack": pack,
        "edition": edition,
        "path": queries.above(item),
        "rule": rule_words(item.body, is_standard=item.is_standard),
        "below": item.below.order_by("position"),
        "whole": queries.by_role(rows),
        "wanted": [(one, queries.by_role(rows, number)) for number, one in enumerate(pack.evidence, start=1)],
        "checks": [(CHECK_WORDS[one.kind], one) for one in pack.checks],
        "neighbours": _neighbours(item),
        **_measures(request, item),
        "said": _said(item),
        "uses": uses_of(item, rights_for(request)) if item.is_standard else [],
        "decided": disputes_of(item, rights_for(request)) if item.is_standard else [],
        "form": form,
        "assign_form": AssignForm(pieces=[one.what for one in pack.evidence]),
        "may_edit": may_edit(request, edition.framework) and edition.state != EditionState.SUPERSEDED,
    }


def _said(item: Item) -> list[tuple[Column, Said]]:
    """The office's own columns with what stands in them for this standard and its pieces."""
    columns = columns_of(item.edition) if item.is_standard else []
    if not columns:
        return []
    found = queries.with_assignments(Item.objects.filter(pk=item.pk)).get()
    return list(zip(columns, said_of(found, columns), strict=True))


def _measures(request: HttpRequest, item: Item) -> dict[str, object]:
    """The measures of plans that serve the standard, and those that sound like it for whoever may say so."""
    powers = rights_for(request)
    if not item.is_standard or Right.PLAN_VIEW not in powers:
        return {}
    backed = coverage.standards(item.edition, powers).get(pk=item.pk).backed  # type: ignore[attr-defined]
    may_say = may_edit(request, item.edition.framework) and item.edition.state != EditionState.SUPERSEDED
    return {"backed": backed, "guesses": coverage.guesses(item, powers) if may_say else [], "sees_plans": True}


def _neighbours(item: Item) -> dict[str, Item | None]:
    standards = Item.objects.filter(edition=item.edition_id, is_standard=True)
    return {
        "previous": standards.filter(position__lt=item.position).order_by("-position").first(),
        "next": standards.filter(position__gt=item.position).order_by("position").first(),
    }


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the points of an item."""
    item = item_or_404(request, pk)
    edited_or_404(request, item.edition.framework)
    form = PointsForm(request.POST)
    if not form.is_valid():
        return render(request, "frameworks/standard.html", _context(request, item, form), status=422)
    try:
        set_points(item=item, points=form.cleaned_data["points"], by=user_of(request), at=now())
        messages.success(request, _("分值已保存。"))
    except Superseded as error:
        messages.error(request, str(error))
    return redirect("frameworks:standard", pk)


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What the edition changed against the one before it, item by item."""
    new = edition_or_404(request, pk)
    old = new.framework.editions.filter(number__lt=new.number).exclude(state=EditionState.DRAFT).first()
    if old is None:
        raise Http404
    pairs = compare_editions(pack_of(old), pack_of(new))
    changed = [pair for pair in pairs if pair.fate is not Fate.UNCHANGED]
    context = {
        "edition": new,
        "old": old,
        "page": Paginator(changed, PAGE).get_page(request.GET.get("page")),
        "counts": {fate.value: sum(pair.fate is fate for pair in pairs) for fate in Fate},
    }
    return render(request, "frameworks/compare.html", context)
