"""What the page of background work shows; each a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wenming.jobs import clock
from wenming.jobs.models import OVER, Job, JobState, Round, WorkerBeat
from wenming.rules.periods import Periodic, next_begin


@dataclass(frozen=True, slots=True)
class Standing:
    """A periodic work: how it went the last time, and when it comes next."""

    work: Periodic
    job: Job | None
    next_at: datetime


def jobs() -> QuerySet[Job]:
    """All jobs that somebody asked for, and those of the clock that failed; what is at work or failed stands first."""
    order = Case(
        When(state=JobState.RUNNING, then=Value(0)),
        When(state=JobState.WAITING, then=Value(1)),
        When(state=JobState.FAILED, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    shown = Job.objects.exclude(kind=clock.KIND, state__in=[JobState.DONE, JobState.CANCELLED])
    return shown.select_related("asked_by").annotate(place=order).order_by("place", "-asked_at", "-pk")


def again_at(shown: Sequence[Job]) -> dict[int, datetime]:
    """When those jobs that were put off are tried again, by the number of the job."""
    waiting = {job.task_id: job.pk for job in shown if job.state == JobState.WAITING and job.put_offs}
    rows = DBTaskResult.objects.filter(pk__in=waiting).values_list("pk", "run_after")
    return {waiting[str(key)]: moment for key, moment in rows}


def standings(at: datetime) -> list[Standing]:
    """Every periodic work, by its name."""
    last = {one.name: one.job for one in Round.objects.select_related("job")}
    now = timezone.localtime(at)
    return [
        Standing(work, last.get(name), next_begin(now, work.every)) for name, work in sorted(clock.registry().items())
    ]


def workers_alive(at: datetime) -> list[WorkerBeat]:
    """The workers that gave a sign of life lately."""
    within = timedelta(seconds=settings.WORKER_DEAD)
    return list(WorkerBeat.objects.of_the_living(at, within=within).order_by("worker_id"))


def can_be_retried(job: Job) -> bool:
    """Whether it ended without having done all that was asked."""
    return job.state in OVER and not (job.state == JobState.DONE and not job.code) and bool(job.task_id)
