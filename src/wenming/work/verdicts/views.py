"""Why: the working of one verdict, as a drawer on any page or as a page of its own."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.plans.reach import seen_or_404
from wenming.plans.table.sentence import Mark, Piece, pieces
from wenming.rules.commitments.model import figures_of
from wenming.work.commitments.subjects import ALL
from wenming.work.members.queries import counted_by_name
from wenming.work.members.reach import sees_names
from wenming.work.models import Commitment, Member
from wenming.work.verdicts.explaining import Working, working_of

_MISSING = 30  # names of those still missing; the page of the roll has all


@require_GET
@needs(Right.WORK_VIEW)
def why(request: HttpRequest, pk: int, unit: int, first: str = "") -> HttpResponse:
    """How a unit (0: all together) stands with a commitment in the period that begins on ``first``, and why."""
    rows = Commitment.objects.binding().select_related("measure__version__plan", "confirmed_by")
    commitment = get_object_or_404(rows, pk=pk)
    seen_or_404(request, commitment.measure.version.plan)
    judged = _unit_or_404(request, unit)
    found = working_of(commitment, unit, first=_day(first), today=localdate())
    if found is None:
        raise Http404
    context = {
        "working": found,
        "commitment": commitment,
        "measure": commitment.measure,
        "unit": judged,
        "subject": unit,
        "sentence": _sentence(commitment),
        "figures": figures_of(found.rule.demand),
        **_offers(request, judged),
        **_by_name(request, judged, found),
    }
    page = "work/verdicts/_why.html" if request.headers.get("HX-Request") else "work/verdicts/why.html"
    return render(request, page, context)


def _by_name(request: HttpRequest, unit: Unit | None, working: Working) -> dict[str, object]:
    """What a coverage is by the unit's roll, with the first of those who are missing for whoever may see names."""
    by_name = counted_by_name(working, unit) if unit else None
    may_name = unit is not None and sees_names(request, unit)
    missing = working.shown.unreached[:_MISSING] if by_name and may_name else ()
    names = Member.objects.filter(pk__in=missing).order_by("name", "pk") if missing else ()
    return {"by_name": by_name, "may_name": may_name, "missing": list(names)}


def _offers(request: HttpRequest, unit: Unit | None) -> dict[str, bool]:
    """What the person may do about it."""
    powers = rights_for(request)
    if unit is None:
        return {"may_object": False, "may_excuse": False, "may_review": Right.WORK_REVIEW in powers}
    return {
        "may_object": unit.pk in powers.scope(Right.WORK_RECORD).units,
        "may_excuse": powers.reaches(Right.COMMITMENT_EDIT, area=unit.area_id),
        "may_review": powers.reaches(Right.WORK_REVIEW, area=unit.area_id),
    }


def _unit_or_404(request: HttpRequest, key: int) -> Unit | None:
    if key == ALL:
        return None
    unit = get_object_or_404(Unit, pk=key)
    if not rights_for(request).exercise(Right.WORK_VIEW, area=unit.area_id, unit=unit.pk):
        raise Http404
    return unit


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _sentence(commitment: Commitment) -> list[Piece]:
    measure = commitment.measure
    marks = [Mark(term.start, term.end, "mark-term") for term in commitment.terms.all()]
    version = measure.version
    return pieces(version.text, measure.start, measure.end, marks=marks, noise=version.noise)
