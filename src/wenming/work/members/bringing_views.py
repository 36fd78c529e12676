"""A list comes onto the roll: looked at first, then all of it or nothing; and the way back.

What was checked goes to the page and comes back signed, so nothing is kept of what nobody confirms.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.work.members import actions, queries
from wenming.work.members.forms import ListForm
from wenming.work.members.listing import Fault, Listed, Row
from wenming.work.members.reach import unit_kept_or_404

_SALT = "wenming.work.members"
_HOURS = 12  # how long what was checked may be confirmed


@needs(Right.WORK_RECORD)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a list and shows whom it would add, or what is not right in it."""
    unit = unit_kept_or_404(request, pk)
    words = queries.populations_of(unit)
    first = request.GET.get("population", "") or next(iter(words), "")
    form = ListForm(request.POST or None, request.FILES or None, initial={"population": first})
    context: dict[str, object] = {"form": form, "unit": unit, "populations": words}
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "work/members/add.html", context, status=status)
    listed, plan = _looked_at(unit, form)
    context |= {"population": form.cleaned_data["population"], "faults": listed.faults, "plan": plan}
    if plan is not None:
        context["payload"] = _sealed(unit, form.cleaned_data["population"], listed.rows)
    return render(request, "work/members/add.html", context, status=422 if listed.faults else 200)


def _looked_at(unit: Unit, form: ListForm) -> tuple[Listed, actions.Plan | None]:
    listed = form.listed
    if listed.faults:
        return listed, None
    try:
        return listed, actions.compared(unit, form.cleaned_data["population"], listed.rows)
    except actions.Ends as error:
        return Listed(faults=(Fault("", str(error)),)), None


def _sealed(unit: Unit, population: str, rows: tuple[Row, ...]) -> str:
    said = [(one.name, one.office, _text(one.since), _text(one.until)) for one in rows]
    return signing.dumps([unit.pk, population, said], salt=_SALT, compress=True)


def _opened(unit: Unit, payload: str) -> tuple[str, list[Row]]:
    """What was checked for this unit; raises BadSignature."""
    of, population, said = signing.loads(payload, salt=_SALT, max_age=_HOURS * 3600)
    if of != unit.pk:
        raise signing.BadSignature
    return population, [_row(one) for one in said]


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _row(said: list[Any]) -> Row:
    name, office, *days = said
    since, until = (date.fromisoformat(day) if day else None for day in days)
    return Row(name, office, since, until)


@require_POST
@needs(Right.WORK_RECORD)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what was looked at on the roll; all of it or nothing."""
    unit = unit_kept_or_404(request, pk)
    try:
        population, rows = _opened(unit, request.POST.get("payload", ""))
        batch, plan = actions.add_members(unit=unit, population=population, rows=rows, by=user_of(request), at=now())
    except signing.BadSignature:
        messages.error(request, _("核对过的名单已失效，什么都没有加。请重新粘贴，或者重新选文件。"))
        return redirect("work:add_members", pk)
    except actions.Ends as error:
        messages.error(request, _("什么都没有加：%(why)s") % {"why": error})
        return redirect("work:add_members", pk)
    count = len(plan.new)
    messages.success(request, ngettext("名册加了 %(count)d 人。", "名册加了 %(count)d 人。", count) % {"count": count})
    address = f"{reverse('work:roll', args=[pk])}?{urlencode({'population': population})}"
    return redirect(f"{address}&added={batch}" if count else address)


@require_POST
@needs(Right.WORK_RECORD)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom a list brought today leaves again."""
    unit = unit_kept_or_404(request, pk)
    try:
        batch = UUID(request.POST.get("batch", ""))
        count = actions.undo_members(unit=unit, batch=batch, by=user_of(request), at=now())
        messages.success(
            request, ngettext("撤销了：%(count)d 人。", "撤销了：%(count)d 人。", count) % {"count": count}
        )
    except actions.NothingToUndo as error:
        messages.error(request, str(error))
    except ValueError:
        messages.error(request, _("没有可以撤销的。"))
    return redirect("work:roll", pk)
