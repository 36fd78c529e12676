"""Putting a version in force: what stands, what blocks, what only warns, and the one button."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.plans.actions import enforcing
from wenming.plans.models import MarkState, PlanVersion, VersionState
from wenming.plans.readings import reading_of
from wenming.plans.review.answers import page_of
from wenming.plans.review.outline import MeasureView
from wenming.plans.review.page import Page
from wenming.plans.review.views import version_for_review
from wenming.reading import model as reading
from wenming.reading.lint import lint
from wenming.reading.messages import grade_of, say

BLOCKS: Mapping[type[ValueError], str | Promise] = {
    enforcing.NotReviewed: gettext_lazy("这一版不在核对中，不能付诸执行。"),
    enforcing.NoMeasures: gettext_lazy("这一版没有措施。请先在核对页选中文字，标出措施。"),
    enforcing.NewerInForce: gettext_lazy("更新的一版已经在执行，不能再退回到这一版。"),
}


@dataclass(frozen=True)
class Finding:
    """A finding of lint, with the measure that it is about, where it is about one."""

    sentence: str
    grade: str  # error, warn or hint
    key: str
    measure: str


@require_http_methods(["GET", "POST"])
@needs(Right.PLAN_REVIEW)
def enforce(request: HttpRequest, pk: int) -> HttpResponse:
    """The summary before a version is put in force, and doing so."""
    version = version_for_review(request, pk)
    if version.state == VersionState.IN_FORCE:
        return redirect("plans:plan", version.plan_id)
    if request.method == "POST":
        return _put_in_force(request, version)
    return _summary(request, version)


def _put_in_force(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    knowing = "knowing" in request.POST
    try:
        enforcing.put_in_force(version_id=version.pk, in_spite_of_doubts=knowing, by=user_of(request), at=now())
    except enforcing.StillDoubtful:
        return _summary(request, version, error=_("还有存疑没有看。请看完，或者勾选“先付诸执行”。"))
    except tuple(BLOCKS) as error:
        return _summary(request, version, error=str(BLOCKS[type(error)]))
    messages.success(
        request, _("“%(title)s”已付诸执行，各单位现在就能看到自己的任务。") % {"title": version.plan.title}
    )
    return redirect("plans:table", version.plan_id)


def _summary(request: HttpRequest, version: PlanVersion, error: str = "") -> HttpResponse:
    page = page_of(version)
    context = _counts(page) | {"version": version, "plan": version.plan, "page": page, "error": error}
    hindrance = enforcing.hindrance(version)
    context["blocked"] = BLOCKS[hindrance] if hindrance else ""
    context["findings"] = _findings(version, page)
    context["before"] = version.plan.versions.filter(state=VersionState.IN_FORCE).first()
    return render(request, "plans/review/enforce.html", context, status=422 if error else 200)


def _counts(page: Page) -> dict[str, Any]:
    units = [mark for view in page.measures for mark in view.units]
    terms = [mark for view in page.measures for mark in view.terms]
    alive = {view.measure.pk for view in page.measures}
    duties = [duty for duty in page.review.duties if duty.measure_id in alive and duty.state != MarkState.REMOVED]
    unmatched = sorted({duty.name for duty in duties if duty.unit_id is None and duty.unit_class_id is None})
    matched = {(duty.unit_id, duty.unit_class_id) for duty in duties} - {(None, None)}
    return {
        "measures": len(page.measures),
        "units": len(units),
        "matched": len(matched),
        "terms": len(terms),
        "unmatched": unmatched,
        "unlooked": sum(not mark.is_settled for mark in [*units, *terms]),
    }


def _findings(version: PlanVersion, page: Page) -> list[Finding]:
    """What lint says of the version as it stands after review."""
    language = get_language() or "zh"
    found = lint(reading_of(version))
    return [_finding(one, language, _holding(page, one.start)) for one in found]


def _finding(found: reading.Doubt, language: str, holder: MeasureView | None) -> Finding:
    """The sentence with its measure, which it does not name itself."""
    key, title = (holder.key, holder.measure.title) if holder else ("", "")
    return Finding(say(found.code, found.about, language), grade_of(found.code).value, key, title)


def _holding(page: Page, place: int) -> MeasureView | None:
    """The measure that holds the place, if one does."""
    return next((view for view in page.measures if view.measure.start <= place < view.measure.end), None)
