"""A framework from the office's own Excel: handed in, its columns matched, looked at, brought in as a draft.

What was handed in goes to the page and comes back signed, so nothing is kept of what nobody confirms.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.actions import bringing
from wenming.frameworks.models import Framework
from wenming.frameworks.reach import edited
from wenming.frameworks.sheets.book import TooLarge, grids_of, opened, sealed
from wenming.frameworks.sheets.forms import MatchForm, guessed, tables_in
from wenming.places.excel.forms import SUFFIXES, ImportForm
from wenming.reading.messages import say as say_unreadable
from wenming.reading.model import UnreadableDocument
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.model import Item
from wenming.rules.frameworks.sheets.faults import Remark, say
from wenming.rules.frameworks.sheets.grid import Grid
from wenming.rules.frameworks.sheets.reading import read_table
from wenming.rules.frameworks.writing import decimal
from wenming.web.numbers import whole

_MOST_LINES = 400  # of the outline on the page
_MOST_FAULTS = 100


@require_http_methods(["GET", "POST"])
@needs(Right.FRAMEWORK_EDIT)
def from_sheet(request: HttpRequest) -> HttpResponse:
    """Takes a workbook; then what its columns mean; then brings in what was looked at."""
    if request.method == "GET":
        return _start(request, ImportForm())
    if "payload" not in request.POST:
        return _handed_in(request)
    try:
        grids, file_name = opened(request.POST["payload"])
    except signing.BadSignature:
        messages.error(request, _("选过的文件已失效，什么都没有导入。请重新选择。"))
        return redirect("frameworks:bring_in_sheet")
    return _looked_at(request, grids, file_name)


def _start(request: HttpRequest, form: ImportForm) -> HttpResponse:
    context = {"form": form, "accept": ",".join(SUFFIXES), "framework": request.GET.get("framework", "")}
    return render(request, "frameworks/sheet.html", context, status=422 if form.errors else 200)


def _handed_in(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form)
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        grids = _tables(file)
        payload = sealed(grids, file.name or "")
    except UnreadableDocument as error:
        form.add_error("file", say_unreadable(error.code, error.about, get_language() or "zh"))
        return _start(request, form)
    except TooLarge as error:
        form.add_error("file", str(error))
        return _start(request, form)
    given = guessed(grids, file_name=file.name or "") | {"framework": request.POST.get("framework", "")}
    return _matched(request, MatchForm(given, grids=grids, frameworks=_own(request)), payload)


def _tables(file: UploadedFile[bytes]) -> list[Grid]:
    """The sheets of a file that may hold a framework among them; raises UnreadableDocument."""
    grids = grids_of(file.read(), file.name or "")
    if not tables_in(grids):
        raise UnreadableDocument("file_empty")
    return grids


def _own(request: HttpRequest) -> QuerySet[Framework]:
    return Framework.objects.filter(edited(rights_for(request), "area"))


def _looked_at(request: HttpRequest, grids: Sequence[Grid], file_name: str) -> HttpResponse:
    """The columns as a person has matched them; another sheet or row of heads is guessed anew."""
    given: Mapping[str, object] = request.POST
    if request.POST.get("place") != _place(request.POST):
        asked = {name: whole(request.POST.get(name, "")) for name in ("sheet", "head")}
        is_other_sheet = request.POST.get("place", "").partition("/")[0] != request.POST.get("sheet", "")
        anew = guessed(
            grids, file_name=file_name, sheet=asked["sheet"] or 0, head=None if is_other_sheet else asked["head"]
        )
        given = anew | {name: request.POST.get(name, "") for name in ("title", "version", "framework")}
    form = MatchForm(given, grids=grids, frameworks=_own(request))
    return _matched(request, form, request.POST["payload"])


def _place(given: Mapping[str, object]) -> str:
    return f"{given.get('sheet', '')}/{given.get('head', '')}"


def _matched(request: HttpRequest, form: MatchForm, payload: str) -> HttpResponse:
    """What would come, or what is wrong; brings it in where it is what was looked at."""
    context: dict[str, object] = {"form": form, "payload": payload, "place": _place(form.data)}
    if not form.is_valid():
        return render(request, "frameworks/sheet_match.html", context, status=422)
    told = read_table(form.grid, form.matching, form.whole)
    if request.POST.get("do") == "bring" and told.framework:
        if request.POST.get("seen") == form.seen:
            return _brought_in(request, told.framework, form.cleaned_data["framework"])
        messages.warning(request, _("对应的栏目改过了，还没有导入：请先看看下面的结果。"))
    context |= {
        "faults": [_said(form.grid, one) for one in told.faults[:_MOST_FAULTS]],
        "fault_count": len(told.faults),
        "remarks": [_said(form.grid, one) for one in told.remarks[:_MOST_FAULTS]],
        **(_outline(told.framework) if told.framework else {}),
        "seen": form.seen,
    }
    return render(request, "frameworks/sheet_match.html", context, status=422 if told.faults else 200)


def _said(grid: Grid, remark: Remark) -> tuple[str, str]:
    """Where it is and what it is."""
    return f"{grid.name} {remark.cell}".strip() if remark.cell else grid.name, say(remark, get_language() or "zh")


def _outline(pack: Pack) -> dict[str, object]:
    """The items as the page lists them, and how many of what there are."""
    items = [one for one in pack.root.walk() if one is not pack.root]
    standards = [one for one in items if not one.items]
    return {
        "lines": list(islice(_lines(pack.root, 0), 1, _MOST_LINES + 1)),
        "more": max(len(items) - _MOST_LINES, 0),
        "standards": len(standards),
        "headings": len(items) - len(standards),
        "pieces": sum(len(one.evidence) for one in standards),
        "unpointed": sum(one.points is None for one in standards),
    }


def _lines(item: Item, depth: int) -> Iterator[tuple[int, Item, str]]:
    """The item and those below it, with how deep each stands and its points."""
    yield depth, item, "" if item.points is None else decimal(item.points)
    for one in item.items:
        yield from _lines(one, depth + 1)


def _brought_in(request: HttpRequest, pack: Pack, framework: Framework | None) -> HttpResponse:
    edition = bringing.bring_in(pack=pack, framework=framework, by=user_of(request), at=now())
    messages.success(request, _("导入了，现在是草稿：看一遍，分好责任，再启用。"))
    return redirect("frameworks:edition", edition.pk)
