"""The score as a tree that opens, and each item with its working."""

from dataclasses import replace
from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.frameworks.words import rule_words
from wenming.rules.frameworks.writing import body_of
from wenming.scores import queries
from wenming.scores.actions import rounds as actions
from wenming.scores.figures.lines import Line, supplied
from wenming.scores.figures.words import STATES, Shown
from wenming.scores.models import Round, RoundState, Supply
from wenming.scores.reach import rounds_seen, run_or_404
from wenming.scores.shown import begun_or_404, shown
from wenming.scores.standing import Standing, framework_in, standing_of
from wenming.scores.tree.lines import chosen, lines_of, walk
from wenming.scores.tree.sheet import workbook
from wenming.scores.words import points_words
from wenming.scores.working import working
from wenming.web.numbers import whole
from wenming.work.figures.reach import series_seen

PAGE = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.ROUND_VIEW)
def tree(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the round stands: the score, and one part of the framework opened."""
    found, context = shown(request, pk)
    if found.state == RoundState.PREPARING:
        return render(request, "scores/preparing.html", context)
    standing = standing_of(found)
    lines = lines_of(standing)
    part = chosen(lines, whole(request.GET.get("part", "")))
    context |= {"standing": standing, "lines": lines, "part": part, "whole": _whole(standing)}
    return render(request, "scores/round.html", context)


def _whole(standing: Standing) -> dict[str, object]:
    """The numbers at the head of the page."""
    total = standing.total
    return {
        "score": points_words(standing.score),
        "known": points_words(standing.known),
        "points": points_words(standing.points),
        "percent": None if standing.share is None else round(float(standing.share) * 100, 1),
        "off": points_words(standing.outcome.points_off) if standing.outcome.points_off else "",
        "is_eligible": standing.outcome.is_eligible,
        "is_whole": standing.points is not None and standing.known == standing.points,
        "parts": [
            (part.name, points_words(part.score), points_words(part.points)) for part in (total.parts if total else ())
        ],
        "vetoed_by": standing.result.vetoed_by,
    }


@require_GET
@needs(Right.ROUND_VIEW)
def item(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """One item: its text, its points, its rule, what was seen, and how the score came about."""
    found, context = begun_or_404(request, pk)
    standing = standing_of(found)
    line = next((one for one in walk(lines_of(standing)) if one.position == position), None)
    if line is None:
        raise Http404
    says = standing.items()[position]
    measured = queries.measured(found).filter(standard=says.code)
    codes = standing.framework.codes_of(says)
    context |= {
        "standing": standing,
        "line": line,
        "says": says,
        "rule": rule_words(body_of(replace(says, items=())), is_standard=not says.items),
        "working": working(line.result),
        "page": None if says.items else Paginator(measured, PAGE).get_page(request.GET.get("page")),
        "history": [] if says.items else queries.history(says.code, _rounds(request, found)),
        "supplied": _supplied(request, found, says.code) if context["may_run"] and not says.items else [],
        "is_named": says.code in found.left_out or (bool(codes) and codes <= set(found.left_out)),
    }
    return render(request, "scores/item.html", context)


def _supplied(request: HttpRequest, found: Round, code: str) -> list[tuple[Line, Shown]]:
    """What the figure says that the standard takes its value from, and how that stands to what the round has."""
    if not Supply.objects.filter(framework=found.edition.framework_id, standard=code).exists():
        return []
    lines = supplied(found, series_seen(rights_for(request)))
    return [(line, STATES[line.state]) for line in lines if line.leaf.code == code]


def _rounds(request: HttpRequest, found: Round) -> QuerySet[Round]:
    """The rounds of the same framework that the person may see."""
    seen = rounds_seen(rights_for(request), user_of(request))
    return seen.filter(edition__framework=found.edition.framework_id)


@require_POST
@needs(Right.ROUND_EDIT)
def leave_out(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """The item does not concern the city in this round; or does again, where ``counts`` says so."""
    found = run_or_404(request, pk)
    if not found.frame:
        raise Http404
    framework = framework_in(found)
    says = dict(enumerate(framework.root.walk())).get(position, framework.root)
    if says is framework.root or not says.code:
        raise Http404
    codes, counts = framework.codes_of(says), "counts" in request.POST
    try:
        if codes or counts:
            its = codes | {says.code} if counts else codes
            actions.leave_out(changed=found, codes=its, counts=counts, by=user_of(request), at=now())
            messages.success(request, _("又计分了。") if counts else _("已设为不适用，不计分。"))
        else:
            words = _("编号“%(code)s”有几项同用，分不清是哪一项，所以没有设。请到这一项的上一层去设。")
            messages.error(request, words % {"code": says.code})
    except actions.WrongState as error:
        messages.error(request, str(error))
    return redirect("scores:item", pk, position)


@require_GET
@needs(Right.ROUND_VIEW)
def excel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The whole tree as Excel, each item with its working."""
    found, _context = begun_or_404(request, pk)
    title = _("%(round)s 得分") % {"round": found.title}
    data = BytesIO(workbook(lines_of(standing_of(found)), title=title))
    return FileResponse(data, as_attachment=True, filename=download_name(title, ".xlsx"), content_type=XLSX)
