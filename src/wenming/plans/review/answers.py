"""What goes back after an act: the panel, and the pieces of the page that the act touched, to be swapped in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now

from wenming.accounts.access import user_of
from wenming.plans.actions.steps import Mark, last_by_hand
from wenming.plans.models import MarkState, PlanVersion, Step
from wenming.plans.review import queries
from wenming.plans.review.page import Page
from wenming.plans.review.panel import Panel, panel_of
from wenming.plans.review.told import tell
from wenming.plans.review.words import CODE_WORDS, mine_words, words_of
from wenming.reading.second.doubts import suggested

_OWN = {"csrfmiddlewaretoken", "revision"}  # fields of a form that are not a person's


def page_of(version: PlanVersion) -> Page:
    """The version's review page."""
    review = queries.load(version)
    return Page(review, queries.class_sizes(review))


def frame(request: HttpRequest, page: Page) -> dict[str, Any]:
    """What every piece of the page may need: the bar's counts, the last step, who else is here."""
    version, me = page.version, user_of(request)
    last = last_by_hand(version, me)
    return {
        "page": page,
        "version": version,
        "plan": version.plan,
        "last": last,
        "last_words": tell(last, version.text) if last else "",
        "newest": queries.newest(version),
        "others": queries.others(version, me, now()),
    }


def answer(request: HttpRequest, version: PlanVersion, key: str, steps: Iterable[Step], said: str = "") -> HttpResponse:
    """The panel of ``key`` with all that ``steps`` touched, and what is ``said`` of it; without htmx the whole page."""
    if not is_piecewise(request):
        if said:
            messages.success(request, said)
        return redirect(f"{reverse('plans:review', args=[version.pk])}?mark={key}")
    version.refresh_from_db()
    context = frame(request, page_of(version)) | {"panel": panel_of(version, key)}
    response = render(request, "plans/review/answer.html", context | touched(context["page"], list(steps)))
    if said:
        response["HX-Trigger"] = json.dumps({"toast": {"text": said, "kind": "success"}})
    return response


def touched(page: Page, steps: Sequence[Step]) -> dict[str, Any]:
    """The paragraphs and measures that the steps changed; the whole outline where measures came or went."""
    changes = [change for step in steps for change in step.changes]
    states = [
        (change["mark"], fields) for change in changes for fields in (change["before"], change["after"]) if fields
    ]
    regrouped = any(_regroups(change) for change in changes)
    places = {(fields["start"], fields["end"]) for mark, fields in states if mark in {"duty", "term"}}
    places |= set(queries.places_of_doubts(page.version, {one["id"] for one in changes if one["mark"] == "doubt"}))
    if regrouped:
        places |= {(view.measure.start, view.measure.start + 1) for view in page.measures}
    keys = {fields["measure_id"] for _mark, fields in states if "measure_id" in fields}
    keys |= {change["id"] for change in changes if change["mark"] == "measure"}
    return {
        "paragraphs": page.paragraphs(places),
        "measures": [view for view in page.measures if view.measure.pk in keys and not regrouped],
        "regrouped": regrouped,
    }


def suggested_pieces(page: Page) -> dict[str, Any]:
    """The paragraphs and measures that the second reader suggests something of."""
    doubts = [doubt for doubt in page.review.doubts if suggested(doubt.code)]
    keys = {doubt.measure_id for doubt in doubts}
    return {
        "paragraphs": page.paragraphs({(doubt.start, doubt.end) for doubt in doubts}),
        "measures": [view for view in page.measures if view.measure.pk in keys],
        "regrouped": False,
    }


def _regroups(change: dict[str, Any]) -> bool:
    """Whether a measure came, went, or has another extent: then the numbers of those after it change too."""
    if change["mark"] != "measure":
        return False
    before, after = change["before"], change["after"]
    if before is None or MarkState.REMOVED in {before["state"], after["state"]}:
        return True
    return bool(before["start"] != after["start"] or before["end"] != after["end"])


def refuse(request: HttpRequest, version: PlanVersion, words: str) -> HttpResponse:
    """Nothing was done, and why: said at the edge of the page, which keeps what was typed."""
    if not is_piecewise(request):
        messages.error(request, words)
        return redirect("plans:review", version.pk)
    response = HttpResponse(status=204)
    response["HX-Trigger"] = json.dumps({"toast": {"text": words, "kind": "error"}})
    return response


def conflict(request: HttpRequest, version: PlanVersion, key: str, verb: str, mark: Mark) -> HttpResponse:
    """409: somebody was faster; both readings side by side and a choice."""
    panel = panel_of(version, key)
    mine = {name: request.POST.getlist(name) for name in request.POST if name not in _OWN}
    context = {"panel": panel, "verb": verb, "mark": mark, "mine": mine}
    context |= {"theirs_words": words_of(mark), "mine_words": mine_words(verb, mark, request.POST)}
    return show(request, version, "conflict", context, status=409)


def is_piecewise(request: HttpRequest) -> bool:
    """Whether htmx asks, and pieces of the page are enough."""
    return bool(getattr(request, "htmx", False))


def show_panel(request: HttpRequest, version: PlanVersion, panel: Panel | None, status: int = 200) -> HttpResponse:
    """The panel of a mark; an empty one where there is none."""
    return show(request, version, "panel", {"panel": panel}, status)


def show(
    request: HttpRequest, version: PlanVersion, inside: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """What stands in the panel, a template of that name, alone for htmx; otherwise the whole page with it."""
    template = f"plans/review/{inside}.html"
    own = {"version": version, "plan": version.plan, **context}
    if is_piecewise(request):
        return render(request, template, own, status=status)
    page = page_of(version)
    whole = {"blocks": page.paragraphs(), "codes": CODE_WORDS.items(), "inside": template}
    return render(request, "plans/review/review.html", {**frame(request, page), **whole, **own}, status=status)
