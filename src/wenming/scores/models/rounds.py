"""A round of assessment, and who may see it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.open_work import OpenWork
from wenming.audit.who_and_when import together
from wenming.frameworks.models import Edition
from wenming.rules.scoring.negative import Status

USER = settings.AUTH_USER_MODEL
TITLE_LENGTH = 200  # characters

STATUS_WORDS = {Status.NONE: _("没有称号"), Status.NOMINEE: _("提名城市"), Status.HOLDER: _("已命名")}


class RoundKind(models.TextChoices):
    """Who measures."""

    SELF = "self", _("自查")
    MOCK = "mock", _("模拟测评")
    OFFICIAL = "official", _("正式测评")


class RoundState(models.TextChoices):
    """Where a round stands."""

    PREPARING = "preparing", _("准备中")
    OPEN = "open", _("进行中")
    CLOSED = "closed", _("已结束")


class Missing(models.TextChoices):
    """What becomes of a territory where a standard that others were sampled for was not (缺样)."""

    LEFT_OUT = "left_out", _("没有抽到的不计")
    MEAN = "mean", _("按其他属地的平均补")


class Round(models.Model):
    """One assessment (测评轮次): a framework as it was when the round began, and what was seen in its window.

    ``frame`` is that framework as JSON, empty until the round begins; from then on no edition changes it.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "handled_by", "begun_by", "closed_by")
    HANDED_OVER: ClassVar = {"handled_by": OpenWork(_("经办的测评轮次"), ~Q(state=RoundState.CLOSED))}

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="rounds")
    title = models.CharField(max_length=TITLE_LENGTH)
    kind = models.CharField(max_length=8, choices=RoundKind)
    state = models.CharField(max_length=9, choices=RoundState, default=RoundState.PREPARING)
    first = models.DateField()  # the window in which things are looked at
    last = models.DateField()
    frame = models.JSONField(default=dict, blank=True)
    missing = models.CharField(max_length=8, choices=Missing, default=Missing.LEFT_OUT)
    left_out = models.JSONField(default=list, blank=True)  # codes of items that do not concern this city
    status = models.CharField(max_length=7, choices=list(STATUS_WORDS.items()), default=Status.NONE)
    applies_on = models.DateField(null=True, blank=True)  # the day of the application, for the negative list
    is_restricted = models.BooleanField(default=False)  # only those named see it
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    handled_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-last", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="round_ends_after_beginning"),
            together("begun", name="round_begun_by_and_at"),
            together("closed", name="round_closed_by_and_at"),
        ]

    def __str__(self) -> str:
        return self.title


class Reader(models.Model):
    """Somebody to whom a round was opened by name."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user", "made_by")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="rounds")
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["round", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "user"], name="reader_once")]
