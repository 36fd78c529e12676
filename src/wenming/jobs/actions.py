"""Every change of a job: starting, its steps, its end, cancelling, trying again.

A task is delivered at least once, so each of these may come twice: a job that is over stays as it ended. Every delivery
has a number, and only the newest may write: a worker that was taken for dead and wakes late is told so (``TakenOver``).
"""

import logging
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Protocol

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wenming.audit.origin import Origin, OriginKind, coming_from
from wenming.audit.recording import action, record
from wenming.jobs.models import OVER, Job, JobState, WorkerBeat
from wenming.web.faults import fault_of

log = logging.getLogger(__name__)

LOST = "worker_lost"  # the worker went away too often
UNQUEUED = "unqueued"  # its task is in the queue no more
UNEXPECTED = "unexpected"  # a fault of ours; the log has the trace
OUTSIDE = "outside_{}"  # database or storage were away, or full, whenever it was tried


class Cancelled(Exception):
    """The person who asked for the job wants it no more."""


class TakenOver(Exception):
    """Somebody else was given the job meanwhile."""


class CannotGoOn(Exception):
    """The job cannot be done; ``code`` and ``about`` say why, for the room that asked."""

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


class NotOver(ValueError):
    """The job is still at work."""


class _Enqueued(Protocol):
    @property
    def id(self) -> object: ...


class Task(Protocol):
    """A task of ``django_tasks`` whose one argument is the number of a job."""

    def enqueue(self, job_id: int, /) -> _Enqueued:
        """Put it in the queue."""


def start(*, kind: str, total: int, about: Mapping[str, object], by: AbstractBaseUser | None, at: datetime) -> Job:
    """A new job of ``total`` steps, waiting to be run; ``by`` None: the clock asked for it."""
    asked_by_id = by.pk if by else None
    return Job.objects.create(kind=kind, total=total, about=dict(about), asked_by_id=asked_by_id, asked_at=at)


@transaction.atomic
def run(task: Task, job: Job) -> None:
    """Hand the job to the workers; it is taken up once the surrounding transaction is committed."""
    job.task_id = str(task.enqueue(job.pk).id)
    Job.objects.filter(pk=job.pk).update(task_id=job.task_id)


def step(job: Job, *, stage: str, done: int, total: int | None = None) -> None:
    """The job is now at ``stage``, with ``done`` steps behind it; raises Cancelled where that was asked, TakenOver
    where another worker has it.

    A stage that counts steps of its own says with ``total`` how many.
    """
    job.total = job.total if total is None else total
    waiting = _ours(job).filter(cancel_asked=False)
    if not waiting.update(state=JobState.RUNNING, stage=stage, done=done, total=job.total):
        raise TakenOver if Job.objects.filter(pk=job.pk, delivery__gt=job.delivery).exists() else Cancelled


def _ours(job: Job) -> models.QuerySet[Job]:
    """The job, as long as it is not over and nobody has taken it up after us."""
    return Job.objects.filter(pk=job.pk, delivery=job.delivery).exclude(state__in=OVER)


def finish(job: Job, *, at: datetime, code: str = "", about: Mapping[str, str] | None = None) -> None:
    """The job is done; ``code`` names what has to be said of it nevertheless, ``about`` fills the gaps of that."""
    _end(job, state=JobState.DONE, at=at, code=code, about={**job.about, **(about or {})})


def fail(job: Job, *, code: str, at: datetime, about: Mapping[str, str] | None = None) -> None:
    """The job could not be done, because of ``code``; ``about`` fills the gaps of its sentence."""
    _end(job, state=JobState.FAILED, at=at, code=code, about={**job.about, **(about or {})})


def _end(job: Job, *, at: datetime, **fields: object) -> None:
    if fields["state"] == JobState.DONE:
        fields["done"] = job.total
    _ours(job).update(ended_at=at, **fields)
    job.refresh_from_db()


@action
def ask_cancel(job: Job, *, by: AbstractBaseUser, at: datetime, of: models.Model | None = None) -> None:
    """Stop the job at its next step; one that has not begun is cancelled at once, one that is over stays as it ended.

    The event tells of ``of``: what the job works on, else of the job.
    """
    if Job.objects.filter(pk=job.pk, cancel_asked=False).exclude(state__in=OVER).update(cancel_asked=True):
        record("jobs.ask_cancel", of or job, by=by, at=at, after={"job": job.kind})
    Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(state=JobState.CANCELLED, ended_at=at)
    job.refresh_from_db()


@action
def retry(task: Task, job: Job, *, by: AbstractBaseUser, at: datetime, of: models.Model | None = None) -> None:
    """Do the job again from its first step; raises NotOver while it is at work, and where it is done without fault.

    The event tells of ``of``: what the job works on, else of the job.
    """
    fresh = {"state": JobState.WAITING, "done": 0, "stage": "", "code": "", "cancel_asked": False, "ended_at": None}
    fresh["put_offs"] = 0
    if not Job.objects.filter(pk=job.pk, state__in=OVER).exclude(state=JobState.DONE, code="").update(**fresh):
        raise NotOver
    job.refresh_from_db()
    run(task, job)
    record("jobs.retry", of or job, by=by, at=at, after={"job": job.kind})


@contextmanager
def work_on(job_id: int) -> Generator[Job | None, None, None]:
    """The job for the task at work on it, or None where nothing is left to do; what is raised inside ends the job.

    A fault that passes puts it off; another try follows after a wait that grows.
    """
    job = _take_up(job_id)
    try:
        with coming_from(Origin(OriginKind.WORKER)):
            yield job
    except TakenOver:
        log.warning("job %s was given to another worker meanwhile", job_id)
    except Cancelled:
        if job is not None:
            _end(job, state=JobState.CANCELLED, at=timezone.now())
    except CannotGoOn as error:
        if job is not None:
            fail(job, code=error.code, about=error.about, at=timezone.now())
    except Exception as error:
        if job is None or not _put_off(job, error, at=timezone.now()):
            raise


def _take_up(job_id: int) -> Job | None:
    """The job with the number of this delivery, which is above all others."""
    if not Job.objects.filter(pk=job_id).exclude(state__in=OVER).update(delivery=models.F("delivery") + 1):
        return None
    return Job.objects.get(pk=job_id)


def queued(job: Job) -> DBTaskResult[..., object] | None:
    """The job's task, as it stands in the queue; None where it was never put there, or is forgotten."""
    return DBTaskResult.objects.filter(pk=job.task_id).first() if job.task_id else None


@transaction.atomic
def _put_off(job: Job, error: Exception, *, at: datetime) -> bool:
    """Try the job again later where the fault passes, else end it; whether it was put off."""
    fault = fault_of(error)
    if fault is None or job.put_offs >= len(settings.WORKER_WAITS):
        fail(job, code=OUTSIDE.format(fault) if fault else UNEXPECTED, at=at)
        return False
    task = queued(job)
    again_at = at + timedelta(seconds=settings.WORKER_WAITS[job.put_offs])
    if task and _ours(job).update(state=JobState.WAITING, put_offs=job.put_offs + 1):
        log.warning("job %s is tried again at %s: %s", job.pk, again_at.isoformat(), type(error).__name__)
        run(task.task.using(run_after=again_at), job)
    return task is not None


def is_anyone_working(at: datetime, *, within: timedelta) -> bool:
    """Whether a worker has given a sign of life ``within`` that time."""
    return WorkerBeat.objects.of_the_living(at, within=within).exists()
