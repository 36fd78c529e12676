"""The responsibility table from Excel: handed in, compared, looked at, applied.

What was compared goes to the page and comes back signed, so nothing is kept of what nobody confirms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.actions import tabling
from wenming.frameworks.actions.assigning import Superseded, Whom
from wenming.frameworks.models import AssignmentRole, Edition, EditionState
from wenming.frameworks.reach import edited_edition_or_404
from wenming.frameworks.rulings import Place
from wenming.frameworks.sheets.book import grids_of
from wenming.frameworks.table.differences import Differences, Wish, differences, fingerprint
from wenming.frameworks.table.incoming import Fault, Incoming, known, read_incoming
from wenming.places.excel.forms import SUFFIXES, ImportForm
from wenming.places.models import Unit, UnitClass
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument

_SALT = "wenming.frameworks.table"
_HOURS = 12  # how long what was compared may be applied
_MOST_SEALED = 1_500_000  # characters; a form without files may bring no more than 2 MB
_MOST_LINES = 300  # of changes on the page
_MOST_FAULTS = 100
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what would change: for which standard, in which role or column, from what to what."""

    kind: str  # new, changed, gone
    code: str
    title: str
    piece: int
    where: Words
    before: str
    after: str


@require_http_methods(["GET", "POST"])
@needs(Right.FRAMEWORK_EDIT)
def read_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a workbook and shows what it would change, or what is not right in it."""
    edition = edited_edition_or_404(request, pk)
    form = ImportForm(request.POST or None, request.FILES or None) if request.method == "POST" else ImportForm()
    context: dict[str, object] = {"edition": edition, "form": form, "accept": ",".join(SUFFIXES)}
    context["is_history"] = edition.state == EditionState.SUPERSEDED
    if not form.is_valid():
        return render(request, "frameworks/read_table.html", context, status=422 if form.errors else 200)
    incoming = _read(edition, form.cleaned_data["file"])
    context |= {"is_read": True, "ignored": incoming.ignored, "fault_count": len(incoming.faults)}
    if incoming.faults:
        context["faults"] = incoming.faults[:_MOST_FAULTS]
        return render(request, "frameworks/read_table.html", context, status=422)
    return render(request, "frameworks/read_table.html", context | _compared(edition, incoming.wishes))


def _read(edition: Edition, file: UploadedFile[bytes]) -> Incoming:
    try:
        grids = grids_of(file.read(), file.name or "")
    except UnreadableDocument as error:
        return Incoming(faults=(Fault("", say(error.code, error.about, get_language() or "zh")),))
    return read_incoming(grids, known(edition))


def _compared(edition: Edition, wishes: Sequence[Wish]) -> dict[str, object]:
    found = differences(edition, wishes)
    changes = _changes(edition, found)
    payload = _sealed(edition, wishes)
    if len(payload) > _MOST_SEALED:
        return {"faults": [Fault("", _("表太大：请分成几份导入。"))], "fault_count": 1}
    return {
        "changes": changes[:_MOST_LINES],
        "more": max(len(changes) - _MOST_LINES, 0),
        "added": len(found.added),
        "changed": len(found.changed),
        "removed": len(found.removed),
        "entries": len(found.entries),
        "count": found.count,
        "row_count": len(wishes),
        "payload": payload if found.count else "",
    }


def _changes(edition: Edition, found: Differences) -> list[Change]:
    """All of them in the order of the framework."""
    items = {item.pk: item for item in edition.items.filter(is_standard=True).only("code", "title", "position")}
    lines = sorted(_told(edition, found), key=lambda one: (items[one[0][0]].position, one[0][1]))
    return [
        Change(kind, items[item].code, items[item].title, piece, where, before, after)
        for (item, piece), kind, where, before, after in lines
    ]


def _told(edition: Edition, found: Differences) -> Iterator[tuple[Place, str, Words, str, str]]:
    """Each change with its place: what kind, in which role or column, from what to what."""
    names = _names(whom for _place, whom, _role in found.added)
    columns = dict(edition.columns.values_list("pk", "name"))
    for place, whom, role in found.added:
        yield place, "new", role.label, "", names[whom]
    for row, role in found.changed:
        was = AssignmentRole(row.role).label
        yield (row.item_id, row.wanted), "changed", row.name, str(was), str(role.label)
    for row in found.removed:
        yield (row.item_id, row.wanted), "gone", AssignmentRole(row.role).label, row.name, ""
    for (item, wanted, column), (before, after) in found.entries.items():
        kind = "changed" if before and after else "new" if after else "gone"
        yield (item, wanted), kind, columns[column], before, after


def _names(whoms: Iterable[Whom]) -> dict[Whom, str]:
    """What those are called."""
    found = list(whoms)
    units = {unit.pk: unit.short for unit in Unit.objects.filter(pk__in={unit for unit, _class in found if unit})}
    classes = dict(UnitClass.objects.filter(pk__in={one for _unit, one in found if one}).values_list("pk", "name"))
    return {(unit, one): units[unit] if unit else classes[one or 0] for unit, one in found}


def _sealed(edition: Edition, wishes: Sequence[Wish]) -> str:
    said = [[*wish.place, wish.answering, list(wish.entries.items())] for wish in wishes]
    return signing.dumps([edition.pk, fingerprint(edition), said], salt=_SALT, compress=True)


def _opened(edition: Edition, payload: str) -> tuple[str, list[Wish]]:
    """What was compared with this edition; raises BadSignature."""
    of, seen, said = signing.loads(payload, salt=_SALT, max_age=_HOURS * 3600)
    if of != edition.pk:
        raise signing.BadSignature
    wishes = [
        Wish(
            (item, wanted),
            {role: [(unit, unit_class) for unit, unit_class in named] for role, named in answering.items()},
            dict(entries),
        )
        for item, wanted, answering, entries in said
    ]
    return seen, wishes


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def apply_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Make it so; all of it or nothing."""
    edition = edited_edition_or_404(request, pk)
    try:
        seen, wishes = _opened(edition, request.POST.get("payload", ""))
        found = tabling.apply_table(edition=edition, wishes=wishes, seen=seen, by=user_of(request), at=now())
    except signing.BadSignature:
        messages.error(request, _("核对过的内容已失效，什么都没有写入。请重新选择文件。"))
        return redirect("frameworks:read_table", pk)
    except (Superseded, tabling.Stale) as error:
        messages.error(request, str(error))
        return redirect("frameworks:read_table", pk)
    words = ngettext("责任分解表改了 %(count)d 处。", "责任分解表改了 %(count)d 处。", found.count)
    messages.success(request, words % {"count": found.count})
    return redirect("frameworks:table", pk)
