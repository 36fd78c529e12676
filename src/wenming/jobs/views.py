"""The page of background work for the system administrator."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from wenming.jobs import actions, queries
from wenming.jobs.models import OVER, Job
from wenming.jobs.words import kind_words, outcome_words
from wenming.web import toasts
from wenming.web.access import needs

PAGE = 50


@needs("system_run")
def overview(request: HttpRequest) -> HttpResponse:
    """Workers, periodic work and jobs, with what can be done about each."""
    at = now()
    page = Paginator(queries.jobs(), PAGE).get_page(request.GET.get("page"))
    again = queries.again_at(list(page))
    rows = [_row(job) | {"again_at": again.get(job.pk)} for job in page]
    works = [{"one": one, "last": _row(one.job) if one.job else None} for one in queries.standings(at)]
    given = {"page": page, "rows": rows, "works": works, "workers": queries.workers_alive(at)}
    return render(request, "jobs/overview.html", given)


def _row(job: Job) -> dict[str, object]:
    return {
        "job": job,
        "kind": kind_words(job),
        "outcome": outcome_words(job),
        "is_over": job.state in OVER,
        "can_retry": queries.can_be_retried(job),
    }


@require_POST
@needs("system_run")
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a job at its next step."""
    job = get_object_or_404(Job, pk=pk)
    actions.ask_cancel(job, by=_person(request), at=now())
    toasts.say(request, gettext("已取消；正在做的会在下一步停下。"))
    return redirect("jobs:overview")


@require_POST
@needs("system_run")
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a job again that failed or was cancelled."""
    job = get_object_or_404(Job, pk=pk)
    if _is_queued_again(job, by=_person(request)):
        toasts.say(request, gettext("已重新排队。"))
    else:
        toasts.say(request, gettext("没有重做：这项任务还在进行、已经完成，或记录已清理。"), kind="error")
    return redirect("jobs:overview")


def _is_queued_again(job: Job, *, by: AbstractBaseUser) -> bool:
    row = actions.queued(job)
    if row is None:
        return False
    try:
        actions.retry(row.task.using(run_after=None), job, by=by, at=now())
    except actions.NotOver:
        return False
    return True


def _person(request: HttpRequest) -> AbstractBaseUser:
    if not isinstance(request.user, AbstractBaseUser):
        raise Http404
    return request.user
