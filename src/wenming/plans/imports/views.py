"""Importing documents, watching them being read, the list of plans, a plan's page, the document itself."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import shown_name
from wenming.files.sending import download
from wenming.jobs import actions as jobs
from wenming.jobs.models import JobState
from wenming.jobs.waiting import nobody_works
from wenming.plans.actions import importing
from wenming.plans.actions.titles import NoTitle
from wenming.plans.compare.items import with_earlier
from wenming.plans.imports import queries
from wenming.plans.imports.forms import ImportForm, formats
from wenming.plans.imports.words import STAGE_WORDS, why_unreadable
from wenming.plans.models import ISSUED, Plan, PlanVersion, VersionState
from wenming.plans.reach import may_review, reviewed, reviewed_or_404, versions_seen

PAGE = 20


@require_GET
@needs(Right.PLAN_VIEW)
def plan_list(request: HttpRequest) -> HttpResponse:
    """All plans, the newest first; searched by title or file name, filtered by state."""
    text, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    state = state if state in VersionState.values else ""
    plans = queries.plans_found(text=text, state=state, powers=rights_for(request))
    page = Paginator(plans, PAGE).get_page(request.GET.get("page"))
    states = [one for one in VersionState if _reviews(request) or one in ISSUED]
    return render(request, "plans/list.html", {"page": page, "text": text, "state": state, "states": states})


def _reviews(request: HttpRequest) -> bool:
    return Right.PLAN_REVIEW in rights_for(request)


@require_GET
@needs(Right.PLAN_VIEW)
def plan_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan with all its versions."""
    plan = get_object_or_404(Plan.objects.select_related("created_by"), pk=pk)
    versions = list(queries.counted(versions_seen(rights_for(request)).filter(plan=plan)))
    if not versions:
        raise Http404
    in_force = next((version for version in versions if version.state == VersionState.IN_FORCE), None)
    context = {"plan": plan, "versions": with_earlier(versions), "in_force": in_force}
    return render(request, "plans/plan.html", {**context, "may_review": may_review(request, plan)})


@require_POST
@needs(Right.PLAN_REVIEW)
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another title than the one that was read."""
    try:
        plan = get_object_or_404(Plan, pk=pk)
        reviewed_or_404(request, plan)
        importing.rename(plan=plan, title=request.POST.get("title", ""), by=user_of(request), at=now())
    except NoTitle:
        messages.error(request, _("方案要有名称，所以没有改。"))
    return redirect("plans:plan", pk)


@require_http_methods(["GET", "POST"])
@needs(Right.PLAN_REVIEW)
def import_plan(request: HttpRequest) -> HttpResponse:
    """The drop zone; each file becomes a plan, or one file a new version."""
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    plans = Plan.objects.filter(reviewed(rights_for(request), "area"))
    form = ImportForm(data, files, initial={"plan": request.GET.get("plan")}, plans=plans)
    same: list[tuple[str, PlanVersion]] = []
    if request.method == "POST" and form.is_valid():
        made, same = _import_all(request, form)
        if not same:
            return redirect("plans:version", made[0].pk) if len(made) == 1 else redirect("plans:list")
    page = {"form": form, "same": same, "formats": formats(), "limit": settings.DOCUMENT_BYTES}
    return render(request, "plans/import.html", page, status=422 if form.errors or same else 200)


def _import_all(request: HttpRequest, form: ImportForm) -> tuple[list[PlanVersion], list[tuple[str, PlanVersion]]]:
    """The versions made, and the files that were there already with the version each is."""
    made, same = [], []
    plan, again = form.cleaned_data["plan"], form.cleaned_data["again"]
    for file in form.cleaned_data["documents"]:
        try:
            version = importing.import_document(file=file, plan=plan, by=user_of(request), at=now(), again=again)
            made.append(version)
        except importing.AlreadyImported as error:
            same.append((shown_name(file.name or ""), error.version))
    if made and (same or len(made) > 1):
        messages.success(request, _("收到 %(count)s 份文件，正在读取。") % {"count": len(made)})
    return made, same


@require_GET
@needs(Right.PLAN_VIEW)
def version_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a version stands: being read, seen by the second reader, not readable, or on to review or to the plan."""
    version = _version(request, pk)
    if version.state == VersionState.REVIEW and not _is_at_work(version):
        return redirect("plans:review", version.pk)
    if version.state in ISSUED:
        return redirect("plans:plan", version.plan_id)
    return render(request, "plans/reading.html", _standing(version))


def _version(request: HttpRequest, pk: int) -> PlanVersion:
    """A version that the person may see, without its text."""
    versions = versions_seen(rights_for(request)).defer("text", "noise").select_related("plan", "job")
    return get_object_or_404(versions, pk=pk)


def _reviewed_version(request: HttpRequest, pk: int) -> PlanVersion:
    """A version that is the person's to review, without its text."""
    version = _version(request, pk)
    reviewed_or_404(request, version.plan)
    return version


def _standing(version: PlanVersion) -> dict[str, object]:
    job = version.job
    return {
        "version": version,
        "plan": version.plan,
        "job": job,
        "stage": STAGE_WORDS.get(job.stage, "") if job else "",
        "nobody": job is not None and nobody_works(job, at=now()),
        "why": why_unreadable(job, get_language() or "") if job and job.state == JobState.FAILED else "",
        "JobState": JobState,
    }


@require_GET
@needs(Right.PLAN_REVIEW)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress of reading, asked for again and again by the page; leads on when reading is over."""
    version = _reviewed_version(request, pk)
    response = render(request, "plans/_progress.html", _standing(version))
    if version.state != VersionState.READING and not (version.state == VersionState.REVIEW and _is_at_work(version)):
        response["HX-Refresh"] = "true"
    return response


def _is_at_work(version: PlanVersion) -> bool:
    """Whether the job is not over: of a version that was read, the second reader is still to be heard."""
    return version.job is not None and not version.job.is_over


@require_POST
@needs(Right.PLAN_REVIEW)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop reading, or asking the second reader."""
    importing.cancel(version=_reviewed_version(request, pk), by=user_of(request), at=now())
    return redirect("plans:version", pk)


@require_POST
@needs(Right.PLAN_REVIEW)
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the same document once more, or ask the second reader once more about what was read."""
    try:
        importing.read_again(version=_reviewed_version(request, pk), by=user_of(request), at=now())
    except jobs.NotOver:
        messages.info(request, _("这份文件正在读取，不用再点。"))
    return redirect("plans:version", pk)


@require_POST
@needs(Right.PLAN_REVIEW)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a version that was never in force."""
    version = _reviewed_version(request, pk)
    try:
        importing.discard(version=version, by=user_of(request), at=now())
    except importing.InForce:
        messages.error(request, _("执行过的版本要留存备查，不能删除。"))
        return redirect("plans:plan", version.plan_id)
    except importing.StillReading:
        messages.error(request, _("这份文件正在读取。请先取消，再删除。"))
        return redirect("plans:version", pk)
    messages.success(request, _("已删除“%(name)s”。") % {"name": version.file_name})
    return redirect("plans:list")


@require_GET
@needs(Right.PLAN_VIEW)
def document(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document as it was uploaded."""
    version = _version(request, pk)
    return download(request, version.document.name or "", version.file_name)
