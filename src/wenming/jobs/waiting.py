"""Whether a job waits for a worker that is not there."""

from datetime import datetime, timedelta

from wenming.jobs.actions import is_anyone_working
from wenming.jobs.models import Job, JobState

PATIENCE = timedelta(seconds=20)  # a job that waits longer may have no worker


def nobody_works(job: Job, *, at: datetime) -> bool:
    """The job has been waiting for long, and no worker has given a sign of life."""
    waited = at - job.asked_at > PATIENCE
    return job.state == JobState.WAITING and waited and not is_anyone_working(at, within=3 * PATIENCE)
