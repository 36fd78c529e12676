"""The year as a picture with what the office has added; adding, taking away, bringing a table."""

from datetime import date
from io import BytesIO
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate, now
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.jobs.models import OVER, Job
from wenming.places.queries import home
from wenming.rules.days.added import sorted_out
from wenming.rules.days.added_table import read, written
from wenming.rules.days.calendar import SCHOOL_YEARS
from wenming.rules.days.table import nationwide
from wenming.rules.days.words import unannounced_in_words
from wenming.web import toasts
from wenming.web.gone import gone_is_404
from wenming.web.numbers import whole
from wenming.web.refusals import FieldsOf, saved
from wenming.work.days import actions
from wenming.work.days.forms import DaysForm, TableForm
from wenming.work.days.words import fault_words, kind_label, line_words
from wenming.work.days.year import months_of, runs_of
from wenming.work.models import LocalDays, LocalDaysKind
from wenming.work.verdicts.days import added_days, calendar
from wenming.work.verdicts.recalculating import JOB

_FIELDS_OF: FieldsOf = {actions.BadDays: ("first",)}
_FILLED = ("kind", "first", "last", "name", "source")


@require_GET
@needs(Right.WORK_VIEW)
def days(request: HttpRequest) -> HttpResponse:
    """A year's calendar, what the office has added in it, and what the country's notices say."""
    given = {name: request.GET[name] for name in _FILLED if request.GET.get(name)}
    return _page(request, DaysForm(initial={"kind": LocalDaysKind.OFF, **given}))


def _page(request: HttpRequest, form: DaysForm) -> HttpResponse:
    today = localdate()
    year = _year(request.GET.get("year", ""), today)
    known, added = calendar(), added_days()
    context = {
        "form": form,
        "year": year,
        "years": [one for one in (year - 1, year + 1) if one in SCHOOL_YEARS],
        "months": months_of(year, known, added),
        "rows": LocalDays.objects.filter(first__year__lte=year, last__year__gte=year).select_related("added_by"),
        "count": len(added),
        "runs": runs_of(nationwide(), year),
        "unannounced": unannounced_in_words(known.unannounced(*_span(year)), get_language() or "zh"),
        "awaited": known.awaited(today),
        "may_edit": _reaches(request),
        "today": today,
        **_work(),
    }
    return render(request, "work/days/page.html", context, status=422 if form.is_bound else 200)


def _span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _year(text: str, today: date) -> int:
    asked = whole(text)
    return asked if asked is not None and asked in SCHOOL_YEARS else today.year


def _reaches(request: HttpRequest) -> bool:
    """Whether to offer a change: the calendar is everybody's, so it is the office of the whole programme that adds."""
    top = home()
    return top is not None and rights_for(request).reaches(Right.COMMITMENT_EDIT, area=top.pk)


def _edited_or_404(request: HttpRequest) -> None:
    top = home()
    if top is None or not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=top.pk):
        raise Http404


def _work() -> dict[str, Any]:
    """The job that works verdicts out anew, where one is at it."""
    job = Job.objects.filter(kind=JOB).exclude(state__in=OVER).order_by("pk").first()
    return {"job": job}


@require_GET
@needs(Right.WORK_VIEW)
def progress(request: HttpRequest) -> HttpResponse:
    """How far the job is, asked for again until it is over."""
    return render(request, "work/days/_progress.html", _work())


@require_POST
@needs(Right.COMMITMENT_EDIT)
def add(request: HttpRequest) -> HttpResponse:
    """One entry more."""
    _edited_or_404(request)
    form = DaysForm(request.POST)

    def save() -> list[LocalDays]:
        return actions.add_days(days=[form.added()], by=user_of(request), at=now())

    made = saved(form, save, _FIELDS_OF)
    if made is None:
        return _page(request, form)
    toasts.say(request, _("已添加，落实情况随之更新。") if made else _("这一条原来就有。"))
    return redirect(_address(form.cleaned_data["first"].year))


def _address(year: int, **given: str) -> str:
    return reverse("work:days") + "?" + urlencode({"year": str(year), **given})


@require_POST
@needs(Right.COMMITMENT_EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry less; the form holds it then, so that it can be put back."""
    _edited_or_404(request)
    found = get_object_or_404(LocalDays, pk=pk)
    given = {name: str(getattr(found, name)) for name in _FILLED}
    with gone_is_404():
        actions.remove_days(days=found, by=user_of(request), at=now())
    toasts.say(request, _("已删除“%(name)s”；要放回去，点“添加”。") % {"name": found.name}, kind="info")
    return redirect(_address(found.first.year, **given) + "#add-days")


@require_GET
@needs(Right.WORK_VIEW)
def table(_request: HttpRequest) -> FileResponse:
    """All that the office has added, as the table that can be brought again."""
    content = BytesIO(written(added_days()).encode("utf-8-sig"))
    return FileResponse(content, as_attachment=True, filename="days.csv")


@needs(Right.COMMITMENT_EDIT)
def import_table(request: HttpRequest) -> HttpResponse:
    """A table is looked at first, line by line; then all of it is added, or nothing."""
    _edited_or_404(request)
    form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm()
    if not form.is_bound or not form.is_valid():
        return render(request, "work/days/import.html", {"form": form}, status=422 if form.is_bound else 200)
    text = form.cleaned_data["table"]
    looked = _looked_at(text)
    if "apply" not in request.POST or looked["faults"] or not looked["new"]:
        context = {"form": form, "text": text, **looked}
        return render(request, "work/days/import.html", context, status=422 if looked["faults"] else 200)
    return _apply(request, looked)


def _looked_at(text: str) -> dict[str, Any]:
    """What the table would add, what is there already, and what is wrong in which line."""
    found = read(text)
    entries = [one for _line, one in found.entries]
    new, known, faults = sorted_out(entries, added_days())
    wrong = [(found.entries[place][0], fault_words(entries[place], fault)) for place, fault in faults]
    wrong += [(one.line, line_words(one)) for one in found.bad]
    return {"new": [(one, kind_label(one)) for one in new], "known": len(known), "faults": sorted(wrong)}


def _apply(request: HttpRequest, looked: dict[str, Any]) -> HttpResponse:
    entries = [one for one, _label in looked["new"]]
    try:
        made = actions.add_days(days=entries, by=user_of(request), at=now())
    except actions.BadDays as error:  # somebody else was faster
        toasts.say(request, str(error), kind="error")
        return redirect("work:import_days")
    told = ngettext("添加了 %(count)d 条，落实情况随之更新。", "添加了 %(count)d 条，落实情况随之更新。", len(made))
    toasts.say(request, told % {"count": len(made)})
    return redirect(_address(entries[0].first.year))
