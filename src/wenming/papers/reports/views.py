"""The report as a page made for paper, and as a Word file."""

import re
from datetime import date
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.queries import county_name
from wenming.accounts.rights import Right
from wenming.papers.calendar.month import YEARS
from wenming.papers.calendar.views import filters
from wenming.papers.reports.loading import load
from wenming.papers.reports.paper import KIND_WORDS, Paper, paper_of
from wenming.papers.reports.report import About, Kind, build, following, span_of, usual_day
from wenming.papers.reports.word import TYPE, write
from wenming.papers.seen import Chosen, chosen_in

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what Windows allows in no file's name


@require_GET
@needs(Right.WORK_VIEW)
def report(request: HttpRequest) -> HttpResponse:
    """The report of the week or month that the address names, else of this one; on its first day of the last one,
    since this one has nothing to tell yet.
    """
    about, chosen = _asked(request)
    context = {
        "paper": _paper(request, about, chosen),
        "about": about,
        "address": f"?{_query(about, chosen)}",
        "kept": [("kind", about.kind.value), ("on", about.span.first.isoformat())],
        "kinds": [
            {"label": words, "address": f"?{chosen.query(kind=kind.value, on=about.span.first)}", "kind": kind.value}
            for kind, words in KIND_WORDS.items()
        ],
        **_steps(about, chosen),
        **filters(request, chosen),
    }
    return render(request, "papers/reports/page.html", context)


@require_GET
@needs(Right.WORK_VIEW)
def word(request: HttpRequest) -> HttpResponseBase:
    """The same as a Word file."""
    about, chosen = _asked(request)
    paper = _paper(request, about, chosen)
    name = _NO_NAME.sub(" ", f"{paper.title} {paper.whose} {about.span.first} {about.span.last}.docx")
    made = BytesIO(write(paper, made_on=about.made_on))
    return FileResponse(made, as_attachment=True, filename=name, content_type=TYPE)


def _asked(request: HttpRequest) -> tuple[About, Chosen]:
    """What the address asks for; a day that makes no sense is none, another kind a week."""
    chosen, today = chosen_in(request), localdate()
    kind = request.GET.get("kind", "")
    made = Kind(kind) if kind in set(Kind) else Kind.WEEK
    span = span_of(made, _day(request.GET.get("on", "")) or usual_day(made, today))
    whose = chosen.unit.name if chosen.unit else county_name()
    return About(made, span, today, whose, chosen.plan.plan.title if chosen.plan else ""), chosen


def _paper(request: HttpRequest, about: About, chosen: Chosen) -> Paper:
    return paper_of(build(about, load(about, rights_for(request), chosen)))


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def _query(about: About, chosen: Chosen) -> str:
    return chosen.query(kind=about.kind.value, on=about.span.first)


def _steps(about: About, chosen: Chosen) -> dict[str, Any]:
    """Where the period before, the one after and the current one are."""
    before = span_of(about.kind, date.fromordinal(about.span.first.toordinal() - 1))
    after = following(about.kind, about.span)
    kind = about.kind.value
    return {
        "before": f"?{chosen.query(kind=kind, on=before.first)}" if before.first.year in YEARS else "",
        "after": f"?{chosen.query(kind=kind, on=after.first)}" if after.first.year in YEARS else "",
        "now": f"?{chosen.query(kind=kind, on=about.made_on)}",
    }
