"""How a measure stands."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.audit.telling import tell
from wenming.plans.models import Measure, VersionState
from wenming.plans.reach import seen_or_404
from wenming.plans.table.selection import chapter_above
from wenming.work.board.views import seen_cells
from wenming.work.measures.queries import changes_of, records_of, tables_of

PAGE = 20  # records


@require_GET
@needs(Right.WORK_VIEW)
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """The commitments of a measure in force with their subjects and periods, and its records."""
    rows = Measure.objects.standing().select_related("version__plan").filter(version__state=VersionState.IN_FORCE)
    measure = get_object_or_404(rows, pk=pk)
    seen_or_404(request, measure.version.plan)
    scope = rights_for(request).scope(Right.WORK_VIEW)
    records = records_of(measure, seen=scope.within("unit__area", unit_field="unit"))
    plan, tables = measure.version.plan, tables_of(measure, seen=seen_cells(request), today=localdate())
    may_see_changes = rights_for(request).reaches(Right.COMMITMENT_EDIT, area=plan.area_id)
    context = {
        "measure": measure,
        "plan": plan,
        "path": chapter_above(measure.path, measure.title),
        "tables": tables,
        "told": tell(list(changes_of([one.commitment for one in tables]))) if may_see_changes else [],
        "page": Paginator(records, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "work/measures/page.html", context)
