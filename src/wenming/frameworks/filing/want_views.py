"""The page of one wanted piece: what is there, what is proposed, and giving something for it."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import shown_name
from wenming.frameworks.actions import filing_pieces, filing_proofs, filing_rounds
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.filing import proposing, standings
from wenming.frameworks.filing.forms import FileForm, LinkForm, TextForm
from wenming.frameworks.filing.reach import Sight, filled_or_404, want_or_404
from wenming.frameworks.filing.words import fault_words, verdict_words, working
from wenming.frameworks.models import NAME_LENGTH, Piece, Want
from wenming.places.models import Unit, UnitQuerySet
from wenming.rules.filing.formats import is_report
from wenming.web.numbers import whole
from wenming.web.refusals import FieldsOf, saved
from wenming.work.evidence.actions import Given, KeyTaken, add_evidence
from wenming.work.evidence.kinds import Refused
from wenming.work.evidence.queries import evidence_seen, shown
from wenming.work.evidence.words import named_refusal
from wenming.work.models import Evidence, Record
from wenming.work.records.reach import records_seen

REFUSED = (filing_rounds.FilingClosed, filing_pieces.AlreadyGiven, filing_proofs.NotCurrent, filing_pieces.NoReason)
FIELDS_OF: FieldsOf = dict.fromkeys(REFUSED, ())
MOST_UNITS = 200


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def want(request: HttpRequest, pk: int) -> HttpResponse:
    """What is wanted, how it stands and why, what is there, and what is proposed."""
    found, sight = want_or_404(request, pk)
    return render(request, "frameworks/filing/want.html", _context(request, found, sight))


def _context(request: HttpRequest, found: Want, sight: Sight) -> dict[str, object]:
    line = standings.line_of(found, sight)
    may_fill = sight.fills(found) and found.filing.is_open
    proposed = proposing.proposals(found, sight, rights_for(request)) if may_fill else []
    units = units_of(found, sight)
    return {
        "want": found,
        "filing": found.filing,
        "edition": found.filing.edition,
        "sight": sight,
        "line": line,
        "verdict": verdict_words(line.standing),
        "working": list(working(line.standing, found)),
        "rows": [_row(one, line, found) for one in line.pieces],
        "may_fill": may_fill,
        "may_judge": sight.is_office and found.filing.is_open,
        "proposals": [(one, shown(one.evidence) if one.evidence else None) for one in proposed],
        "waved": found.passed_over.count() if may_fill else 0,
        "removed": found.pieces.filter(is_current=False).exclude(removed_by=None) if may_fill else (),
        "takes_text": is_report(found.format),
        "link_form": LinkForm(units=units, auto_id="id_link_%s"),
        "file_form": FileForm(units=units, must=True, auto_id="id_file_%s"),
        "ask": ask_address(found, sight, proposed) if sight.is_office else "",
        "neighbours": _neighbours(found, sight),
    }


def _row(piece: Piece, line: standings.Line, found: Want) -> dict[str, object]:
    faults = [fault_words(one, line.standing, found) for one in line.standing.fault_of(piece.pk)]
    return {"piece": piece, "faults": faults, "shown": shown(piece.evidence) if piece.evidence else None}


def units_of(found: Want, sight: Sight) -> UnitQuerySet:
    """Of which units something may be given: those that answer and for which the person acts."""
    return Unit.objects.filter(pk__in=sight.own_units(found)[:MOST_UNITS]).order_by("pk")


def ask_address(found: Want, sight: Sight, proposed: list[proposing.Proposal]) -> str:
    """The form of a request, filled in: what is wanted, on what ground, until when, of whom nothing is there yet."""
    have = proposing.units_with(proposed)
    there = "\n".join(f"· {one.title}" for one in proposed)
    said = [found.what, found.format, found.count, found.window]
    words = "；".join(one for one in said if one)
    if there:
        words += "\n" + _("已经有的，不用再交：") + "\n" + there
    basis = f"{found.filing.edition} {found.code}".strip()
    asked = [one for one in sight.answering.in_order(found) if one not in have]
    fields = [("title", (found.what or found.title)[:100]), ("words", words[:2000]), ("basis", basis[:200])]
    fields.append(("due", found.filing.due.isoformat()))
    return f"{reverse('work:new_request')}?{urlencode([*fields, *(('units', one) for one in asked[:MOST_UNITS])])}"


def _neighbours(found: Want, sight: Sight) -> dict[str, Want | None]:
    """The wanted pieces before and after it that the person sees."""
    rows = list(found.filing.wants.all())
    own = [one for one in rows if sight.sees(one)]
    at = next((place for place, one in enumerate(own) if one.pk == found.pk), 0)
    return {"previous": own[at - 1] if at else None, "next": own[at + 1] if at + 1 < len(own) else None}


@require_POST
@needs(Right.WORK_RECORD)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proposal, or wave it off."""
    found, sight = filled_or_404(request, pk)
    content = _proposed(request, found, sight)

    def do() -> str:
        if "off" in request.POST:
            filing_pieces.pass_over(
                want=found,
                evidence=content.evidence if content.earlier is None else None,
                told=content.record if content.earlier is None else None,
                piece=content.earlier,
                by=user_of(request),
                at=now(),
            )
            return _("这一条不再推荐。")
        filing_pieces.add_piece(want=found, content=content, by=user_of(request), at=now())
        return _("已放进这一项：%(title)s。") % {"title": content.title}

    return done(request, found, do)


def _proposed(request: HttpRequest, found: Want, sight: Sight) -> Content:
    """What the button names, where the person sees it; Http404 elsewhere."""
    kind, _dash, key = request.POST.get("proposal", "").partition("-")
    number = whole(key) or 0
    powers = rights_for(request)
    if kind == "record":
        return of_record(get_object_or_404(records_seen(powers).counting(), pk=number))
    if kind == "evidence":
        return of_evidence(get_object_or_404(evidence_seen(powers), pk=number))
    for one in proposing.proposals(found, sight, powers):
        if one.piece is not None and kind == "piece" and one.piece.pk == number:
            return of_piece(one.piece)
    raise Http404


def of_record(record: Record) -> Content:
    """A record as it is given."""
    title = record.title[:NAME_LENGTH]
    return Content(title, record=record, first=record.first, last=record.last, unit_id=record.unit_id)


def of_evidence(evidence: Evidence) -> Content:
    """A piece of evidence as it is given; its own day is the one that its file says."""
    title, day = (evidence.words or str(evidence))[:NAME_LENGTH], proposing.taken_on(evidence)
    return Content(title, evidence=evidence, first=day, last=day, unit_id=evidence.unit_id)


def of_piece(piece: Piece) -> Content:
    """What was given in an earlier round, given again."""
    return Content(
        piece.title,
        evidence=piece.evidence,
        record=piece.record,
        link=piece.link,
        text=piece.text,
        first=piece.first,
        last=piece.last,
        unit_id=piece.unit_id,
        earlier=piece,
    )


@require_POST
@needs(Right.WORK_RECORD)
def look_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose again what was waved off."""
    found, _sight = filled_or_404(request, pk)

    def do() -> str:
        filing_pieces.look_again(want=found, by=user_of(request), at=now())
        return _("都重新推荐了。")

    return done(request, found, do)


@needs(Right.WORK_RECORD)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a report."""
    found, sight = filled_or_404(request, pk)
    initial = {"title": (found.what or found.title)[:NAME_LENGTH]}
    form = TextForm(request.POST or None, units=units_of(found, sight), most=found.max_words, initial=initial)
    made = saved(form, lambda: _add(request, found, text_of(form)), FIELDS_OF)
    if made:
        messages.success(request, _("报告已保存。请写明每个数字的来源。"))
        return redirect("frameworks:piece", made.pk)
    context = {"form": form, "want": found, "filing": found.filing}
    return render(request, "frameworks/filing/write.html", context, status=422 if form.is_bound else 200)


def _add(request: HttpRequest, found: Want, content: Content) -> Piece:
    return filing_pieces.add_piece(want=found, content=content, by=user_of(request), at=now())


def text_of(form: TextForm) -> Content:
    """What a good form says."""
    given = form.cleaned_data
    unit = given["unit"]
    return Content(given["title"], text=given["text"], unit_id=unit.pk if unit else None)


@require_POST
@needs(Right.WORK_RECORD)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a link."""
    found, sight = filled_or_404(request, pk)
    form = LinkForm(request.POST, units=units_of(found, sight), auto_id="id_link_%s")
    if saved(form, lambda: _add(request, found, link_of(form)), FIELDS_OF):
        messages.success(request, _("链接已放进这一项。"))
        return redirect("frameworks:want", pk)
    context = _context(request, found, sight) | {"link_form": form}
    return render(request, "frameworks/filing/want.html", context, status=422)


def link_of(form: LinkForm) -> Content:
    """What a good form says."""
    given = form.cleaned_data
    unit = given["unit"]
    return Content(
        given["title"],
        link=given["link"],
        first=given["first"],
        last=given["first"],
        unit_id=unit.pk if unit else None,
    )


@require_POST
@needs(Right.WORK_RECORD)
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a file from the person's computer; it is evidence of the unit as well."""
    found, sight = filled_or_404(request, pk)
    form = FileForm(request.POST, request.FILES, units=units_of(found, sight), must=True, auto_id="id_file_%s")
    if saved(form, lambda: _add(request, found, file_of(request, form)), {**FIELDS_OF, **FILE_FIELDS}):
        messages.success(request, _("文件已放进这一项。"))
        return redirect("frameworks:want", pk)
    context = _context(request, found, sight) | {"file_form": form}
    return render(request, "frameworks/filing/want.html", context, status=422)


class FileRefused(ValueError):
    """The file is no evidence; says why in words."""


FILE_FIELDS: FieldsOf = {FileRefused: ("file",)}


def file_of(request: HttpRequest, form: FileForm) -> Content:
    """Take the file in as evidence; raises FileRefused."""
    given = form.cleaned_data
    name = shown_name(given["file"].name or "")
    try:
        made = add_evidence(
            key=uuid4(),
            unit_id=given["unit"].pk,
            given=Given(given["file"], "", given["title"]),
            proves=None,
            by=user_of(request),
            at=now(),
        )
    except (Refused, KeyTaken) as error:
        raise FileRefused(named_refusal(name, getattr(error, "code", "unknown"))) from error
    content = of_evidence(made)
    day = given["first"] or content.first
    return Content(content.title, evidence=made, first=day, last=day, unit_id=made.unit_id)


def done(request: HttpRequest, found: Want, do: Callable[[], str]) -> HttpResponse:
    """Do it and say what came of it, or say why not; then the page of what is wanted."""
    try:
        messages.success(request, do())
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect("frameworks:want", found.pk)
