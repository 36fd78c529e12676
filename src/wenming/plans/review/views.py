"""The review of a version: the page, its history, what is new, and what concerns many marks at once."""

import json
from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.plans.actions import marking, presence, steps
from wenming.plans.models import PlanVersion, Term, VersionState
from wenming.plans.reach import reviewed_or_404
from wenming.plans.review import queries
from wenming.plans.review.answers import (
    answer,
    frame,
    is_piecewise,
    page_of,
    refuse,
    show_panel,
    suggested_pieces,
    touched,
)
from wenming.plans.review.forms import TermForm
from wenming.plans.review.panel import Panel, candidates_like, panel_of
from wenming.plans.review.second import second_of
from wenming.plans.review.told import tell, tell_all
from wenming.reading.model import TermKind
from wenming.web.numbers import whole

HISTORY = 100  # steps shown


def version_for_review(request: HttpRequest, pk: int) -> PlanVersion:
    """A version that can be reviewed and is the person's to review, or 404."""
    return _version_in(request, pk, steps.OPEN)


def _version_once_open(request: HttpRequest, pk: int) -> PlanVersion:
    """A version that can be reviewed or could be before another took its place, or 404."""
    return _version_in(request, pk, (*steps.OPEN, VersionState.SUPERSEDED))


def _version_in(request: HttpRequest, pk: int, states: Sequence[VersionState]) -> PlanVersion:
    version = get_object_or_404(PlanVersion.objects.select_related("plan", "job"), pk=pk, state__in=states)
    reviewed_or_404(request, version.plan)
    return version


def panel_for(version: PlanVersion, key: str) -> Panel:
    """The panel of a mark of the version, or 404."""
    found = panel_of(version, key)
    if found is None:
        raise Http404
    return found


@require_GET
@needs(Right.PLAN_REVIEW)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The document on the left, the measures on the right; ``?mark=duty-12`` opens the panel of a mark."""
    version = _version_once_open(request, pk)
    if version.state == VersionState.SUPERSEDED:
        messages.info(request, _("这一版已被新版替代"))
        return redirect("plans:plan", version.plan_id)
    panel = panel_of(version, request.GET["mark"]) if "mark" in request.GET else None
    return show_panel(request, version, panel)


@require_GET
@needs(Right.PLAN_REVIEW)
def show(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The panel of one mark; ``?kind=`` shows a term's fields for another kind."""
    version = version_for_review(request, pk)
    panel = panel_for(version, key)
    kind = request.GET.get("kind")
    if isinstance(panel.mark, Term) and kind in set(TermKind):
        place = (panel.mark.start, panel.mark.end)
        panel.form = TermForm(None, kind=TermKind(kind), version=version, place=place)
    return show_panel(request, version, panel)


@require_GET
@needs(Right.PLAN_REVIEW)
def units(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Units and classes whose name contains ``?q=``, to choose from for a duty."""
    version = version_for_review(request, pk)
    found = candidates_like(request.GET.get("q", "").strip())
    return render(request, "plans/review/units.html", {"version": version, "key": key, "candidates": found})


@require_GET
@needs(Right.PLAN_REVIEW)
def second(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for again and again while the second reader is at work: how far it is, and in the end what it suggests."""
    version = _version_once_open(request, pk)
    standing = second_of(version)
    if standing and standing.is_asking:
        return render(request, "plans/review/second.html", {"version": version})
    page = page_of(version)
    pieces = frame(request, page) | suggested_pieces(page)
    response = render(request, "plans/review/second_done.html", pieces)
    if standing is None:
        seen = {"text": _("第二读者看完了，它的建议在存疑里。"), "kind": "success"}
        response["HX-Trigger"] = json.dumps({"toast": seen})
    return response


@require_POST
@needs(Right.PLAN_REVIEW)
def confirm_all(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Confirm all marks of one kind that nobody has looked at and nothing speaks against."""
    version = version_for_review(request, pk)
    marks = page_of(version).confirmable_of(code)
    try:
        step = marking.confirm(version_id=pk, marks=marks, by=user_of(request), at=now()) if marks else None
    except steps.Stale:
        return refuse(request, version, _("有几处刚刚被别人改过，请再点一次。"))
    return answer(request, version, "", [step] if step else [])


@require_POST
@needs(Right.PLAN_REVIEW)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a step, or one's own last one."""
    version = version_for_review(request, pk)
    step_id = whole(request.POST.get("step", ""))
    try:
        step = steps.undo(version_id=pk, by=user_of(request), at=now(), step_id=step_id)
    except steps.NothingToUndo:
        return refuse(request, version, _("没有可以撤销的一步了。"))
    except steps.ChangedSince:
        return refuse(request, version, _("这一步之后同一处又改过，不能单独撤销。请先撤销后来的改动，或直接更正。"))
    return answer(request, version, _key_of(step.changes), [step], said=tell(step, version.text))


def _key_of(changes: list[dict[str, object]]) -> str:
    """The mark to show after undoing."""
    marks = [change for change in changes if change["mark"] != "doubt"] or changes
    return f"{marks[-1]['mark']}-{marks[-1]['id']}" if marks else ""


@require_GET
@needs(Right.PLAN_REVIEW)
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who did what, the newest first; each step can be undone."""
    version = version_for_review(request, pk)
    made = list(queries.steps(version)[:HISTORY])
    told = zip(made, tell_all(made, version.text), strict=True)
    template = "plans/review/history.html" if is_piecewise(request) else "plans/review/history_page.html"
    return render(request, template, {"version": version, "plan": version.plan, "told": told})


@require_POST
@needs(Right.PLAN_REVIEW)
def news(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for again and again by an open page: who else is here, and what they changed since step ``?since=``.

    A page of a version that was superseded meanwhile is told to load again, which leads away from it.
    """
    version = _version_once_open(request, pk)
    if version.state == VersionState.SUPERSEDED:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    presence.note(version=version, by=user_of(request), at=now())
    since = whole(request.GET.get("since", ""))
    fresh = [] if since is None else list(version.steps.filter(pk__gt=since))
    if not fresh:
        others = queries.others(version, user_of(request), now())
        context = {"version": version, "others": others, "newest": since or queries.newest(version)}
        return render(request, "plans/review/presence.html", context)
    page = page_of(version)
    return render(request, "plans/review/news.html", frame(request, page) | touched(page, fresh))
