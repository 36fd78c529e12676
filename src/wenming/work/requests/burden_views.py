"""The burden meter: a unit month by month, and for the office all units in a month. No ranks."""

from collections.abc import Sequence
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.places.reach import reached_or_404, units_in
from wenming.rules.burden import Load, middle
from wenming.rules.days.months import month_after
from wenming.web.searching import searched
from wenming.work.requests.burden import BACK, Between, loads, months

PAGE = 50


@require_GET
@needs(Right.WORK_VIEW)
def burden(request: HttpRequest) -> HttpResponse:
    """What was asked of each unit in a month, in the order of the directory, beside the middle of all."""
    choice = months(localdate())
    first = _month(request.GET.get("month", ""), choice)
    text = searched(request.GET)
    units = units_in(rights_for(request).scope(Right.WORK_VIEW)).standing().order_by("area__code", "pk")
    keys = list(units.values_list("pk", flat=True))
    known = loads(keys, Between(first, month_after(first)))
    if text:
        units = units.filter(Q(short__icontains=text) | Q(name__icontains=text))
    page = Paginator(units, PAGE).get_page(request.GET.get("page"))
    everyone = [known.get((key, first), Load()) for key in keys]
    context = {
        "page": page,
        "rows": [(unit, known.get((unit.pk, first), Load())) for unit in page.object_list],
        "first": first,
        "months": choice,
        "text": text,
        "middle": _middle(everyone),
        "units": len(keys),
    }
    return render(request, "work/requests/burden.html", context)


def _month(text: str, choice: Sequence[date]) -> date:
    """The month that the address names, else this one."""
    return next((one for one in choice if f"{one:%Y-%m}" == text), choice[0])


def _middle(everyone: Sequence[Load]) -> dict[str, float | None]:
    """The middle of all units, by column: what one of them may be compared with."""
    return {
        "asked": middle(one.asked for one in everyone),
        "requests": middle(one.requests for one in everyone),
        "due": middle(one.due for one in everyone),
        "returned": middle(one.returned for one in everyone),
        "days": middle(one.days for one in everyone if one.days is not None),
        "minutes": middle(one.minutes for one in everyone if one.said),
    }


@require_GET
@needs(Right.WORK_VIEW)
def unit_burden(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked of one unit in each of the last months."""
    unit = get_object_or_404(Unit.objects.select_related("area"), pk=pk)
    reached_or_404(request, Right.WORK_VIEW, unit)
    today = localdate()
    choice = months(today, BACK)
    known = loads([unit.pk], Between(choice[-1], month_after(today)))
    rows = [(first, known.get((unit.pk, first), Load())) for first in choice]
    context = {"unit": unit, "rows": rows, "is_anything": bool(known)}
    return render(request, "work/requests/unit_burden.html", context)
