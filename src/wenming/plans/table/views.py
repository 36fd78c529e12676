"""The responsibility table in the browser, on paper and as Excel."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.plans.models import Duty, Plan, PlanVersion, VersionState
from wenming.plans.reach import may_review, seen_or_404
from wenming.plans.table.filters import VIEW_WORDS, Filters, View, read_filters
from wenming.plans.table.forms import FilterForm
from wenming.plans.table.owners import lines_of
from wenming.plans.table.rows import by_chapter, rows_of, with_rows, worded
from wenming.plans.table.schedule import dated, in_month, months, recurring
from wenming.plans.table.selection import Selection, select
from wenming.plans.table.sheet import excel
from wenming.reading.model import Role

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Context = dict[str, Any]


@needs(Right.PLAN_VIEW)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """One face of the table of the version in force, filtered by the address."""
    plan = get_object_or_404(Plan, pk=pk)
    seen_or_404(request, plan)
    version = version_in_force(plan)
    if version is None and not may_review(request, plan):  # what is not in force is not for all
        raise Http404
    if version is None:
        return render(request, "plans/table/nothing.html", {"plan": plan, "may_review": True})
    filters = read_filters(request.GET)
    if _has_empty_parts(request.GET):  # what a form sends; the address that one shares is the short one
        return redirect(f"{request.path}?{filters.query()}")
    selection = select(version, filters)
    context = {
        "plan": plan,
        "version": version,
        "selection": selection,
        "filters": filters,
        "form": FilterForm(selection),
        "tabs": _tabs(filters),
        "face": f"plans/table/by_{filters.view}.html",
        **_FACES[filters.view](selection, request.GET.get("page") or "1"),
    }
    return render(request, "plans/table/page.html", context)


@needs(Right.PLAN_VIEW)
def table_print(request: HttpRequest, pk: int) -> HttpResponse:
    """All that the filters leave on one page, for paper."""
    version = _in_force_or_404(request, pk)
    selection = select(version, read_filters(request.GET))
    context = {
        "plan": version.plan,
        "version": version,
        "selection": selection,
        "filters": selection.filters,
        "face": f"plans/table/by_{selection.filters.view}.html",
        "today": localdate(),
        "is_print": True,
        **_FACES[selection.filters.view](selection, ""),
    }
    return render(request, "plans/table/print.html", context)


@needs(Right.PLAN_VIEW)
def table_excel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The face that the address asks for as Excel, with all that the filters leave."""
    version = _in_force_or_404(request, pk)
    selection = select(version, read_filters(request.GET))
    words = {"plan": version.plan.title, "view": VIEW_WORDS[selection.filters.view]}
    title = gettext("%(plan)s 责任分解表（%(view)s）") % words
    name = download_name(title, ".xlsx")
    return FileResponse(BytesIO(excel(selection, title=title)), as_attachment=True, filename=name, content_type=XLSX)


def _in_force_or_404(request: HttpRequest, pk: int) -> PlanVersion:
    plan = get_object_or_404(Plan, pk=pk)
    seen_or_404(request, plan)
    version = version_in_force(plan)
    if version is None:
        raise Http404
    return version


def version_in_force(plan: Plan) -> PlanVersion | None:
    """The version of the plan that is in force."""
    versions = PlanVersion.objects.filter(plan=plan, state=VersionState.IN_FORCE).select_related("plan", "in_force_by")
    return versions.defer("text", "noise").first()


def _has_empty_parts(query: Mapping[str, str]) -> bool:
    return any(not value for value in query.values())


def _tabs(filters: Filters) -> list[dict[str, object]]:
    return [
        {
            "label": label,
            "address": f"?{filters.query(by='' if view is View.MEASURE else view, month='')}",
            "is_current": view is filters.view,
        }
        for view, label in VIEW_WORDS.items()
    ]


def _page(things: list[Any], number: str) -> Page[Any]:
    """The page of that number; all things on one page where there is no number, as on paper."""
    return Paginator(things, PER_PAGE if number else max(len(things), 1)).get_page(number)


def _by_measure(selection: Selection, number: str) -> Context:
    page = _page(list(selection.measures), number)
    is_supervised = _is_supervised(selection)
    groups = by_chapter(rows_of(selection, list(page.object_list)))
    return {
        "page": page,
        "groups": groups,
        "is_supervised": is_supervised,
        "columns": 9 if is_supervised else 8,
        "left": len(selection.measures),
    }


def _by_unit(selection: Selection, number: str) -> Context:
    return _lines(selection, lines_of(selection), number)


def _by_date(selection: Selection, number: str) -> Context:
    dates = dated(selection)
    lines = _lines(selection, in_month(dates, selection.filters.month), number)
    return {"months": months(dates), **_with_supervision(selection), **lines}


def _by_frequency(selection: Selection, number: str) -> Context:
    lines = _lines(selection, recurring(selection), number)
    return {**_with_supervision(selection), **lines, "pairs": worded(lines["pairs"])}


def _with_supervision(selection: Selection) -> Context:
    is_supervised = _is_supervised(selection)
    return {"is_supervised": is_supervised, "columns": 8 if is_supervised else 7}


def _is_supervised(selection: Selection) -> bool:
    """Whether the version names 督查单位, which need a column of their own."""
    return Duty.objects.live().filter(measure__version=selection.version, role=Role.SUPERVISING).exists()


def _lines(selection: Selection, lines: list[Any], number: str) -> Context:
    """A page of lines, and how many measures all pages together show."""
    page = _page(lines, number)
    pairs = with_rows(selection, page.object_list)
    return {"page": page, "pairs": pairs, "left": len({line.measure for line in lines})}


_FACES: dict[View, Callable[[Selection, str], Context]] = {
    View.MEASURE: _by_measure,
    View.UNIT: _by_unit,
    View.DATE: _by_date,
    View.FREQUENCY: _by_frequency,
}
