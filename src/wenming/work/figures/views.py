"""Figures: the list of series, one series with its chart, entering and correcting a value."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.web.refusals import FieldsOf, saved
from wenming.web.searching import searched
from wenming.work.commitments.subjects import ALL
from wenming.work.figures import actions, queries
from wenming.work.figures.forms import CorrectionForm, ValueForm, WithdrawalForm
from wenming.work.figures.reach import may_enter, series_seen
from wenming.work.figures.series import Series, matching
from wenming.work.models import Figure
from wenming.work.progress.charts import of_values

PAGE = 30
_FIELDS_OF: FieldsOf = {actions.NotYet: ("on",), actions.AlreadyKnown: ("on",), actions.SameAsBefore: ("value",)}


@require_GET
@needs(Right.WORK_VIEW)
def series_list(request: HttpRequest) -> HttpResponse:
    """The series that commitments need, with the last value of each."""
    powers, text = rights_for(request), searched(request.GET)
    found = series_seen(powers)
    units = queries.units_of(found.values())
    names = {key: (unit.name, unit.short) for key, unit in units.items()}
    page = Paginator(matching(found, text, names), PAGE).get_page(request.GET.get("page"))
    context = {
        "text": text,
        "has_any": bool(found),
        "page": page,
        "rows": queries.shown(list(page.object_list), units),
        "may_enter": any(may_enter(powers, one, units.get(one.unit)) for one in found.values()),
    }
    return render(request, "work/figures/list.html", context)


@dataclass(frozen=True, slots=True)
class _Found:
    """A series that the person sees, with its unit."""

    series: Series
    unit: Unit | None
    may_enter: bool


def _found_or_404(powers: Powers, name: str, unit: int) -> _Found:
    series = series_seen(powers).get((name, unit))
    if series is None:
        raise Http404
    judged = None if unit == ALL else get_object_or_404(Unit, pk=unit)
    return _Found(series, judged, may_enter(powers, series, judged))


@require_GET
@needs(Right.WORK_VIEW)
def one_series(request: HttpRequest, unit: int, name: str) -> HttpResponse:
    """A series with its chart and its table."""
    found = _found_or_404(rights_for(request), name, unit)
    form = ValueForm(initial={"on": localdate()})
    return render(request, "work/figures/series.html", _context(request, found, form))


@require_POST
@needs(Right.WORK_RECORD)
def enter(request: HttpRequest, unit: int, name: str) -> HttpResponse:
    """Enter the value of a day."""
    found = _enterable_or_404(request, name, unit)
    form = ValueForm(request.POST)

    def save() -> list[Figure]:
        said = actions.Value(name=name, unit=found.unit, **form.cleaned_data)
        return actions.enter_figures(values=[said], by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已填入，结论已重新核算。"))
        return redirect("work:series", unit, name)
    return render(request, "work/figures/series.html", _context(request, found, form), status=422)


def _enterable_or_404(request: HttpRequest, name: str, unit: int) -> _Found:
    found = _found_or_404(rights_for(request), name, unit)
    if not found.may_enter:
        raise Http404
    return found


def _context(request: HttpRequest, found: _Found, form: ValueForm) -> dict[str, object]:
    series = found.series
    values = queries.values_of(series.name, series.unit)
    drawn = {one.on: float(one.value) for one in values.filter(is_withdrawn=False)[: queries.DRAWN]}
    chart = of_values({series.name: drawn}, target=series.target, target_name=_("目标"))
    falls_back = not drawn and series.unit != ALL
    return {
        "series": series,
        "unit": found.unit,
        "may_enter": found.may_enter,
        "form": form,
        "chart": chart.as_json() if drawn else None,
        "growths": [
            (one, of_values(one.values).as_json(), f"growth-chart-{at}")
            for at, one in enumerate(queries.growths_of(series), start=1)
        ],
        "page": Paginator(values, PAGE).get_page(request.GET.get("page")),
        "of_all": queries.values_of(series.name, ALL).filter(is_withdrawn=False).first() if falls_back else None,
        "rows": queries.shown([series], {series.unit: found.unit} if found.unit else {}),
    }


@needs(Right.WORK_RECORD)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """A value was wrong: what it should be and why; or it is withdrawn."""
    figure, found = _figure_or_404(request, pk)
    form = CorrectionForm(
        request.POST or None, initial={"value": actions.plainly(figure.value), "source": figure.source}
    )

    def save() -> Figure:
        return actions.correct_figure(figure=figure, **form.cleaned_data, by=user_of(request), at=now())

    if saved(form, save, {**_FIELDS_OF, actions.Withdrawn: ()}):
        messages.success(request, _("已更正，原来的数留在下面；结论已重新核算。"))
        return redirect("work:series", found.series.unit, figure.name)
    context = {
        "form": form,
        "figure": figure,
        "series": found.series,
        "unit": found.unit,
        "withdrawal": WithdrawalForm(),
    }
    return render(request, "work/figures/correct.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(Right.WORK_RECORD)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """A value was of another day or of another unit."""
    figure, found = _figure_or_404(request, pk)
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明为什么撤回。"))
        return redirect("work:correct_figure", pk)
    try:
        actions.withdraw_figure(figure=figure, **form.cleaned_data, by=user_of(request), at=now())
        messages.success(request, _("已撤回，结论已重新核算。"))
    except actions.Withdrawn as error:
        messages.error(request, str(error))
    return redirect("work:series", found.series.unit, figure.name)


def _figure_or_404(request: HttpRequest, pk: int) -> tuple[Figure, _Found]:
    figure = get_object_or_404(Figure, pk=pk)
    return figure, _enterable_or_404(request, figure.name, figure.unit_id or ALL)
