"""The month, and a day with all that falls due."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.papers.calendar.month import YEARS, Day, month_named, shown, weeks_of
from wenming.papers.calendar.queries import Entry, due_on, entries_between
from wenming.papers.seen import Chosen, cells_seen, chosen_in, plans_seen, units_offered
from wenming.rules.commitments.together import NOT_ASKED, WORST_FIRST
from wenming.rules.days.months import month_after
from wenming.rules.days.words import unannounced_in_words
from wenming.web.numbers import whole
from wenming.work.verdicts.days import calendar

SHOWN = 3  # measures in the square of a day
PAGE = 100


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the month as the page shows it."""

    day: Day
    reason: str
    entries: tuple[Entry, ...]
    rest: int  # measures that the square has no room for
    address: str  # of the day, with what is chosen

    @property
    def is_bare(self) -> bool:
        """Whether a phone may leave it out."""
        return not self.entries and not self.day.is_today and not self.reason


@require_GET
@needs(Right.WORK_VIEW)
def month(request: HttpRequest) -> HttpResponse:
    """What falls due in a month, on the days of a wall calendar."""
    chosen, today, powers = chosen_in(request), localdate(), rights_for(request)
    first = month_named(request.GET.get("month", ""), otherwise=today)
    span = shown(first)
    entries = entries_between(cells_seen(powers, chosen), span)
    language = get_language() or "zh"
    weeks = [
        [_square(day, list(entries.get(day.on, ())), chosen, language) for day in week]
        for week in weeks_of(first, today=today, calendar=calendar())
    ]
    context = {
        "first": first,
        "weeks": weeks,
        "total": sum(len(found) for on, found in entries.items() if on.month == first.month),
        "legend": [state.value for state in WORST_FIRST if state not in NOT_ASKED],
        "unannounced": unannounced_in_words(calendar().unannounced(span.first, span.last), language),
        **_steps(first, chosen, today),
        **filters(request, chosen),
    }
    return render(request, "papers/calendar/month.html", context)


def filters(request: HttpRequest, chosen: Chosen) -> dict[str, Any]:
    """What the page offers to choose from."""
    powers = rights_for(request)
    return {"chosen": chosen, "units": units_offered(powers), "plans": list(plans_seen(powers))}


def _square(day: Day, entries: list[Entry], chosen: Chosen, language: str) -> Square:
    room = SHOWN if len(entries) <= SHOWN else SHOWN - 1  # the last line says how many more there are
    address = f"{reverse('papers:day')}?{chosen.query(on=day.on)}"
    return Square(day, day.reason(language), tuple(entries[:room]), len(entries[room:]), address)


def _steps(first: date, chosen: Chosen, today: date) -> dict[str, str]:
    """Where the month before, the one after, and this one are; nowhere beyond what the calendar knows."""
    before, after = month_after(first, -1), month_after(first)
    return {
        "before": f"?{chosen.query(month=f'{before:%Y-%m}')}" if before.year in YEARS else "",
        "after": f"?{chosen.query(month=f'{after:%Y-%m}')}" if after.year in YEARS else "",
        "now": f"?{chosen.query(month=f'{today:%Y-%m}')}",
    }


@require_GET
@needs(Right.WORK_VIEW)
def day(request: HttpRequest) -> HttpResponse:
    """All that falls due on the day that the address names, each line with its working."""
    at, chosen = _day(request.GET.get("on", "")), chosen_in(request)
    measure = whole(request.GET.get("measure", ""))
    rows = due_on(cells_seen(rights_for(request), chosen), at, measure)
    context = {
        "on": at,
        "month": f"?{chosen.query(month=f'{at:%Y-%m}')}",
        "chosen": chosen,
        "measure": measure,
        "whole_day": f"?{chosen.query(on=at)}",
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "papers/calendar/day.html", context)


def _day(text: str) -> date:
    """The day of the address, today where it names none; 404 for one that is not there."""
    try:
        found = date.fromisoformat(text) if text else localdate()
    except ValueError as error:
        raise Http404 from error
    if found.year not in YEARS:
        raise Http404
    return found
