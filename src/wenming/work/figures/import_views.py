"""Figures from Excel: the empty workbook, what a filled one would enter, and entering it once somebody has confirmed.

What was checked goes to the page and comes back signed, so nothing is kept of what nobody confirms.
"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.excel.forms import SUFFIXES, ImportForm
from wenming.places.models import Unit
from wenming.reading.files.cells import open_cells
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument
from wenming.work.commitments.subjects import ALL
from wenming.work.figures import actions, queries
from wenming.work.figures.reach import may_enter, series_seen
from wenming.work.figures.series import Place, Series
from wenming.work.figures.workbook import OF_ALL, Checked, Fault, Known, check, empty
from wenming.work.models import Figure

_SALT = "wenming.work.figures"
_HOURS = 12  # how long what was checked may be confirmed
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.WORK_RECORD)
def empty_workbook(request: HttpRequest) -> FileResponse:
    """A row for each series that the person may enter."""
    series, units = _own(rights_for(request))
    rows = [(units[one.unit].name if one.unit else str(OF_ALL), one) for one in series.values()]
    name = _("指标数据 空表.xlsx")
    return FileResponse(BytesIO(empty(rows)), as_attachment=True, filename=name, content_type=_WORKBOOK)


@needs(Right.WORK_RECORD)
def import_figures(request: HttpRequest) -> HttpResponse:
    """Takes a workbook and shows what it would enter, or what is not right in it."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if not form.is_valid():
        context = {"form": form, "accept": ",".join(SUFFIXES)}
        return render(request, "work/figures/import.html", context, status=422 if form.errors else 200)
    checked, units = _checked(form.cleaned_data["file"], rights_for(request))
    context = {
        "form": ImportForm(),
        "accept": ",".join(SUFFIXES),
        "checked": checked,
        "rows": [(one, units.get(one.place[1])) for one in checked.rows],
        "payload": "" if checked.faults else _sealed(checked),
    }
    return render(request, "work/figures/import.html", context, status=422 if checked.faults else 200)


@require_POST
@needs(Right.WORK_RECORD)
def confirm(request: HttpRequest) -> HttpResponse:
    """Enter what was checked; all of it or nothing."""
    try:
        rows = signing.loads(request.POST.get("payload", ""), salt=_SALT, max_age=_HOURS * 3600)
        values = _values(rows, rights_for(request))
        made = actions.enter_figures(values=values, by=user_of(request), at=now())
    except (signing.BadSignature, KeyError):
        messages.error(request, _("核对过的内容已失效，什么都没有填入。请重新选择文件。"))
        return redirect("work:import_figures")
    except (actions.AlreadyKnown, actions.NotYet) as error:
        messages.error(request, _("什么都没有填入：%(why)s") % {"why": error})
        return redirect("work:import_figures")
    said = ngettext("已填入 %(count)d 条数据，结论已重新核算。", "已填入 %(count)d 条数据，结论已重新核算。", len(made))
    messages.success(request, said % {"count": len(made)})
    return redirect("work:figures")


def _own(powers: Powers) -> tuple[dict[Place, Series], dict[int, Unit]]:
    """The series that the person may enter, and their units."""
    found = series_seen(powers)
    units = queries.units_of(found.values())
    return {place: one for place, one in found.items() if may_enter(powers, one, units.get(one.unit))}, units


def _checked(file: UploadedFile[bytes], powers: Powers) -> tuple[Checked, dict[int, Unit]]:
    series, units = _own(powers)
    try:
        sheets = open_cells(file.read(), name=file.name or "")
    except UnreadableDocument as error:
        return Checked((), (Fault("", say(error.code, error.about, get_language() or "zh")),)), units
    return check(sheets, _known(series, units)), units


def _known(series: dict[Place, Series], units: dict[int, Unit]) -> Known:
    named = {name: key for key, unit in units.items() for name in (unit.name, unit.short)}
    rows = Figure.objects.filter(name__in={name for name, _unit in series}, is_withdrawn=False)
    values = {
        (name, unit or ALL, on): value for name, unit, on, value in rows.values_list("name", "unit", "on", "value")
    }
    return Known(named, series, values, localdate())


def _sealed(checked: Checked) -> str:
    rows = [(*one.place, one.on.isoformat(), str(one.value), one.source) for one in checked.rows]
    return signing.dumps(rows, salt=_SALT, compress=True)


def _values(rows: list[Any], powers: Powers) -> list[actions.Value]:
    """The rows that came back, each of a series that the person may still enter; raises KeyError."""
    series, units = _own(powers)
    return [
        actions.Value(
            name=series[name, unit].name,
            unit=None if unit == ALL else units[unit],
            on=date.fromisoformat(on),
            value=Decimal(value),
            source=source,
        )
        for name, unit, on, value, source in rows
    ]
