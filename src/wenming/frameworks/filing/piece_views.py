"""The page of one piece: its text with what proves it, its figures with their sources, its versions, its review."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.actions import filing_pieces, filing_proofs
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.filing import standings
from wenming.frameworks.filing.forms import DaysForm, FileForm, JudgeForm, LinkForm, ProvingForm, TextForm
from wenming.frameworks.filing.marking import Stretch, stretches
from wenming.frameworks.filing.reach import Sight, filled_piece_or_404, piece_or_404
from wenming.frameworks.filing.want_views import (
    FIELDS_OF,
    FILE_FIELDS,
    REFUSED,
    file_of,
    link_of,
    text_of,
    units_of,
)
from wenming.frameworks.filing.words import fault_words
from wenming.frameworks.models import Piece, PieceKind, PieceState, Proving
from wenming.rules.filing.figures import Figure, figures_of
from wenming.web.refusals import saved
from wenming.work.evidence.queries import evidence_seen, shown
from wenming.work.records.reach import records_seen


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    """The piece."""
    found, sight = piece_or_404(request, pk)
    return render(request, "frameworks/filing/piece.html", _context(request, found, sight))


def _context(request: HttpRequest, found: Piece, sight: Sight) -> dict[str, object]:
    line = standings.line_of(found.want, sight)
    is_changeable = found.is_current and found.want.filing.is_open
    may_fill = is_changeable and sight.fills(found.want)
    proofs = list(found.provings.select_related("made_by"))
    return {
        "piece": found,
        "want": found.want,
        "filing": found.want.filing,
        "edition": found.want.filing.edition,
        "faults": [fault_words(one, line.standing, found.want) for one in line.standing.fault_of(found.pk)],
        "versions": Piece.objects.filter(want=found.want_id, line=found.line).select_related("added_by", "judged_by"),
        "stretches": marked_text(found, proofs),
        "words": standings.length_of(found),
        "provings": proofs,
        "figures": sourced(found),
        "may_fill": may_fill,
        "may_judge": is_changeable and sight.is_office,
        "shown": shown(found.evidence) if found.evidence else None,
        "sees_evidence": _sees_evidence(request, found),
        "sees_record": _sees_record(request, found),
        "proving_form": ProvingForm(),
        "days_form": DaysForm(initial={"first": found.first, "last": found.last}),
    }


def _sees_evidence(request: HttpRequest, found: Piece) -> bool:
    return found.evidence_id is not None and evidence_seen(rights_for(request)).filter(pk=found.evidence_id).exists()


def _sees_record(request: HttpRequest, found: Piece) -> bool:
    return found.record_id is not None and records_seen(rights_for(request)).filter(pk=found.record_id).exists()


def marked_text(found: Piece, proofs: Sequence[Proving]) -> list[list[Stretch]]:
    """The report line by line, with what proves it marked."""
    return [stretches(line, [one.words for one in proofs]) for line in found.text.splitlines()]


def sourced(found: Piece) -> list[tuple[Figure, str]]:
    """The figures of a report, those without a source first."""
    if found.kind != PieceKind.TEXT:
        return []
    sources = dict(found.sources.values_list("figure", "source"))
    rows = [(one, sources.get(one.words, "")) for one in figures_of(found.text)]
    return sorted(rows, key=lambda row: row[1] != "")


@needs(Right.WORK_RECORD)
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Put another version in its place: another text, link or file."""
    found, sight = filled_piece_or_404(request, pk)
    form, save = _form(request, found, sight)
    made = saved(form, save, {**FIELDS_OF, **FILE_FIELDS})
    if made:
        messages.success(request, _("已替换；原来的一份还在“历次版本”里。"))
        return redirect("frameworks:piece", made.pk)
    context = {"form": form, "piece": found, "want": found.want, "filing": found.want.filing}
    name = "write" if found.kind == PieceKind.TEXT else "replace"
    return render(request, f"frameworks/filing/{name}.html", context, status=422 if form.is_bound else 200)


def _form(
    request: HttpRequest, found: Piece, sight: Sight
) -> tuple[TextForm | LinkForm | FileForm, Callable[[], Piece]]:
    """The form for what the piece is, and what saves it."""
    units, data = units_of(found.want, sight), request.POST or None
    initial = {"title": found.title, "unit": found.unit_id, "first": found.first}
    if found.kind == PieceKind.TEXT:
        initial["text"] = found.text
        text = TextForm(data, units=units, most=found.want.max_words, initial=initial)
        return text, lambda: _replace(request, found, text_of(text))
    if found.kind == PieceKind.LINK:
        link = LinkForm(data, units=units, initial={**initial, "link": found.link})
        return link, lambda: _replace(request, found, link_of(link))
    file = FileForm(data, request.FILES or None, units=units, must=True, initial=initial)
    return file, lambda: _replace(request, found, file_of(request, file))


def _replace(request: HttpRequest, found: Piece, content: Content) -> Piece:
    return filing_pieces.replace_piece(piece=found, content=content, by=user_of(request), at=now())


@require_POST
@needs(Right.WORK_RECORD)
def take_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it no more."""
    found, _sight = filled_piece_or_404(request, pk)

    def do() -> str:
        filing_pieces.take_away(piece=found, by=user_of(request), at=now())
        return _("已拿掉；在页面下方可以放回。")

    return _done(request, do, "frameworks:want", found.want_id)


@require_POST
@needs(Right.WORK_RECORD)
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Give again what was taken away."""
    found, _sight = filled_piece_or_404(request, pk)

    def do() -> str:
        filing_pieces.put_back(piece=found, by=user_of(request), at=now())
        return _("已放回。")

    return _done(request, do, "frameworks:want", found.want_id)


@require_POST
@needs(Right.WORK_RECORD)
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of which days it is."""
    found, _sight = filled_piece_or_404(request, pk)
    form = DaysForm(request.POST)

    def do() -> str:
        first, last = form.cleaned_data["first"], form.cleaned_data["last"] or form.cleaned_data["first"]
        filing_pieces.date_piece(piece=found, first=first, last=last, by=user_of(request), at=now())
        return _("日期已保存。")

    if not form.is_valid():
        messages.error(request, _("日期没有写对，请按 2026-03-05 的样子填写。"))
        return redirect("frameworks:piece", pk)
    return _done(request, do, "frameworks:piece", pk)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept it, return it with a reason, or take that back."""
    found, sight = piece_or_404(request, pk)
    if not (sight.is_office and _is_edited(request, found)):
        raise Http404
    form = JudgeForm(request.POST)
    if not form.is_valid():
        raise Http404
    state, reason = PieceState(form.cleaned_data["state"]), form.cleaned_data["reason"]

    def do() -> str:
        filing_pieces.judge_piece(piece=found, state=state, reason=reason, by=user_of(request), at=now())
        return _("审核结果：%(state)s。") % {"state": state.label}

    return _done(
        request, do, "frameworks:want" if "to_want" in request.POST else "frameworks:piece", _back(request, found)
    )


def _back(request: HttpRequest, found: Piece) -> int:
    return found.want_id if "to_want" in request.POST else found.pk


def _is_edited(request: HttpRequest, found: Piece) -> bool:
    area = found.want.filing.edition.framework.area_id
    return rights_for(request).exercise(Right.FRAMEWORK_EDIT, area=area)


@require_POST
@needs(Right.WORK_RECORD)
def prove(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark the words that prove it."""
    found, sight = filled_piece_or_404(request, pk)
    form = ProvingForm(request.POST)

    def save() -> Proving:
        given = form.cleaned_data
        return filing_proofs.mark_proving(
            piece=found, words=given["words"], page=given["page"], by=user_of(request), at=now()
        )

    if saved(form, save, {**FIELDS_OF, filing_proofs.NotInText: ("words",)}):
        messages.success(request, _("印证语句已标出。"))
        return redirect("frameworks:piece", pk)
    context = _context(request, found, sight) | {"proving_form": form}
    return render(request, "frameworks/filing/piece.html", context, status=422)


@require_POST
@needs(Right.WORK_RECORD)
def unprove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mark away."""
    proving = get_object_or_404(Proving, pk=pk)
    found, _sight = filled_piece_or_404(request, proving.piece_id)
    proving.piece = found

    def do() -> str:
        filing_proofs.unmark_proving(proving=proving, by=user_of(request), at=now())
        return _("已取消这一处印证。")

    return _done(request, do, "frameworks:piece", found.pk)


@require_POST
@needs(Right.WORK_RECORD)
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where the figures come from: ``figure`` and ``source`` side by side."""
    found, _sight = filled_piece_or_404(request, pk)
    sources = dict(zip(request.POST.getlist("figure"), request.POST.getlist("source"), strict=False))

    def do() -> str:
        count = filing_proofs.source_figures(piece=found, sources=sources, by=user_of(request), at=now())
        return ngettext("改了 %(count)d 个数字的来源。", "改了 %(count)d 个数字的来源。", count) % {"count": count}

    return _done(request, do, "frameworks:piece", pk)


def _done(request: HttpRequest, do: Callable[[], str], name: str, pk: int) -> HttpResponse:
    try:
        messages.success(request, do())
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect(name, pk)
