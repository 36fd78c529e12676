"""When a job waits for nobody."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, make_person
from wenming.jobs import actions, workers
from wenming.jobs.models import JobState
from wenming.jobs.waiting import PATIENCE, nobody_works

pytestmark = pytest.mark.django_db
LATER = NOON + PATIENCE + timedelta(seconds=1)


def test_it_waits_long_and_no_worker_gives_a_sign_of_life() -> None:
    job = actions.start(kind="read_plan", total=1, about={}, by=make_person(), at=NOON)
    assert not nobody_works(job, at=NOON)
    assert nobody_works(job, at=LATER)
    workers.beat("one", at=NOON)
    assert not nobody_works(job, at=LATER)


def test_a_job_at_work_waits_for_nobody() -> None:
    job = actions.start(kind="read_plan", total=1, about={}, by=make_person(), at=NOON)
    job.state = JobState.RUNNING
    assert not nobody_works(job, at=LATER)
