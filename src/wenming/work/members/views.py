"""Rolls on the page: how many are on each, who they are, who took part; one person, and the list a record offers."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.plans.reach import seen_or_404
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.seen import one_line
from wenming.web.numbers import whole
from wenming.work.members import actions, queries
from wenming.work.members.forms import MemberForm, filled
from wenming.work.members.listing import attendance, workbook
from wenming.work.members.reach import sees_names, unit_kept_or_404, unit_seen_or_404
from wenming.work.members.rolls import population_of
from wenming.work.models import Commitment, Member
from wenming.work.records.reach import own_unit, units_to_record
from wenming.work.records.roster import MOST_PEOPLE
from wenming.work.verdicts.explaining import Working, working_of

PAGE = 50
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.WORK_VIEW)
def roll_list(request: HttpRequest) -> HttpResponse:
    """The rolls of the units that the person sees, with how many people each has today."""
    rows = queries.rolls_seen(rights_for(request), localdate())
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    mine = own_unit(request) if Right.WORK_RECORD in rights_for(request) else None
    return render(request, "work/members/list.html", {"page": page, "mine": mine})


@require_GET
@needs(Right.WORK_VIEW)
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit's roll: names for who records for it, else only how many."""
    unit = unit_seen_or_404(request, pk)
    words = queries.populations_of(unit)
    population = _population(request, words)
    search = one_line(request.GET.get("q", ""))[:40]
    may_see = sees_names(request, unit)
    found = queries.members_of(unit, population, words=search if may_see else "")
    page = Paginator(found if may_see else found.none(), PAGE).get_page(request.GET.get("page"))
    context = {
        "unit": unit,
        "populations": words,
        "population": population,
        "search": search,
        "sees_names": may_see,
        "page": page,
        "count": queries.members_of(unit, population, day=localdate()).count(),
        "added": _uuid(request.GET.get("added", "")),
        "today": localdate(),
    }
    return render(request, "work/members/roll.html", context)


def _population(request: HttpRequest, words: Sequence[str]) -> str:
    asked = one_line(request.GET.get("population", ""))
    return asked if asked in words else next(iter(words), "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@needs(Right.WORK_RECORD)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: another spelling or office, or the last day of who has left; taken back by emptying it."""
    member = get_object_or_404(Member.objects.select_related("unit"), pk=pk)
    unit = unit_kept_or_404(request, member.unit_id)
    form = MemberForm(request.POST or None, initial=filled(member))
    if form.is_valid():
        population = form.cleaned_data["population"]
        try:
            actions.change_member(member=member, population=population, row=form.row, by=user_of(request), at=now())
        except actions.AlreadyListed as error:
            form.add_error("office", str(error))
        else:
            messages.success(request, _("已保存。"))
            return redirect("work:roll", unit.pk)
    context = {"form": form, "unit": unit, "member": member}
    return render(request, "work/members/member.html", context, status=422 if form.is_bound else 200)


@require_GET
@needs(Right.WORK_RECORD)
def excel(request: HttpRequest, pk: int) -> FileResponse:
    """The columns to fill in; the people of the roll only where ``names`` asks for them, and the log tells of it."""
    unit = unit_kept_or_404(request, pk)
    population = _population(request, queries.populations_of(unit))
    members = list(queries.members_of(unit, population)) if "names" in request.GET else []
    actions.tell_of_names(unit=unit, population=population, members=members, by=user_of(request), at=now())
    name = _("名册 %(unit)s.xlsx") % {"unit": unit.short} if members else _("名册 空表.xlsx")
    return FileResponse(BytesIO(workbook(members)), as_attachment=True, filename=name, content_type=_WORKBOOK)


@require_GET
@needs(Right.WORK_RECORD)
def offered(request: HttpRequest) -> HttpResponse:
    """A piece: the people of a unit's roll to be ticked for a record."""
    unit = units_to_record(request).filter(pk=whole(request.GET.get("unit", "")) or 0).first()
    if unit is None:
        return render(request, "work/members/_offered.html", {"members": None})
    words = queries.populations_of(unit)
    population = _asked_of(request) or _population(request, words)
    day = _day(request.GET.get("first", "")) or localdate()
    members = list(queries.members_of(unit, population, day=day)[:MOST_PEOPLE])
    context = {"members": members, "unit": unit, "population": population, "populations": words}
    return render(request, "work/members/_offered.html", context)


def _asked_of(request: HttpRequest) -> str:
    """Over whom the commitment is that asks for the record; empty where another list was chosen, or none asks."""
    key = whole(request.GET.get("commitment", ""))
    if key is None or "population" in request.GET:
        return ""
    rule = Commitment.objects.binding().filter(pk=key).values_list("rule", flat=True).first()
    return population_of(commitment_of(rule)) if rule else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_GET
@needs(Right.WORK_VIEW)
def reached(request: HttpRequest, pk: int, commitment: int, first: str) -> HttpResponse:
    """Who of the roll took part in a period, and who did not; to others only how many."""
    unit = unit_seen_or_404(request, pk)
    asked, working, by_name = _counted_or_404(request, unit, commitment, first)
    return render(request, "work/members/reached.html", _reached(request, unit, asked, working, by_name))


@require_GET
@needs(Right.WORK_RECORD)
def reached_excel(request: HttpRequest, pk: int, commitment: int, first: str) -> FileResponse:
    """The same as a workbook: office and how often, without names."""
    unit = unit_kept_or_404(request, pk)
    _asked, working, by_name = _counted_or_404(request, unit, commitment, first)
    members = queries.members_of(unit, by_name.population, day=working.shown.period.last).order_by("office", "pk")
    data = attendance((one.office, by_name.attended.get(one.pk, 0)) for one in members)
    name = _("参加情况 %(unit)s.xlsx") % {"unit": unit.short}
    return FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type=_WORKBOOK)


def _counted_or_404(
    request: HttpRequest, unit: Unit, commitment: int, first: str
) -> tuple[Commitment, Working, queries.ByName]:
    rows = Commitment.objects.binding().select_related("measure__version__plan")
    asked = get_object_or_404(rows, pk=commitment, kind="coverage")
    seen_or_404(request, asked.measure.version.plan)
    working = working_of(asked, unit.pk, first=_day(first), today=localdate())
    by_name = queries.counted_by_name(working, unit) if working else None
    if working is None or by_name is None:
        raise Http404
    return asked, working, by_name


def _reached(
    request: HttpRequest, unit: Unit, asked: Commitment, working: Working, by_name: queries.ByName
) -> dict[str, object]:
    search, only = one_line(request.GET.get("q", ""))[:40], request.GET.get("only", "")
    found = queries.members_of(unit, by_name.population, words=search, day=working.shown.period.last)
    if only in ("missing", "reached"):
        missing = list(working.shown.unreached)
        found = found.filter(pk__in=missing) if only == "missing" else found.exclude(pk__in=missing)
    may_see = sees_names(request, unit)
    page = Paginator(found if may_see else found.none(), PAGE).get_page(request.GET.get("page"))
    return {
        "unit": unit,
        "commitment": asked,
        "working": working,
        "by_name": by_name,
        "sees_names": may_see,
        "search": search,
        "only": only,
        "page": page,
        "rows": [(one, by_name.attended.get(one.pk, 0)) for one in page],
    }
