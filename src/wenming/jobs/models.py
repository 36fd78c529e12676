"""One row for each piece of long work, so that people can watch it, cancel it and read how it ended."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("等待")
    RUNNING = "running", _("进行中")
    DONE = "done", _("已完成")
    FAILED = "failed", _("未完成")
    CANCELLED = "cancelled", _("已取消")


OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)  # nothing more will happen


class Job(models.Model):
    """One piece of long work, asked for by a person, or by the clock."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("asked_by",)

    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)  # steps done, of ``total``
    total = models.PositiveIntegerField(default=0)
    stage = models.CharField(max_length=60, blank=True)  # the step at work, named by the job's kind
    # why it failed, or what was left out: a code the asking room can put in words
    code = models.CharField(max_length=60, blank=True)
    about = models.JSONField(default=dict, blank=True)
    task_id = models.CharField(max_length=64, blank=True)  # of the task that is at work on it
    # How often it was taken up: who took it up earlier, and wakes late, may not write to it any more.
    delivery = models.PositiveIntegerField(default=0)
    put_offs = models.PositiveSmallIntegerField(default=0)  # since it was asked for, by faults that pass
    cancel_asked = models.BooleanField(default=False)
    # None: the clock asked
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # by the machine, so there is no ``ended_by``

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "-asked_at"])]

    @property
    def is_over(self) -> bool:
        """Nothing more will happen to it."""
        return self.state in OVER


AHEAD = timedelta(hours=1)  # what is later than the clock by more was written while the clock was wrong


class Beats(models.QuerySet["WorkerBeat"]):
    """Signs of life."""

    def of_the_living(self, at: datetime, *, within: timedelta) -> "Beats":
        """Those given within that time; one that lies far ahead of the clock tells of nobody."""
        return self.filter(at__gte=at - within, at__lte=at + AHEAD)


class WorkerBeat(models.Model):
    """The last sign of life of a running worker."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    worker_id = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)

    objects = Beats.as_manager()


class Round(models.Model):
    """The last period for which a periodic job was begun."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(max_length=60, primary_key=True)
    period = models.CharField(max_length=20)  # as rules.periods writes it, so that a later one is greater
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
