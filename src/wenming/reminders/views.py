"""The office sees who will get what, what was sent, and sets after how many days a matter goes up."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Area
from wenming.places.reach import areas_in
from wenming.reminders import actions, mail, queries
from wenming.reminders.forms import StepsForm
from wenming.reminders.loading import load_day, steps_for
from wenming.reminders.models import AreaSteps, DeliveryState
from wenming.reminders.words import LEVELS, answer_words
from wenming.rules.reminding.matters import Steps
from wenming.web.numbers import whole
from wenming.work.verdicts.days import calendar

PAGE = 50
LATELY = timedelta(days=7)


@require_GET
@needs(Right.REMINDER_EDIT)
def preview(request: HttpRequest) -> HttpResponse:
    """Who will get what on a day, and what goes up to whom and why; page by page."""
    day = _day_asked(request)
    scope = rights_for(request).scope(Right.REMINDER_EDIT)
    found = load_day(day, seen=scope.within("area"))
    told, missing = queries.told_on(found), queries.missing_on(found)
    page = Paginator([*told, *missing], PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs("preview"),
        "day": day,
        "is_working": calendar().is_working(day),
        "page": page,
        "told": [one for one in page if isinstance(one, queries.Told)],
        "missing": [(one, LEVELS[one.level]) for one in page if isinstance(one, queries.Missing)],
        "missing_units": len({one.unit for one in missing}),
        "missing_page": len(told) // PAGE + 1,
        "has_mail": mail.is_possible(),
        "troubles": queries.troubles(scope.within("area"), since=localdate() - LATELY),
    }
    return render(request, "reminders/preview.html", context)


def _day_asked(request: HttpRequest) -> date:
    """The day that the address names as ``on``, as far as one may look; else the next one."""
    today = localdate()
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return queries.next_day(now())
    return min(max(asked, today), today + queries.AHEAD)


def tabs(current: str) -> list[dict[str, Any]]:
    """The pages of reminders."""
    words = {"preview": _("预览"), "sent": _("发送记录"), "steps": _("逐级提醒"), "bots": _("群机器人")}
    return [
        {"label": label, "address": reverse(f"reminders:{name}"), "is_current": name == current}
        for name, label in words.items()
    ]


@require_GET
@needs(Right.REMINDER_EDIT)
def sent(request: HttpRequest) -> HttpResponse:
    """What was sent to whom, and what became of it."""
    seen = rights_for(request).scope(Right.REMINDER_EDIT).within("area")
    state = request.GET.get("state", "")
    page = Paginator(queries.deliveries(seen, state=state), PAGE).get_page(request.GET.get("page"))
    rows = [(row, answer_words(row.code)) for row in page.object_list]
    context = {"tabs": tabs("sent"), "page": page, "rows": rows, "states": DeliveryState.choices, "state": state}
    return render(request, "reminders/sent.html", context)


@needs(Right.REMINDER_EDIT)
def steps(request: HttpRequest) -> HttpResponse:
    """After how many working days what is late goes up; of one area after the other."""
    area = _area_asked(request)
    kept = {one.area_id: Steps(one.unit_leader, one.in_charge) for one in AreaSteps.objects.all()}
    holds = steps_for(area.pk, kept, dict(Area.objects.values_list("pk", "parent_id")))
    initial = {"unit_leader": holds.unit_leader, "in_charge": holds.in_charge}
    form = StepsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.set_steps(area=area, steps=form.steps(), by=user_of(request), at=now())
        messages.success(request, _("已保存，下一次提醒起用。"))
        return redirect(f"{reverse('reminders:steps')}?area={area.pk}")
    areas = areas_in(rights_for(request).scope(Right.REMINDER_EDIT))
    context = {"tabs": tabs("steps"), "form": form, "area": area, "areas": areas, "is_own": area.pk in kept}
    return render(request, "reminders/steps.html", context, status=422 if request.method == "POST" else 200)


def _area_asked(request: HttpRequest) -> Area:
    """The area that the address names, else one's own."""
    rights = rights_for(request)
    key = whole(request.GET.get("area", "")) or rights.own_area(Right.REMINDER_EDIT)
    area = areas_in(rights.scope(Right.REMINDER_EDIT)).filter(pk=key or 0).first()
    if area is None or not rights.exercise(Right.REMINDER_EDIT, area=area.pk):
        raise Http404
    return area
