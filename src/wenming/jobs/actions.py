"""Every change of a job: starting, its steps, its end, cancelling, trying again.

A task is delivered at least once, so each of these may come twice: a job that is over stays as it ended.
"""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Protocol

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from wenming.audit.origin import Origin, OriginKind, coming_from
from wenming.audit.recording import action, record
from wenming.jobs.models import OVER, Job, JobState, WorkerBeat

LOST = "worker_lost"  # the worker went away too often
UNEXPECTED = "unexpected"  # a fault of ours; the log has the trace


class Cancelled(Exception):
    """The person who asked for the job wants it no more."""


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


def start(*, kind: str, total: int, about: Mapping[str, object], by: AbstractBaseUser, at: datetime) -> Job:
    """A new job of ``total`` steps, waiting to be run."""
    return Job.objects.create(kind=kind, total=total, about=dict(about), asked_by_id=by.pk, asked_at=at)


@transaction.atomic
def run(task: Task, job: Job) -> None:
    """Hand the job to the workers; it is taken up once the surrounding transaction is committed."""
    job.task_id = str(task.enqueue(job.pk).id)
    job.save(update_fields=["task_id"])


def step(job: Job, *, stage: str, done: int, total: int | None = None) -> None:
    """The job is now at ``stage``, with ``done`` steps behind it; raises Cancelled where that was asked.

    A stage that counts steps of its own says with ``total`` how many.
    """
    job.total = job.total if total is None else total
    waiting = Job.objects.filter(pk=job.pk, cancel_asked=False).exclude(state__in=OVER)
    if not waiting.update(state=JobState.RUNNING, stage=stage, done=done, total=job.total):
        raise Cancelled


def finish(job: Job, *, at: datetime, code: str = "", about: Mapping[str, str] | None = None) -> None:
    """The job is done; ``code`` names what has to be said of it nevertheless, ``about`` fills the gaps of that."""
    _end(job, state=JobState.DONE, at=at, code=code, about={**job.about, **(about or {})})


def fail(job: Job, *, code: str, at: datetime, about: Mapping[str, str] | None = None) -> None:
    """The job could not be done, because of ``code``; ``about`` fills the gaps of its sentence."""
    _end(job, state=JobState.FAILED, at=at, code=code, about={**job.about, **(about or {})})


def _end(job: Job, *, at: datetime, **fields: object) -> None:
    if fields["state"] == JobState.DONE:
        fields["done"] = job.total
    Job.objects.filter(pk=job.pk).exclude(state__in=OVER).update(ended_at=at, **fields)
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
    if not Job.objects.filter(pk=job.pk, state__in=OVER).exclude(state=JobState.DONE, code="").update(**fresh):
        raise NotOver
    job.refresh_from_db()
    run(task, job)
    record("jobs.retry", of or job, by=by, at=at, after={"job": job.kind})


@contextmanager
def work_on(job_id: int) -> Generator[Job | None, None, None]:
    """The job for the task at work on it, or None where nothing is left to do; what is raised inside ends the job."""
    job = Job.objects.filter(pk=job_id).exclude(state__in=OVER).first()
    try:
        with coming_from(Origin(OriginKind.WORKER)):
            yield job
    except Cancelled:
        if job is not None:
            _end(job, state=JobState.CANCELLED, at=timezone.now())
    except CannotGoOn as error:
        if job is not None:
            fail(job, code=error.code, about=error.about, at=timezone.now())
    except Exception:
        if job is not None:
            fail(job, code=UNEXPECTED, at=timezone.now())
        raise


def is_anyone_working(at: datetime, *, within: timedelta) -> bool:
    """Whether a worker has given a sign of life ``within`` that time."""
    return WorkerBeat.objects.filter(at__gte=at - within).exists()
