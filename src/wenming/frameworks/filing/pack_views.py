"""Having a pack made, watching it, stopping it, and taking it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.files.sending import download as sent
from wenming.frameworks.filing.packing import StillPacking, is_stale, start_pack
from wenming.frameworks.filing.reach import edited_filing_or_404
from wenming.frameworks.models import Filing
from wenming.jobs import actions as jobs
from wenming.jobs.models import JobState
from wenming.jobs.waiting import nobody_works
from wenming.jobs.words import outcome_words

STAGES: dict[str, str | Promise] = {
    "files": gettext_lazy("正在放入材料"),
    "checklist": gettext_lazy("正在写清单和目录"),
}


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the pack made."""
    filing = edited_filing_or_404(request, pk)
    try:
        start_pack(filing=filing, by=user_of(request), at=now())
    except StillPacking as error:
        messages.error(request, str(error))
    return redirect("frameworks:pack_progress", pk)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop at the next file; the pack that was there stays."""
    filing = edited_filing_or_404(request, pk)
    if filing.job:
        jobs.ask_cancel(filing.job, by=user_of(request), at=now(), of=filing)
    return redirect("frameworks:pack_progress", pk)


@require_GET
@needs(Right.FRAMEWORK_EDIT)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it has come: a page, or the piece of it that changes."""
    filing = edited_filing_or_404(request, pk)
    name = "_pack" if request.htmx else "pack"  # type: ignore[attr-defined]  # django-htmx's middleware
    return render(request, f"frameworks/filing/{name}.html", _context(filing))


def _context(filing: Filing) -> dict[str, object]:
    job = filing.job
    return {
        "filing": filing,
        "edition": filing.edition,
        "job": job,
        "JobState": JobState,
        "stage": STAGES.get(job.stage, _("正在排队，马上开始")) if job else "",
        "why": _why(filing),
        "nobody": job is not None and nobody_works(job, at=now()),
        "is_stale": is_stale(filing),
        "sha256": (filing.pack.name or "").rpartition("/")[2],
    }


def _why(filing: Filing) -> object:
    """What is to be said of how it ended."""
    job = filing.job
    if job is None or not job.code:
        return ""
    if job.code == "files_missing":
        return _("有的原件读不出来，没有放进去：%(names)s。请在原来的页面重新上传，再打一次包。") % {
            "names": job.about.get("lost", "")
        }
    return outcome_words(job)


@require_GET
@needs(Right.FRAMEWORK_EDIT)
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pack."""
    filing = edited_filing_or_404(request, pk)
    return sent(request, filing.pack.name or "", f"{filing.title}.zip")
