"""What this room does by the clock."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from wenming.jobs.models import OVER, Job
from wenming.rules.periods import Every, Periodic

KEPT = timedelta(days=30)  # how long it can be seen how a job of the clock ended


def sweep(at: datetime) -> int:
    """Forget finished tasks, and jobs of the clock, that are older than ``KEPT``; how many jobs."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()
    old = Job.objects.filter(asked_by=None, state__in=OVER, ended_at__lt=at - KEPT)
    count, _rows = old.delete()
    return count


PERIODIC = (Periodic("jobs.sweep", _("清理旧的后台任务记录"), Every.DAY, sweep),)
