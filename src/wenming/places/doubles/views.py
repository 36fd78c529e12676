"""The pages on which entries are compared, merged or told apart."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.places import actions
from wenming.places.acting import acting
from wenming.places.doubles.queries import suggested, suggested_in
from wenming.places.doubles.words import reason_words
from wenming.places.history.hanging import hanging_on
from wenming.places.models import NotSame, Unit
from wenming.places.reach import reached_or_404, scope_of, units_in
from wenming.web.access import needs

EDIT = "unit_edit"
PER_PAGE = 30


@needs(EDIT)
def doubles(request: HttpRequest) -> HttpResponse:
    """The pairs that may be one, with the reason; and those that were told apart."""
    scope = scope_of(request, EDIT)
    page = Paginator(suggested_in(scope), PER_PAGE).get_page(request.GET.get("page"))
    keys = {key for double in page.object_list for key in (double.one, double.other)}
    units = Unit.objects.select_related("area").in_bulk(keys)
    pairs = [
        (units[double.one], units[double.other], reason_words(double))
        for double in page.object_list
        if double.one in units and double.other in units
    ]
    within = units_in(scope).values("pk")
    apart = NotSame.objects.filter(one__in=within, other__in=within).select_related("one", "other", "said_by")
    context = {"page": page, "pairs": pairs, "apart": apart.order_by("-pk")[:PER_PAGE]}
    return render(request, "places/doubles/list.html", context)


@needs(EDIT)
def compare(request: HttpRequest, one: int, other: int) -> HttpResponse:
    """Two units side by side; posting ``stays`` merges the other one into it."""
    pair = _pair(request, one, other)
    if request.method == "POST":
        kept = next((unit for unit in pair if str(unit.pk) == request.POST.get("stays")), None)
        if kept is not None:
            return _merged(request, next(unit for unit in pair if unit != kept), kept)
    reasons = [reason_words(double) for double in suggested() if {double.one, double.other} == {one, other}]
    sides = [(unit, hanging_on(unit)) for unit in pair]
    return render(request, "places/doubles/compare.html", {"sides": sides, "reasons": reasons, "pair": pair})


def _pair(request: HttpRequest, *keys: int) -> list[Unit]:
    if len(set(keys)) < len(keys):
        raise Http404
    units = Unit.objects.standing().select_related("area").prefetch_related("aliases", "parents")
    pair = [get_object_or_404(units, pk=key) for key in keys]
    for unit in pair:
        reached_or_404(request, EDIT, unit)
    return pair


def _merged(request: HttpRequest, gone: Unit, kept: Unit) -> HttpResponse:
    name = str(gone)
    try:
        actions.merge_units(unit=gone, into=kept, **acting(request))
    except Unit.DoesNotExist as error:
        raise Http404 from error
    except actions.OwnParent as error:
        messages.error(request, str(error))
        return redirect("places:compare", gone.pk, kept.pk)
    messages.success(request, _("“%(gone)s”已并入“%(kept)s”。") % {"gone": name, "kept": kept})
    return redirect("plans:unit", kept.pk)


@require_POST
@needs(EDIT)
def tell_apart(request: HttpRequest, one: int, other: int) -> HttpResponse:
    """They are two."""
    pair = _pair(request, one, other)
    actions.tell_apart(one=pair[0], other=pair[1], **acting(request))
    messages.success(request, _("记下了：“%(one)s”和“%(other)s”是两家。") % {"one": pair[0], "other": pair[1]})
    return redirect("places:doubles")


@require_POST
@needs(EDIT)
def not_apart(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said is taken back."""
    said = get_object_or_404(NotSame.objects.select_related("one", "other"), pk=pk)
    for unit in (said.one, said.other):
        reached_or_404(request, EDIT, unit)
    actions.take_apart_back(said=said, **acting(request))
    messages.success(request, _("已撤回。"))
    return redirect("places:doubles")
