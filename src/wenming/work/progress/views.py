"""Progress of a plan by chapter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.reach import binding
from wenming.work.board.grid import Heap
from wenming.work.board.views import seen_cells
from wenming.work.progress.charts import ON_A_BAR, ChartKind, of_heaps, state_names
from wenming.work.progress.queries import progress_of


@require_GET
@needs(Right.WORK_VIEW)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far each chapter of a plan in force is, of how much."""
    versions = PlanVersion.objects.filter(binding(rights_for(request), "plan__area"), state=VersionState.IN_FORCE)
    version = get_object_or_404(versions.select_related("plan").defer("text", "noise"), plan=pk)
    found, names = progress_of(version, seen=seen_cells(request)), state_names()
    rows = [(chapter, heap, _board(pk, chapter)) for chapter, heap in found.chapters]
    labelled = [(f"{chapter or _('其他')}  {heap.done}/{heap.asked}", heap) for chapter, heap, _address in rows]
    states = [state.value for state in ON_A_BAR if found.total.counts.get(state)]
    context = {
        "version": version,
        "found": found,
        "states": [(state, names[state]) for state in states],
        "rows": [(chapter, heap, address, _numbers(heap, states)) for chapter, heap, address in rows],
        "totals": _numbers(found.total, states),
        "chart": of_heaps(ChartKind.ROWS, labelled, addresses=[row[2] for row in rows], names=names).as_json(),
        "today": localdate(),
    }
    return render(request, "work/progress/page.html", context)


def _board(plan: int, chapter: str) -> str:
    return f"{reverse('work:board')}?{urlencode({'plan': str(plan), 'chapter': chapter})}"


def _numbers(heap: Heap, states: list[str]) -> list[int]:
    return [heap.counts.get(state, 0) for state in ON_A_BAR if state.value in states]
