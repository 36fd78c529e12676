"""What this room does by the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.jobs.test_actions import make_job
from wenming.jobs import actions
from wenming.jobs.models import Job
from wenming.jobs.periodic import KEPT, sweep

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


def test_only_old_jobs_of_the_clock_are_forgotten() -> None:
    make_job()
    for ago in (KEPT - timedelta(days=1), KEPT + timedelta(days=1)):
        job = actions.start(kind="periodic", total=1, about={}, by=None, at=NOON - ago)
        actions.finish(job, at=NOON - ago)
    assert sweep(NOON) == 1
    assert Job.objects.count() == 2
    assert sweep(NOON) == 0
