"""A unit's page, and what plans have to say on the desk 我的事."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.models import PostRole
from wenming.accounts.queries import posts_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.places.queries import current_unit
from wenming.places.reach import reaches
from wenming.plans.desk.holdings import holdings_of
from wenming.plans.desk.office import last_in_force, waiting_for_review

SHOWN = {"shown_first": ":8", "shown_rest": "8:"}  # of what falls due; the rest is one click away


@needs(Right.UNIT_VIEW)
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """What one unit answers for under the plans in force."""
    found = Unit.objects.select_related("area").prefetch_related("parents").filter(pk=pk).first()
    if found is None:
        return redirect("plans:unit", _kept(pk).pk)
    context = {
        "unit": found,
        "holdings": holdings_of([found.pk], powers=rights_for(request), today=localdate()),
        "may_edit": reaches(request, Right.UNIT_EDIT, found),
        "may_see_work": rights_for(request).reaches(Right.WORK_VIEW, area=found.area_id, unit=found.pk),
        "today": localdate(),
        **SHOWN,
    }
    return render(request, "plans/desk/unit.html", context)


def _kept(key: int) -> Unit:
    """The unit into which the one of this key was merged, since both were one."""
    unit = current_unit(key)
    if unit is None:
        raise Http404
    return unit


def desk_of(request: HttpRequest) -> dict[str, Any]:
    """我的事, as plans know it: the units one answers for and what they hold, what waits, what is in force."""
    posts = list(posts_of(user_of(request), on=localdate()))
    units = {post.unit.pk: post.unit for post in posts if post.role == PostRole.LIAISON and post.unit}
    rights = rights_for(request)
    return {
        "posts": posts,
        "units": list(units.values()),
        "holdings": holdings_of(list(units), powers=rights, today=localdate()) if units else None,
        "waiting": waiting_for_review(rights) if Right.PLAN_REVIEW in rights else None,
        "in_force": last_in_force(rights) if Right.PLAN_VIEW in rights else None,
        "today": localdate(),
        **SHOWN,
    }
