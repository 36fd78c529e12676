"""Requests for material: the office asks units for something, once; how much each unit is asked is counted.

And what a unit says that it cannot do, on its way up.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together
from wenming.command.models import Group, Seat
from wenming.places.held import Held
from wenming.places.models import UNIT_NAME_LENGTH, Area, Unit, UnitClass
from wenming.work.models.commitments import REASON_LENGTH, Commitment, Objection
from wenming.work.models.evidence import Evidence
from wenming.work.models.records import Record


class RequestState(models.TextChoices):
    """Where a request stands."""

    DRAFT = "draft", _("草稿")
    SENT = "sent", _("征集中")
    CLOSED = "closed", _("已结束")
    CANCELLED = "cancelled", _("已取消")


class Request(models.Model):
    """The office asks units for material (材料征集)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "sent_by", "ended_by")
    HELD: ClassVar = {"units": Held(_("材料征集的草稿"), told=("request__title",), past=~Q(request__state="draft"))}

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")  # whose office asks
    title = models.CharField(max_length=100)
    words = models.TextField(blank=True)  # what is wanted, and what for
    basis = models.CharField(max_length=200)  # the document or plan that allows to ask
    commitment = models.ForeignKey(Commitment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateField()
    unit_classes = models.ManyToManyField(UnitClass, blank=True, related_name="+")  # whom the draft means to ask
    units = models.ManyToManyField(Unit, blank=True, related_name="+")  # and by name
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.DRAFT)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)  # why it was cancelled

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["area", "state", "-made_at"])]
        constraints: ClassVar = [
            together("sent", name="request_sent_by_and_at"),
            together("ended", name="request_ended_by_and_at"),
        ]

    def __str__(self) -> str:
        return self.title


class AnswerState(models.TextChoices):
    """What a unit said to a request."""

    ASKED = "asked", _("待答复")
    ANSWERED = "answered", _("已答复")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("已认可")
    NOT_OURS = "not_ours", _("不属于我单位")


class Answer(models.Model):
    """One unit's part in a request: asked, and what it answered with (答复)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("asked_by", "answered_by", "judged_by", "reminded_by")
    HELD: ClassVar = {
        "unit": Held(
            _("材料征集"),
            told=("request__title",),
            past=Q(state=AnswerState.ACCEPTED) | Q(request__state__in=[RequestState.CLOSED, RequestState.CANCELLED]),
        )
    }

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="answers")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=AnswerState, default=AnswerState.ASKED)
    words = models.CharField(max_length=REASON_LENGTH, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)  # how long it took, as the unit says
    records = models.ManyToManyField(Record, blank=True, related_name="answers")
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="answers")
    proposed = models.ManyToManyField(Record, blank=True, related_name="+")  # that the office saw to be there
    asked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)  # with the request, or later
    reminded_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)  # the last time
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    judged_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["request", "pk"]
        indexes: ClassVar = [models.Index(fields=["unit", "state"]), models.Index(fields=["unit", "asked_at"])]
        constraints: ClassVar = [
            together("asked", name="answer_asked_by_and_at"),
            together("answered", name="answer_answered_by_and_at"),
            together("reminded", name="answer_reminded_by_and_at"),
            together("judged", name="answer_judged_by_and_at"),
            models.UniqueConstraint(fields=["request", "unit"], name="asked_once"),
        ]


class Referral(models.Model):
    """What a unit cannot do, passed to a group or a seat of the command, with the answer that comes back (上报)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "answered_by")

    objection = models.ForeignKey(Objection, on_delete=models.CASCADE, related_name="referrals")
    to = models.CharField(max_length=UNIT_NAME_LENGTH)  # the group or seat by its name, without a person's
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.CharField(max_length=REASON_LENGTH)  # what is asked of them
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    answer = models.CharField(max_length=REASON_LENGTH, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
        constraints: ClassVar = [
            together("answered", name="referral_answered_by_and_at"),
            models.UniqueConstraint(
                fields=["objection"], condition=Q(answered_at=None), name="one_open_referral_of_an_objection"
            ),
        ]

    def __str__(self) -> str:
        return self.to
