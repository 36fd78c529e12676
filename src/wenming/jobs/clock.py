"""Work of the clock: what is to be done every hour or every day, once in each period however many workers there are.

Every room lists its own in its module ``periodic``: ``PERIODIC = (Periodic("room.work", _("…"), Every.DAY, do),)``.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import module_has_submodule
from django_tasks import task

from wenming.jobs import actions
from wenming.jobs.models import Round
from wenming.rules.periods import Periodic, period_of

KIND = "periodic"
AHEAD = timedelta(days=2)  # what is said to have been begun later was begun while the clock was wrong


@cache
def registry() -> Mapping[str, Periodic]:
    """All periodic work of all rooms, by its name."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("wenming.")]
    modules = [
        import_module(f"{room.name}.periodic") for room in rooms if module_has_submodule(room.module, "periodic")
    ]
    return {one.name: one for module in modules for one in module.PERIODIC}


def tick(*, at: datetime, works: Iterable[Periodic] | None = None) -> int:
    """Put into the queue what is due and was not begun in this period; how many that is."""
    there = registry().values() if works is None else works
    begun = dict(Round.objects.values_list("name", "period"))
    now = timezone.localtime(at)
    due = [one for one in there if not _reach(one, now)[0] <= begun.get(one.name, "") <= _reach(one, now)[1]]
    return sum(_begin(one, now=now) for one in due)


def _reach(work: Periodic, now: datetime) -> tuple[str, str]:
    """The period of now, and the last one after it that can have been begun already."""
    return period_of(now, work.every), period_of(now + AHEAD, work.every)


def _begin(work: Periodic, *, now: datetime) -> bool:
    """Begin the work of this period; False where another worker was faster."""
    period, last = _reach(work, now)
    try:
        with transaction.atomic():
            if not _claim(work.name, period, last):
                return False
            job = actions.start(kind=KIND, total=1, about={"name": work.name, "period": period}, by=None, at=now)
            actions.run(run_periodic, job)
            Round.objects.filter(pk=work.name).update(job=job)
    except IntegrityError:  # the very first time, two at once
        return False
    return True


def _claim(name: str, period: str, last: str) -> bool:
    if Round.objects.filter(pk=name).exists():
        open_ = Q(period__lt=period) | Q(period__gt=last)
        return bool(Round.objects.filter(open_, pk=name).update(period=period))
    Round.objects.create(name=name, period=period)
    return True


@task()
def run_periodic(job_id: int) -> None:
    """Do the work that the job names."""
    with actions.work_on(job_id) as job:
        if job is None:
            return
        work = registry().get(job.about["name"])
        if work is None:  # an older program asked for it
            raise actions.CannotGoOn("unknown_work")
        actions.step(job, stage=KIND, done=0)
        done = work.do(timezone.now())
        counted = {"count": str(done)} if isinstance(done, int) and not isinstance(done, bool) else {}
        actions.finish(job, about=counted, at=timezone.now())
