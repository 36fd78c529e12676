"""How a unit stands."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.rules.commitments.judging import State
from wenming.work.progress.charts import ON_A_BAR, Chart, ChartKind, Line, of_heaps, state_names
from wenming.work.units import queries
from wenming.work.units.queries import Month

PAGE = 20  # commitments
RECORDS = 8


@require_GET
@needs(Right.WORK_VIEW)
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked of a unit and how it stands with it, what is due, what it did, and how the months went."""
    unit = get_object_or_404(Unit.objects.select_related("area"), pk=pk)
    if not rights_for(request).exercise(Right.WORK_VIEW, area=unit.area_id, unit=unit.pk):
        raise Http404
    today, names = localdate(), state_names()
    months, load = queries.history_of(unit, today=today), queries.load_of(unit, today=today)
    context = {
        "unit": unit,
        "today": today,
        "total": queries.total_of(unit),
        "due": queries.due_of(unit),
        "page": Paginator(queries.current_cells(unit), PAGE).get_page(request.GET.get("page")),
        "records": queries.records_of(unit)[:RECORDS],
        "months": [(month, _numbers(month, _states(months))) for month in months],
        "states": [(state.value, names[state.value]) for state in _states(months)],
        "history": _history(months, names),
        "load": load,
        "load_sum": sum(number for _first, number in load),
        "load_chart": _load(load),
        "may_record": unit.pk in rights_for(request).scope(Right.WORK_RECORD).units,
    }
    return render(request, "work/units/page.html", context)


def _states(months: Sequence[Month]) -> list[State]:
    return [state for state in ON_A_BAR if any(month.heap.counts.get(state) for month in months)]


def _numbers(month: Month, states: Sequence[State]) -> list[int]:
    return [month.heap.counts.get(state, 0) for state in states]


def _history(months: Sequence[Month], names: dict[str, str]) -> dict[str, object]:
    heaps = [(f"{month.first:%Y-%m}", month.heap) for month in months]
    return of_heaps(ChartKind.COLUMNS, heaps, names=names).as_json()


def _load(load: Sequence[tuple[object, int]]) -> dict[str, object]:
    line = Line(_("要做的"), "main", [number for _first, number in load])
    return Chart(ChartKind.COLUMNS, [f"{first:%Y-%m}" for first, _number in load], [line]).as_json()
