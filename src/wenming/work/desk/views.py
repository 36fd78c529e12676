"""我的事: the desk of everybody, with what there is to record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from wenming.accounts.access import everybody, rights_for
from wenming.accounts.rights import Right
from wenming.plans.desk.views import desk_of
from wenming.work.desk import queries


@everybody
def home(request: HttpRequest) -> HttpResponse:
    """What is due and what came back, for a liaison; what waits, for the office; for all what is in force."""
    context = desk_of(request)
    units, today, powers = [unit.pk for unit in context["units"]], localdate(), rights_for(request)
    if units:
        context |= {
            "tasks": queries.tasks_of(units, today=today),
            "later": queries.later_count(units, today=today),
            "missed": queries.missed_of(units),
            "returned": queries.returned_to(units),
            "answers": queries.asked_from(units),
        }
    if Right.COMMITMENT_EDIT in powers:
        context["office"] = queries.waiting_for(powers, today=today)
    return render(request, "work/desk/home.html", context)
