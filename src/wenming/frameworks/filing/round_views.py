"""Filing rounds: the list, opening one, how it stands by standard and by unit, accepting many, closing."""

from collections.abc import Callable, Sequence
from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.frameworks import queries
from wenming.frameworks.actions import filing_pieces, filing_rounds
from wenming.frameworks.filing import standings
from wenming.frameworks.filing.bars import bar_of
from wenming.frameworks.filing.checklist import checklist
from wenming.frameworks.filing.forms import OpeningForm
from wenming.frameworks.filing.reach import Sight, edited_filing_or_404, filing_or_404, sight_of
from wenming.frameworks.filing.standings import Line
from wenming.frameworks.filing.words import VERDICTS
from wenming.frameworks.models import ISSUED, Edition, Filing
from wenming.frameworks.queries import Part
from wenming.frameworks.reach import edited_or_404, edition_or_404, may_edit
from wenming.rules.filing.judging import Verdict
from wenming.web.numbers import keys_in, whole
from wenming.web.refusals import FieldsOf, saved
from wenming.web.searching import searched

PAGE = 30  # standards
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIELDS_OF: FieldsOf = {filing_rounds.NotIssued: (), filing_rounds.NothingWanted: ("parts",)}


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def filings(request: HttpRequest, pk: int) -> HttpResponse:
    """The rounds of all editions of a framework, the newest first."""
    edition = edition_or_404(request, pk)
    rows = Filing.objects.filter(edition__framework=edition.framework_id).select_related("edition", "opened_by")
    context = {
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "may_edit": may_edit(request, edition.framework),
        "may_open": may_edit(request, edition.framework) and edition.state in ISSUED,
        "today": localdate(),
    }
    return render(request, "frameworks/filing/list.html", context)


@needs(Right.FRAMEWORK_EDIT)
def open_filing(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a round."""
    edition = edition_or_404(request, pk)
    edited_or_404(request, edition.framework)
    parts = _wanting(edition)
    form = OpeningForm(request.POST or None, parts=parts)

    def save() -> Filing:
        opening = form.opening(_standards(edition, parts, form.cleaned_data["parts"]))
        return filing_rounds.open_filing(edition=edition, opening=opening, by=user_of(request), at=now())

    made = saved(form, save, _FIELDS_OF)
    if made:
        messages.success(request, _("申报已经发起。先看看哪些材料已经有了，再向单位要。"))
        return redirect("frameworks:filing", made.pk)
    context = {"form": form, "edition": edition}
    return render(request, "frameworks/filing/open.html", context, status=422 if form.is_bound else 200)


def _wanting(edition: Edition) -> list[Part]:
    """The topmost items below which something wants material."""
    rows = edition.items.filter(is_standard=True).order_by("position").values_list("position", "body__evidence")
    wanting = [position for position, evidence in rows if evidence]
    return [one for one in queries.parts_of(edition) if any(one.item.position <= at < one.end for at in wanting)]


def _standards(edition: Edition, parts: Sequence[Part], chosen: Sequence[str]) -> list[int]:
    spans = [(one.item.position, one.end) for one in parts if str(one.item.position) in chosen]
    rows = edition.items.filter(is_standard=True).values_list("pk", "position")
    return [key for key, position in rows if any(first <= position < end for first, end in spans)]


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """How the round stands: by standard, those with gaps first; or unit by unit."""
    found = filing_or_404(request, pk)
    sight = sight_of(found, rights_for(request))
    lines = standings.lines_of(found, sight)
    counts = standings.counts_of(lines)
    context = {
        "filing": found,
        "edition": found.edition,
        "sight": sight,
        "counts": counts,
        "total": len(lines),
        "done": counts[Verdict.COMPLETE],
        "gaps": sum(line.standing.is_gap for line in lines),
        "bar": bar_of(counts),
        "verdicts": [(verdict.value, VERDICTS[verdict], count) for verdict, count in counts.items() if count],
        "today": localdate(),
        "job": found.job,
    }
    if request.GET.get("by") == "unit":
        shares = standings.shares_of(lines, None if sight.seen is None else frozenset(sight.seen))
        page = Paginator(shares, PAGE).get_page(request.GET.get("page"))
        return render(request, "frameworks/filing/units.html", context | {"page": page})
    return render(request, "frameworks/filing/filing.html", context | _asked(request, lines, sight))


def _asked(request: HttpRequest, lines: Sequence[Line], sight: Sight) -> dict[str, object]:
    """What the filters of the address leave."""
    text, verdict = searched(request.GET), request.GET.get("verdict", "")
    unit = whole(request.GET.get("unit", ""))
    left = [line for line in lines if _is_asked(line, text, verdict, unit)]
    shares = standings.shares_of(lines, None if sight.seen is None else frozenset(sight.seen))
    page = Paginator(standings.groups_of(left), PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "text": text,
        "verdict": verdict,
        "unit": unit,
        "units": [one.unit for one in shares],
        "is_filtered": bool(text or verdict or unit),
        "acceptable": sum(len(line.acceptable) for group in page for line in group.lines) if sight.is_office else 0,
    }


def _is_asked(line: Line, text: str, verdict: str, unit: int | None) -> bool:
    want = line.want
    said = f"{want.code} {want.title} {want.what} {want.format}".casefold()
    if any(word not in said for word in text.casefold().split()):
        return False
    if verdict == "gap" and not line.standing.is_gap:
        return False
    if verdict in VERDICTS and line.standing.verdict != verdict:
        return False
    return unit is None or unit in line.units


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def checklist_excel(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The check list of all that the person sees, with its gaps, as Excel."""
    found = filing_or_404(request, pk)
    lines = standings.lines_of(found, sight_of(found, rights_for(request)))
    title = _("%(filing)s 材料清单") % {"filing": found.title}
    data = BytesIO(checklist(found, lines, title=title))
    return FileResponse(data, as_attachment=True, filename=download_name(title, ".xlsx"), content_type=XLSX)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept all that is ticked."""
    found = edited_filing_or_404(request, pk)
    keys = keys_in(request.POST.getlist("piece"))

    def do() -> str:
        count = filing_pieces.accept_pieces(filing=found, pieces=keys, by=user_of(request), at=now())
        return ngettext("通过了 %(count)d 份材料。", "通过了 %(count)d 份材料。", count) % {"count": count}

    return _done(request, found, do)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is handed in any more."""
    found = edited_filing_or_404(request, pk)

    def do() -> str:
        filing_rounds.close_filing(filing=found, by=user_of(request), at=now())
        return _("申报已经结束。要改材料，可以重新打开。")

    return _done(request, found, do)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It goes on."""
    found = edited_filing_or_404(request, pk)

    def do() -> str:
        filing_rounds.reopen_filing(filing=found, by=user_of(request), at=now())
        return _("申报重新打开了。")

    return _done(request, found, do)


def _done(request: HttpRequest, found: Filing, do: Callable[[], str]) -> HttpResponse:
    """Do it and say what came of it, or say why not."""
    try:
        messages.success(request, do())
    except (filing_rounds.FilingClosed, filing_rounds.FilingOpen) as error:
        messages.error(request, str(error))
    return redirect("frameworks:filing", found.pk)
