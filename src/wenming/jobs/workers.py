"""Signs of life of the workers, and giving back the jobs of one that was lost.

A worker that is killed leaves its task RUNNING for ever. A task whose worker has been silent too long is closed and a
new one is put into the queue, so that what the old worker may still write about its task touches nothing; after
``WORKER_TRIES`` times the job counts as failed.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from wenming.jobs import actions
from wenming.jobs.models import OVER, Job, WorkerBeat

TaskRow = DBTaskResult[..., object]


def beat(worker_id: str, *, at: datetime) -> None:
    """The worker is alive."""
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"at": at})


def leave(worker_id: str) -> None:
    """The worker has ended well."""
    WorkerBeat.objects.filter(worker_id=worker_id).delete()


@transaction.atomic
def give_back_lost_jobs(*, at: datetime) -> None:
    """Put the tasks of silent workers back into the queue, or fail those that were given out too often."""
    living = WorkerBeat.objects.of_the_living(at, within=timedelta(seconds=settings.WORKER_DEAD))
    alive = set(living.values_list("pk", flat=True))
    WorkerBeat.objects.exclude(pk__in=alive).delete()
    for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
        if not task.worker_ids or task.worker_ids[-1] not in alive:
            _give_back(task, at)
    _give_back_left_jobs(at)


@transaction.atomic
def give_back_own(worker_id: str, *, at: datetime) -> None:
    """Put back what this worker had begun and is not at work on any more: its database had gone away meanwhile."""
    for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
        if task.worker_ids and task.worker_ids[-1] == worker_id:
            _give_back(task, at)


def _give_back_left_jobs(at: datetime) -> None:
    """Jobs that are not over although their task is, as it could not say how it ended, or has vanished."""
    left = list(Job.objects.exclude(state__in=OVER).exclude(task_id="").select_for_update(skip_locked=True))
    tasks = DBTaskResult.objects.filter(pk__in=[job.task_id for job in left])
    for task in tasks.finished():
        _give_back(task, at)
    known = {str(key) for key in tasks.values_list("pk", flat=True)}
    for job in left:
        if job.task_id not in known:
            actions.fail(job, code=actions.UNQUEUED, at=at)


def _give_back(task: TaskRow, at: datetime) -> None:
    if task.status == "RUNNING":
        task.status, task.finished_at, task.traceback = "FAILED", at, "worker lost"
        task.save(update_fields=["status", "finished_at", "traceback"])
    jobs = Job.objects.filter(task_id=str(task.pk))
    if len(task.worker_ids) < settings.WORKER_TRIES:
        jobs.update(task_id=str(_again(task).pk))
    else:
        for job in jobs:
            actions.fail(job, code=actions.LOST, at=at)


def _again(task: TaskRow) -> TaskRow:
    """The same task once more in the queue; it remembers to whom it was given."""
    return DBTaskResult.objects.create(
        args_kwargs=task.args_kwargs,
        priority=task.priority,
        task_path=task.task_path,
        worker_ids=task.worker_ids,
        queue_name=task.queue_name,
        backend_name=task.backend_name,
        run_after=task.run_after,
    )
