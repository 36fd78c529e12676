"""The pages on which the directory goes out as a workbook, and comes in again."""

from collections.abc import Iterable, Mapping
from tempfile import TemporaryFile

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.jobs import actions as jobs
from wenming.jobs.models import JobState
from wenming.jobs.waiting import nobody_works
from wenming.places.acting import acting
from wenming.places.excel import importing
from wenming.places.excel.forms import SUFFIXES, ImportForm
from wenming.places.excel.queries import marks, own_imports, sums
from wenming.places.excel.rows import directory_rows
from wenming.places.excel.sheets import Cells, write_directory, write_marked
from wenming.places.excel.tasks import sheets_of
from wenming.places.excel.words import STAGE_WORDS, told, why_stopped
from wenming.places.models import DirectoryImport, Found
from wenming.places.reach import Scope, scope_of
from wenming.web.access import needs

EDIT = "unit_edit"
_PER_PAGE = 50
_LATEST = 10
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs("unit_view")
def page(request: HttpRequest) -> HttpResponse:
    """Download, an empty workbook, a place to hand one in, and what one handed in lately."""
    return _page(request, ImportForm())


def _page(request: HttpRequest, form: ImportForm) -> HttpResponse:
    may_import = scope_of(request, EDIT) != Scope()
    latest = own_imports(acting(request)["by"])[:_LATEST] if may_import else ()
    context = {"form": form, "may_import": may_import, "latest": latest, "accept": ",".join(SUFFIXES)}
    return render(request, "places/excel/page.html", context, status=422 if form.errors else 200)


@require_GET
@needs("unit_view")
def download(request: HttpRequest) -> FileResponse:
    """The directory as it stands."""
    del request
    return _workbook(directory_rows(), _("单位名录 %(day)s.xlsx") % {"day": localdate().isoformat()})


@require_GET
@needs("unit_view")
def empty(request: HttpRequest) -> FileResponse:
    """The workbook without any rows, to start from."""
    del request
    return _workbook({}, _("单位名录 空表.xlsx"))


def _workbook(rows: Mapping[str, Iterable[Cells]], name: str) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    write_directory(file, rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=_WORKBOOK)


@require_POST
@needs(EDIT)
def hand_in(request: HttpRequest) -> HttpResponse:
    """Take a workbook and have it compared."""
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    file, scope = form.cleaned_data["file"], scope_of(request, EDIT)
    one = importing.hand_in(file=file, scope=scope, **acting(request))
    return redirect("places:excel_one", one.pk)


def _own(request: HttpRequest, pk: int) -> DirectoryImport:
    return get_object_or_404(own_imports(acting(request)["by"]), pk=pk)


@require_GET
@needs(EDIT)
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Where an import stands: being compared, what it would change, applied, or why it stopped."""
    one = _own(request, pk)
    context = _standing(one)
    if context["is_compared"] or one.applied_at:
        context |= _findings(request, one)
    return render(request, "places/excel/one.html", context)


def _standing(one: DirectoryImport) -> dict[str, object]:
    job = one.job
    is_over = job is None or job.is_over
    return {
        "one": one,
        "job": job,
        "is_over": is_over,
        "is_applying": job is not None and job.kind == importing.APPLY,
        "is_compared": job is not None and (job.kind, job.state) == (importing.COMPARE, JobState.DONE),
        "is_cancelled": job is not None and job.state == JobState.CANCELLED,
        "stage": STAGE_WORDS.get(job.stage, "") if job else "",
        "nobody": job is not None and nobody_works(job, at=now()),
        "why": why_stopped(job, get_language() or "") if job and job.state == JobState.FAILED else "",
    }


def _findings(request: HttpRequest, one: DirectoryImport) -> dict[str, object]:
    sheets = sums(one)
    totals = {what: sum(counts[what] for _name, counts in sheets) for what in (*Found.values, "same")}
    first = next((what for what in Found.values if totals[what]), Found.FAULT.value)
    show = request.GET.get("show", "")
    show = show if show in Found.values else first
    shown = Paginator(one.findings.filter(what=show), _PER_PAGE).get_page(request.GET.get("page"))
    labels = {"fault": _("要改的"), "new": _("新增"), "changed": _("修改")}
    tabs = [
        {"label": labels[what], "address": f"?show={what}", "is_current": what == show, "count": totals[what]}
        for what in Found.values
    ]
    return {
        "sheets": sheets,
        "totals": totals,
        "changes": totals["new"] + totals["changed"],
        "show": show,
        "tabs": tabs,
        "page": shown,
        "lines": [told(finding) for finding in shown.object_list],
    }


@require_GET
@needs(EDIT)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress, asked for again and again by the page; leads on when the work is over."""
    context = _standing(_own(request, pk))
    response = render(request, "places/excel/_progress.html", context)
    if context["is_over"]:
        response["HX-Refresh"] = "true"
    return response


@require_GET
@needs(EDIT)
def marked(request: HttpRequest, pk: int) -> FileResponse:
    """The workbook as it came, with what is not right marked and commented."""
    one = _own(request, pk)
    try:
        sheets = sheets_of(one)
    except jobs.CannotGoOn as error:
        raise Http404 from error
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    write_marked(file, sheets, marks(one, sheets))
    file.seek(0)
    name = _("已标注 %(name)s.xlsx") % {"name": one.file_name.rsplit(".", 1)[0]}
    return FileResponse(file, as_attachment=True, filename=name, content_type=_WORKBOOK)


@require_POST
@needs(EDIT)
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply what was compared and found right."""
    try:
        importing.confirm(one=_own(request, pk), scope=scope_of(request, EDIT), **acting(request))
    except importing.NotReady:
        messages.info(request, _("现在还不能导入，请看这一页的说明。"))
    return redirect("places:excel_one", pk)


@require_POST
@needs(EDIT)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Compare the same workbook with the directory as it is now."""
    try:
        importing.compare_again(one=_own(request, pk), scope=scope_of(request, EDIT), **acting(request))
    except importing.NotReady:
        messages.info(request, _("这份文件正在处理，或者已经导入，不用再核对。"))
    return redirect("places:excel_one", pk)


@require_POST
@needs(EDIT)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop comparing or applying."""
    importing.cancel(one=_own(request, pk), **acting(request))
    return redirect("places:excel_one", pk)


@require_POST
@needs(EDIT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a workbook that was not applied."""
    one = _own(request, pk)
    try:
        importing.discard(one=one)
    except importing.NotReady:
        messages.error(request, _("这份文件正在处理，或者已经导入，不能删除。"))
        return redirect("places:excel_one", pk)
    messages.success(request, _("已删除“%(name)s”，单位名录没有改动。") % {"name": one.file_name})
    return redirect("places:excel")
