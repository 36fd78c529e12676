"""Everything anew after the calendar has changed: at once where it is little, else in the background."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from wenming.accounts.models import User
from wenming.jobs import actions as jobs
from wenming.work.models import Commitment
from wenming.work.verdicts.refreshing import refresh

JOB = "recalculate"
AT_ONCE = 100  # commitments that nobody has to wait for
_PART = 50


def recalculate(*, by: User, at: datetime) -> None:
    """Bring all verdicts up to date; where there are many, a job does it, shown with its progress."""
    count = Commitment.objects.binding().count()
    if count <= AT_ONCE:
        refresh(commitments=None, units=None, at=at)
        return
    job = jobs.start(kind=JOB, total=-(-count // _PART), about={}, by=by, at=at)
    jobs.run(recalculate_all, job)


@task()
def recalculate_all(job_id: int) -> None:
    """All verdicts, some commitments at a time, each part a transaction of its own; done twice it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is None:
            return
        keys = list(Commitment.objects.binding().order_by("pk").values_list("pk", flat=True))
        parts = [keys[start : start + _PART] for start in range(0, len(keys), _PART)]
        for number, part in enumerate(parts):
            jobs.step(job, stage="judge", done=number, total=len(parts))
            with transaction.atomic():
                refresh(commitments=part, units=None, at=timezone.now())
        jobs.finish(job, at=timezone.now())
