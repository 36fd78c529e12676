"""What waits for a review, and the review of one unit in one period."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.web.refusals import FieldsOf, saved
from wenming.work.models import Cell, Commitment, Review
from wenming.work.reviews import actions, queries
from wenming.work.reviews.forms import ReviewForm

PAGE = 20
_LATEST = 10
_READ = 30  # records that stand on the page
_FIELDS_OF: FieldsOf = {actions.NoWords: ("words",), actions.NotBegun: (), actions.NotReviewed: ()}


@require_GET
@needs(Right.WORK_REVIEW)
def review_list(request: HttpRequest) -> HttpResponse:
    """What is to be reviewed now; with ``all``, also what still has time."""
    today, seen = localdate(), queries.reviewed(rights_for(request))
    cells, shows_all = queries.waiting(seen, today=today), "all" in request.GET
    ending = queries.ending(cells, today=today)
    context = {
        "page": Paginator(cells if shows_all else ending, PAGE).get_page(request.GET.get("page")),
        "tabs": [
            {"label": _("该评议的"), "address": "?", "is_current": not shows_all, "count": ending.count()},
            {"label": _("全部"), "address": "?all", "is_current": shows_all, "count": cells.count()},
        ],
        "latest": queries.done(seen)[:_LATEST],
        "today": today,
    }
    return render(request, "work/reviews/list.html", context)


@needs(Right.WORK_REVIEW)
def review(request: HttpRequest, pk: int, unit: int, first: str) -> HttpResponse:
    """What the unit did in the period, to be read; and what the office finds."""
    cell = _cell_or_404(request, pk, unit, first)
    form = ReviewForm(request.POST or None)

    def save() -> Review:
        words = form.cleaned_data["words"]
        return actions.review(cell=cell, is_enough=form.is_enough, words=words, by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已记下评议，结论已重新核算。"))
        return redirect("work:reviews")
    context = {
        "form": form,
        "cell": cell,
        "commitment": cell.commitment,
        "subject": unit,
        "records": queries.records_for(cell)[:_READ],
        "earlier": queries.earlier(cell)[:_LATEST],
    }
    return render(request, "work/reviews/review.html", context, status=422 if form.is_bound else 200)


def _cell_or_404(request: HttpRequest, pk: int, unit: int, first: str) -> Cell:
    try:
        day = date.fromisoformat(first)
    except ValueError as error:
        raise Http404 from error
    bound = Commitment.objects.binding().filter(kind="standing")
    rows = Cell.objects.select_related("unit", "commitment__unit_class", "commitment__measure__version__plan")
    cell = get_object_or_404(rows, commitment__in=bound, commitment=pk, unit=unit or None, first=day)
    plan = cell.commitment.measure.version.plan
    area, key = (cell.unit.area_id, cell.unit.pk) if cell.unit else (plan.area_id, None)
    if not rights_for(request).exercise(Right.WORK_REVIEW, area=area, unit=key):
        raise Http404
    return cell
