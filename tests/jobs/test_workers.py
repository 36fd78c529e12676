"""What becomes of the jobs of a worker that was lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from tests.jobs.test_actions import count, make_job
from wenming.jobs import actions, workers
from wenming.jobs.models import Job, JobState, WorkerBeat

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


Task = DBTaskResult[..., object]


def taken(*worker_ids: str) -> tuple[Job, Task]:
    """A running job that these workers took, one after the other."""
    job = make_job()
    actions.run(count, job)
    actions.step(job, stage="read", done=1)
    task = DBTaskResult.objects.get(pk=job.task_id)
    task.status, task.worker_ids = "RUNNING", list(worker_ids)
    task.save()
    return job, task


def give_back(task: Task) -> str:
    """What becomes of the task now."""
    workers.give_back_lost_jobs(at=NOON)
    given = DBTaskResult.objects.exclude(pk=task.pk).first() or task
    given.refresh_from_db()
    return str(given.status)


def test_a_living_worker_keeps_its_job() -> None:
    _job, task = taken("a")
    workers.beat("a", at=NOON - timedelta(seconds=settings.WORKER_DEAD - 1))
    assert give_back(task) == "RUNNING"


@pytest.mark.parametrize(
    "beats",
    [[], [timedelta(seconds=settings.WORKER_DEAD + 1)], [timedelta(days=-400)]],
    ids=["never", "too old", "by a clock far ahead"],
)
def test_a_silent_worker_gives_its_job_back(beats: list[timedelta]) -> None:
    _job, task = taken("a")
    for ago in beats:
        workers.beat("a", at=NOON - ago)
    assert give_back(task) == "READY"
    assert not WorkerBeat.objects.exists()
    task.refresh_from_db()
    assert (task.status, task.traceback) == ("FAILED", "worker lost")
    assert Job.objects.get().task_id != str(task.pk)


def test_only_the_last_worker_counts() -> None:
    _job, task = taken("a", "b")
    workers.beat("b", at=NOON)
    assert give_back(task) == "RUNNING"


def test_a_job_that_kills_its_workers_is_given_up() -> None:
    job, task = taken(*"abc"[: settings.WORKER_TRIES])
    assert give_back(task) == "FAILED"
    job.refresh_from_db()
    assert (job.state, job.code, job.ended_at) == (JobState.FAILED, actions.LOST, NOON)


def test_what_a_worker_had_begun_itself_when_its_database_went_away() -> None:
    _job, task = taken("a")
    workers.give_back_own("b", at=NOON)
    assert DBTaskResult.objects.count() == 1
    workers.give_back_own("a", at=NOON)
    assert DBTaskResult.objects.exclude(pk=task.pk).get().status == "READY"


def test_a_job_that_could_not_say_how_it_ended_is_given_out_again() -> None:
    job, task = taken("a")
    task.status, task.finished_at = "FAILED", NOON
    task.save()
    workers.give_back_lost_jobs(at=NOON)
    job.refresh_from_db()
    assert DBTaskResult.objects.get(pk=job.task_id).status == "READY"


def test_a_job_that_can_never_say_how_it_ended_is_given_up() -> None:
    job, task = taken(*"abc"[: settings.WORKER_TRIES])
    task.status, task.finished_at = "FAILED", NOON
    task.save()
    workers.give_back_lost_jobs(at=NOON)
    job.refresh_from_db()
    assert (job.state, job.code) == (JobState.FAILED, actions.LOST)


def test_a_job_whose_task_has_vanished_says_so() -> None:
    job, task = taken("a")
    task.delete()
    workers.give_back_lost_jobs(at=NOON)
    job.refresh_from_db()
    assert (job.state, job.code, job.ended_at) == (JobState.FAILED, actions.UNQUEUED, NOON)


def test_one_who_leaves_is_forgotten() -> None:
    workers.beat("a", at=NOON)
    workers.beat("a", at=NOON)
    workers.leave("a")
    assert not WorkerBeat.objects.exists()
