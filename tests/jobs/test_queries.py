"""In which order the page shows jobs."""

from datetime import UTC, datetime

import pytest

from tests.plans.making import make_person
from wenming.jobs import actions, queries
from wenming.jobs.models import Job, JobState

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


def test_what_is_at_work_comes_first_and_the_clock_only_where_it_failed() -> None:
    by = make_person()
    for state in reversed(JobState):
        Job.objects.create(kind="read_plan", state=state, asked_by=by, asked_at=NOON)
        Job.objects.create(kind="periodic", state=state, asked_at=NOON)
    shown = [(job.kind, job.state) for job in queries.jobs()]
    assert [state for _kind, state in shown[:2]] == [JobState.RUNNING] * 2
    assert ("periodic", JobState.FAILED) in shown
    assert ("periodic", JobState.DONE) not in shown


def test_what_can_be_done_again() -> None:
    done, failed = Job(state=JobState.DONE, task_id="a"), Job(state=JobState.FAILED, task_id="a")
    assert queries.can_be_retried(failed)
    assert not queries.can_be_retried(done)
    assert not queries.can_be_retried(Job(state=JobState.FAILED))


def test_every_work_of_the_clock_has_its_next_time() -> None:
    assert all(one.next_at > NOON for one in queries.standings(NOON))
    assert actions.OUTSIDE
