"""Jobs from asking to end, each transition once and twice."""

import errno
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.jobs import actions
from wenming.jobs.models import Job, JobState, WorkerBeat

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


@task()
def count(job_id: int) -> None:
    """A job that does nothing."""


def make_job() -> Job:
    """A waiting job of four steps."""
    return actions.start(kind="count", total=4, about={"plan": 1}, by=make_person(), at=NOON)


def asker(job: Job) -> User:
    """The person who asked for it."""
    assert job.asked_by is not None
    return job.asked_by


class TestRun:
    def test_it_is_in_the_queue(self) -> None:
        job = make_job()
        actions.run(count, job)
        assert DBTaskResult.objects.get(pk=job.task_id).args_kwargs["args"] == [job.pk]


class TestStep:
    def test_it_tells_where_it_is(self) -> None:
        job = make_job()
        actions.step(job, stage="read", done=1)
        job.refresh_from_db()
        assert (job.state, job.stage, job.done) == (JobState.RUNNING, "read", 1)

    def test_a_stage_may_count_steps_of_its_own(self) -> None:
        job = make_job()
        actions.step(job, stage="ask", done=3, total=40)
        job.refresh_from_db()
        assert (job.done, job.total) == (3, 40)
        actions.finish(job, at=NOON)
        assert job.done == 40

    def test_it_stops_where_cancelling_was_asked(self) -> None:
        job = make_job()
        actions.step(job, stage="open", done=0)
        actions.ask_cancel(job, by=asker(job), at=NOON)
        assert job.state == JobState.RUNNING
        with pytest.raises(actions.Cancelled):
            actions.step(job, stage="read", done=1)

    def test_it_stops_once_the_job_is_over(self) -> None:
        job = make_job()
        actions.finish(job, at=NOON)
        with pytest.raises(actions.Cancelled):
            actions.step(job, stage="read", done=1)


class TestEnd:
    def test_done_is_all_steps(self) -> None:
        job = make_job()
        actions.finish(job, at=NOON)
        assert (job.state, job.done, job.ended_at) == (JobState.DONE, 4, NOON)

    def test_what_was_left_out_of_a_job_that_is_done_is_kept(self) -> None:
        job = make_job()
        actions.finish(job, code="slow", about={"left": "2"}, at=NOON)
        assert (job.state, job.code, job.about) == (JobState.DONE, "slow", {"plan": 1, "left": "2"})

    def test_what_is_over_stays_as_it_ended(self) -> None:
        job = make_job()
        actions.finish(job, at=NOON)
        actions.fail(job, code="late", at=NOON)
        assert (job.state, job.code) == (JobState.DONE, "")

    def test_why_it_failed_is_kept_beside_what_it_was_about(self) -> None:
        job = make_job()
        actions.fail(job, code="file_locked", about={"name": "a"}, at=NOON)
        assert (job.state, job.code, job.about) == (JobState.FAILED, "file_locked", {"plan": 1, "name": "a"})

    def test_a_waiting_job_is_cancelled_at_once(self) -> None:
        job = make_job()
        actions.ask_cancel(job, by=asker(job), at=NOON)
        assert (job.state, job.ended_at) == (JobState.CANCELLED, NOON)


class TestRetry:
    def test_it_starts_again_from_the_first_step(self) -> None:
        job = make_job()
        actions.fail(job, code="x", at=NOON)
        actions.retry(count, job, by=asker(job), at=NOON)
        assert (job.state, job.code, job.ended_at, job.done) == (JobState.WAITING, "", None, 0)
        assert DBTaskResult.objects.count() == 1

    def test_a_job_that_left_something_out_starts_again(self) -> None:
        job = make_job()
        actions.finish(job, code="slow", at=NOON)
        actions.retry(count, job, by=asker(job), at=NOON)
        assert (job.state, job.code) == (JobState.WAITING, "")

    @pytest.mark.parametrize("state", [JobState.WAITING, JobState.RUNNING, JobState.DONE])
    def test_it_is_refused_otherwise(self, state: JobState) -> None:
        job = make_job()
        Job.objects.update(state=state)
        with pytest.raises(actions.NotOver):
            actions.retry(count, job, by=asker(job), at=NOON)
        assert not DBTaskResult.objects.exists()


def _end_by(job: Job, error: Exception) -> None:
    """The job after its work raised ``error``."""
    with actions.work_on(job.pk) as found:
        if found:
            raise error
    job.refresh_from_db()


class TestWorkOn:
    def test_nothing_is_left_of_a_job_that_is_over(self) -> None:
        job = make_job()
        actions.finish(job, at=NOON)
        with actions.work_on(job.pk) as found:
            assert found is None

    def test_cancelling_ends_it(self) -> None:
        job = make_job()
        _end_by(job, actions.Cancelled())
        assert job.state == JobState.CANCELLED

    def test_what_cannot_be_done_says_why(self) -> None:
        job = make_job()
        _end_by(job, actions.CannotGoOn("file_empty", name="a.txt"))
        assert (job.state, job.code, job.about["name"]) == (JobState.FAILED, "file_empty", "a.txt")

    def test_a_fault_of_ours_is_said_and_passed_on(self) -> None:
        job = make_job()
        with pytest.raises(ZeroDivisionError), actions.work_on(job.pk):
            raise ZeroDivisionError
        job.refresh_from_db()
        assert (job.state, job.code) == (JobState.FAILED, actions.UNEXPECTED)


class Away(OperationalError):
    """The database did not answer, as its driver says it: without a code."""

    def __init__(self) -> None:
        super().__init__("connection lost")
        self.__cause__ = Exception()


PASSING = [Away(), OSError(errno.ENOSPC, "no space left"), ConnectionResetError(), TimeoutError()]


def deliver(job: Job, error: Exception) -> None:
    """One delivery, which ends in ``error``; where the job is given up the worker hears of it."""
    try:
        with actions.work_on(job.pk) as found:
            if found:
                raise error
    except type(error):
        pass
    job.refresh_from_db()


class TestFaultsThatPass:
    @pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
    def test_it_is_tried_again_after_growing_waits_and_then_given_up(self, error: Exception) -> None:
        job, waits = make_job(), []
        actions.run(count, job)
        for _ in settings.WORKER_WAITS:
            begun = timezone.now()
            deliver(job, error)
            task = actions.queued(job)
            assert task is not None
            assert (job.state, task.status) == (JobState.WAITING, "READY")
            waits.append(round((task.run_after - begun).total_seconds()))
        assert waits == list(settings.WORKER_WAITS) == sorted(waits)
        deliver(job, error)
        assert (job.state, job.code.startswith("outside_")) == (JobState.FAILED, True)

    def test_what_the_job_itself_cannot_do_is_not_tried_again(self) -> None:
        job = make_job()
        actions.run(count, job)
        deliver(job, actions.CannotGoOn("file_empty"))
        assert (job.state, DBTaskResult.objects.count()) == (JobState.FAILED, 1)

    def test_asking_for_it_again_counts_anew(self) -> None:
        job = make_job()
        actions.run(count, job)
        for _ in range(len(settings.WORKER_WAITS) + 1):
            deliver(job, TimeoutError())
        actions.retry(count, job, by=asker(job), at=NOON)
        deliver(job, TimeoutError())
        assert job.state == JobState.WAITING

    def test_it_can_be_cancelled_while_it_waits(self) -> None:
        job = make_job()
        actions.run(count, job)
        deliver(job, TimeoutError())
        actions.ask_cancel(job, by=asker(job), at=NOON)
        deliver(job, TimeoutError())
        assert job.state == JobState.CANCELLED


class TestTakenOver:
    def test_who_has_it_no_more_writes_nothing(self) -> None:
        job = make_job()
        with actions.work_on(job.pk) as late, actions.work_on(job.pk) as newer:
            assert late is not None
            assert newer is not None
            actions.step(newer, stage="b", done=2)
            with pytest.raises(actions.TakenOver):
                actions.step(late, stage="a", done=1)
            actions.fail(late, code="late", at=NOON)
            actions.finish(newer, at=NOON)
        job.refresh_from_db()
        assert (job.state, job.stage, job.code) == (JobState.DONE, "b", "")


def test_somebody_works_while_a_sign_of_life_is_fresh() -> None:
    WorkerBeat.objects.create(worker_id="a", at=NOON - timedelta(seconds=30))
    assert actions.is_anyone_working(NOON, within=timedelta(seconds=60))
    assert not actions.is_anyone_working(NOON, within=timedelta(seconds=20))
