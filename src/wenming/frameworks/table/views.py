"""The responsibility table: by standard and by unit, on screen, on paper and as Excel; giving and taking back."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.frameworks import queries
from wenming.frameworks.actions import assigning
from wenming.frameworks.disputes.queries import disputed_by, may_dispute
from wenming.frameworks.models import Assignment, AssignmentRole, Edition, EditionState, Item
from wenming.frameworks.reach import edited_edition_or_404, edited_or_404, edition_or_404, editions_seen, may_edit
from wenming.frameworks.table.back import back_to
from wenming.frameworks.table.entries import columns_of, said_at, said_of
from wenming.frameworks.table.forms import AssignForm, ticked
from wenming.frameworks.table.lines import lines_of, loads_of
from wenming.frameworks.table.sheet import excel
from wenming.places.models import Unit
from wenming.web.numbers import whole
from wenming.web.searching import searched

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Standard by standard who answers for it; or unit by unit how much it answers for."""
    edition = edition_or_404(request, pk)
    if request.GET.get("by") == "unit":
        return _by_unit(request, edition)
    rows, asked = _asked(request, edition)
    columns = columns_of(edition)
    page = Paginator(queries.with_assignments(rows), PAGE).get_page(request.GET.get("page"))
    context = {
        **asked,
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "parts": queries.parts_of(edition),
        "page": page,
        "columns": columns,
        "rows": [(item, _cells(item), said_of(item, columns)) for item in page],
        "roles": AssignmentRole,
        "form": AssignForm(),
        "may_edit": _may_assign(request, edition),
    }
    return render(request, "frameworks/table.html", context)


def _asked(request: HttpRequest, edition: Edition) -> tuple[QuerySet[Item], dict[str, object]]:
    """The standards that the filters of the address leave, and the filters."""
    text = searched(request.GET)
    is_open = request.GET.get("open") == "1"
    asked = whole(request.GET.get("part", ""))
    part = next((one for one in queries.parts_of(edition) if one.item.position == asked), None) if asked else None
    rows = edition.items.filter(is_standard=True).order_by("position")
    if part:
        rows = rows.filter(position__gte=part.item.position, position__lt=part.end)
    if text:
        rows = queries.found(rows, text)
    if is_open:
        rows = queries.without_lead(rows)
    return rows, {"text": text, "is_open": is_open, "part": part}


def _cells(item: Item) -> list[list[tuple[str, list[int]]]]:
    """Who answers in each role, in the order of the roles, each with the pieces it answers for; none: for all."""
    rows: Sequence[Assignment] = item.answering  # type: ignore[attr-defined]  # queries.with_assignments
    return [_named(one for one in rows if one.role == role) for role in AssignmentRole]


def _named(rows: Iterable[Assignment]) -> list[tuple[str, list[int]]]:
    pieces: dict[str, list[int]] = {}
    for one in rows:
        pieces.setdefault(one.name, []).append(one.wanted)
    return [(name, [] if 0 in numbers else numbers) for name, numbers in pieces.items()]


def _by_unit(request: HttpRequest, edition: Edition) -> HttpResponse:
    loads = loads_of(edition)
    context = {
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "page": Paginator(loads, PAGE).get_page(request.GET.get("page")),
        "may_edit": _may_assign(request, edition),
        "most": max((one.total for one in loads), default=0),
    }
    return render(request, "frameworks/loads.html", context)


def _may_assign(request: HttpRequest, edition: Edition) -> bool:
    return may_edit(request, edition.framework) and edition.state != EditionState.SUPERSEDED


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def table_excel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """All that the filters leave, as Excel."""
    edition = edition_or_404(request, pk)
    rows, _filters = _asked(request, edition)
    title = _("%(framework)s 责任分解表") % {"framework": edition}
    data = BytesIO(excel(queries.with_assignments(rows), columns_of(edition), title=title))
    return FileResponse(data, as_attachment=True, filename=download_name(title, ".xlsx"), content_type=XLSX)


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def unit_table(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """All that one unit answers for, on one page."""
    edition = edition_or_404(request, pk)
    whose = get_object_or_404(Unit, pk=unit)
    columns = columns_of(edition)
    lines = [(line, said_at(line.item, line.number, columns)) for line in lines_of(edition, whose)]
    context = {
        "edition": edition,
        "unit": whose,
        "lines": lines,
        "columns": columns,
        "disputed": disputed_by(whose, edition),
        "may_dispute": may_dispute(request, edition, whose),
    }
    return render(request, "frameworks/unit.html", context)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a unit or a class answer for the ticked standards."""
    edition = edited_edition_or_404(request, pk)
    keys = ticked(request.POST.getlist("item"))
    form = AssignForm(request.POST, pieces=_pieces(edition, keys))
    if not keys:
        messages.error(request, _("请先在表里勾选测评标准。"))
    elif not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, "".join(map(str, faults)))
    else:
        _assign(request, edition, keys, form)
    return redirect(back_to(request, edition))


def _pieces(edition: Edition, keys: Sequence[int]) -> list[str]:
    """The pieces of evidence that may be chosen: those of a standard that is asked for alone."""
    if len(keys) != 1:
        return []
    item = Item.objects.filter(edition=edition, pk=keys[0]).first()
    return [one.get("what", "") for one in item.body.get("evidence", [])] if item else []


def _assign(request: HttpRequest, edition: Edition, keys: Sequence[int], form: AssignForm) -> None:
    places = [(key, form.cleaned_data["wanted"]) for key in keys]
    role = AssignmentRole(form.cleaned_data["role"])
    try:
        done = assigning.assign(edition=edition, places=places, to=form.to, role=role, by=user_of(request), at=now())
    except assigning.Superseded as error:
        messages.error(request, str(error))
        return
    words = ngettext("分解了 %(count)s 条。", "分解了 %(count)s 条。", done.made) % {"count": done.made}
    messages.success(request, words)
    if done.ruled:
        ruled = ngettext(
            "%(count)s 条以前决定过不归这个单位，没有分。要分给它，先在“责任异议”里结束那条决定。",
            "%(count)s 条以前决定过不归这个单位，没有分。要分给它，先在“责任异议”里结束那条决定。",
            done.ruled,
        )
        messages.warning(request, ruled % {"count": done.ruled})
    if done.led:
        led = ngettext(
            "%(count)s 条已有别的牵头单位，没有改。要换牵头单位，先收回原来的。",
            "%(count)s 条已有别的牵头单位，没有改。要换牵头单位，先收回原来的。",
            done.led,
        )
        messages.warning(request, led % {"count": done.led})


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def assign_as_written(request: HttpRequest, pk: int) -> HttpResponse:
    """Give each standard to the units that the framework itself names."""
    edition = edited_edition_or_404(request, pk)
    try:
        done = assigning.assign_as_written(edition=edition, by=user_of(request), at=now())
    except assigning.Superseded as error:
        messages.error(request, str(error))
    else:
        words = ngettext("分解了 %(count)s 条。", "分解了 %(count)s 条。", done.made) % {"count": done.made}
        messages.success(request, words)
        if done.unknown:
            names = "、".join(list(done.unknown)[:20])
            messages.warning(
                request,
                _("单位名录里没有：%(names)s。先在单位名录里加上，或者给单位加上这些叫法，再来一次。")
                % {"names": names},
            )
    return redirect("frameworks:table", pk)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever answered does not any more."""
    seen = Assignment.objects.filter(item__edition__in=editions_seen(rights_for(request)))
    row = get_object_or_404(seen.select_related("item__edition__framework", "unit", "unit_class"), pk=pk)
    edited_or_404(request, row.item.edition.framework)
    try:
        assigning.take_back(assignment=row, by=user_of(request), at=now())
        messages.success(request, _("已收回：%(name)s。") % {"name": row.name})
    except assigning.Superseded as error:
        messages.error(request, str(error))
    except Assignment.DoesNotExist as error:
        raise Http404 from error
    return redirect("frameworks:standard", row.item_id)
