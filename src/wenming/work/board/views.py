"""The board, and what stands behind each of its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.places.models import Unit, UnitKind
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.reach import binding
from wenming.web.numbers import whole
from wenming.web.searching import searched
from wenming.work.board.grid import Heap, Row
from wenming.work.board.queries import TOGETHER, Board, Chosen, board_of, chapters_of
from wenming.work.commitments.words import STATE_WORDS

UNITS, COMMITMENTS = 20, 12  # rows and columns that are shown at once; sums are of all


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the board as the page shows it: what it heaps, and where it leads."""

    heap: Heap
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One unit's row; ``unit`` is None for what all are judged by together."""

    unit: Unit | None
    places: list[Place]
    total: Heap


@require_GET
@needs(Right.WORK_VIEW)
def board(request: HttpRequest) -> HttpResponse:
    """Units × chapters of a plan in force; with a chapter, units × its commitments."""
    versions = _versions(request)
    version = _chosen_version(request, versions)
    if version is None:
        return render(request, "work/board/page.html", {"version": None})
    chapters = chapters_of(version)
    chosen = _chosen(request, chapters)
    found = board_of(version, chosen, seen=seen_cells(request), chapters=chapters)
    rows = Paginator(found.grid.rows, UNITS).get_page(request.GET.get("page"))
    columns = Paginator(range(len(found.grid.columns)), COMMITMENTS).get_page(request.GET.get("columns"))
    context = {
        "version": version,
        "versions": versions,
        "chosen": chosen,
        "chapters": chapters,
        "board": found,
        "page": rows,
        "columns_page": columns,
        "columns": _columns(request, found, chosen, columns.object_list),
        "lines": [_line(row, found, chosen, columns.object_list) for row in rows],
        "kinds": UnitKind.choices,
        "states": list(STATE_WORDS.items()),
        "today": localdate(),
    }
    return render(request, "work/board/page.html", context)


def _versions(request: HttpRequest) -> list[PlanVersion]:
    """The plans in force that the person sees, the last put in force first."""
    versions = PlanVersion.objects.filter(binding(rights_for(request), "plan__area"), state=VersionState.IN_FORCE)
    return list(versions.select_related("plan").defer("text", "noise").order_by("-in_force_at", "-pk"))


def _chosen_version(request: HttpRequest, versions: list[PlanVersion]) -> PlanVersion | None:
    asked = whole(request.GET.get("plan", ""))
    if asked is None:
        return next(iter(versions), None)
    found = next((version for version in versions if version.plan_id == asked), None)
    if found is None:
        raise Http404
    return found


def _chosen(request: HttpRequest, chapters: Sequence[str]) -> Chosen:
    given = {name: request.GET.get(name, "").strip() for name in ("chapter", "kind", "state")}
    return Chosen(
        chapter=given["chapter"] if given["chapter"] in chapters else "",
        kind=given["kind"] if given["kind"] in UnitKind.values else "",
        text=searched(request.GET),
        state=given["state"] if given["state"] in STATE_WORDS else "",
    )


def seen_cells(request: HttpRequest) -> Q:
    """The cells that the person may see: those of units in reach, and those of all together."""
    scope = rights_for(request).scope(Right.WORK_VIEW)
    return scope.within("unit__area", unit_field="unit") | Q(unit=None)


def _columns(request: HttpRequest, found: Board, chosen: Chosen, shown: Iterable[int]) -> list[dict[str, Any]]:
    """The heads of the columns that are shown, with their totals and where they lead."""
    heads: list[dict[str, Any]] = []
    for place in shown:
        key = found.grid.columns[place]
        if chosen.chapter:
            commitment = found.commitments[int(str(key))]
            address = reverse("plans:measure", args=[commitment.measure_id])
            heads.append({"words": commitment.activity, "title": commitment.measure.title, "address": address})
        else:
            heads.append({"words": str(key), "title": str(key), "address": _chapter_address(request, str(key))})
        heads[-1]["total"] = found.grid.totals[place]
    return heads


def _chapter_address(request: HttpRequest, chapter: str) -> str:
    query = request.GET.copy()
    query["chapter"] = chapter
    for name in ("page", "columns"):
        query.pop(name, None)
    return f"?{query.urlencode()}"


def _line(row: Row, found: Board, chosen: Chosen, shown: Iterable[int]) -> Line:
    unit = found.units.get(int(str(row.key)))
    columns = found.grid.columns
    places = [Place(row.heaps[place], _leads_to(unit, columns[place], chosen)) for place in shown]
    return Line(unit, places, row.total)


def _leads_to(unit: Unit | None, column: object, chosen: Chosen) -> str:
    """A commitment's place opens its working; a chapter's, that chapter of the unit."""
    key = unit.pk if unit else TOGETHER
    if chosen.chapter:
        return reverse("work:why", args=[column, key])
    return "?" + urlencode({"chapter": str(column), "q": unit.short if unit else ""})
