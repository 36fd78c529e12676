"""Signs of life of the workers, and giving back the jobs of one that was lost.

A worker that is killed leaves its task RUNNING for ever; a task whose worker has been silent too long is given out
again, and after ``WORKER_TRIES`` times counts as failed, together with its job.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from wenming.jobs import actions
from wenming.jobs.models import Job, WorkerBeat


def beat(worker_id: str, *, at: datetime) -> None:
    """The worker is alive."""
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"at": at})


def leave(worker_id: str) -> None:
    """The worker has ended well."""
    WorkerBeat.objects.filter(worker_id=worker_id).delete()


@transaction.atomic
def give_back_lost_jobs(*, at: datetime) -> None:
    """Put the tasks of silent workers back into the queue, or fail those that were given out too often."""
    WorkerBeat.objects.filter(at__lt=at - timedelta(seconds=settings.WORKER_DEAD)).delete()
    alive = set(WorkerBeat.objects.values_list("pk", flat=True))
    for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
        if not task.worker_ids or task.worker_ids[-1] not in alive:
            _give_back(task, at)


def _give_back(task: DBTaskResult[..., object], at: datetime) -> None:
    if len(task.worker_ids) < settings.WORKER_TRIES:
        task.status = "READY"
    else:
        task.status, task.finished_at, task.traceback = "FAILED", at, "worker lost"
        for job in Job.objects.filter(task_id=str(task.pk)):
            actions.fail(job, code=actions.LOST, at=at)
    task.save(update_fields=["status", "finished_at", "traceback"])
