"""Sign-ups: who took part writes their own name, at the page of a QR code, without an account."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.work.models.commitments import Commitment
from wenming.work.models.records import NAME_LENGTH, PLACE_LENGTH, TITLE_LENGTH

CODE_LENGTH = 6


class Asks(models.TextChoices):
    """What people are asked; never more than this."""

    NAME = "name", _("只写姓名")
    OFFICE = "office", _("姓名和单位")
    VILLAGE = "village", _("姓名和村（社区）")


class SignUp(models.Model):
    """A page at which those who take part in something sign up (活动签到)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("opened_by",)
    HELD: ClassVar = {"unit": Held(_("活动签到"), told=("title", "on"), past=EVERYTHING)}

    record_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # of the record, made or to be made
    code = models.CharField(max_length=CODE_LENGTH, unique=True)  # of the public address; short, to be typed
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    commitment = models.ForeignKey(Commitment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=TITLE_LENGTH)
    on = models.DateField()
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    asks = models.CharField(max_length=10, choices=Asks, default=Asks.OFFICE)
    opens = models.DateTimeField()
    closes = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["unit", "-on", "-id"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="sign_up_closes_after_it_opens"),
        ]

    def __str__(self) -> str:
        return self.title


class SigningState(models.TextChoices):
    """What becomes of a name; whether it is on the roster, the roster says."""

    PROPOSED = "proposed", _("待确认")
    SET_ASIDE = "set_aside", _("不列入")
    LEAVING = "leaving", _("要求去掉")  # who signed up wants to be taken off the roster


class Signing(models.Model):
    """Somebody signed up: their name, and where they are from if that was asked (签到)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("name", "office")

    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="signings")
    token = models.UUIDField()  # of the form that was sent, and of the address at which it is taken back
    name = models.CharField(max_length=NAME_LENGTH)
    office = models.CharField(max_length=NAME_LENGTH, blank=True)
    state = models.CharField(max_length=10, choices=SigningState, default=SigningState.PROPOSED)
    was_listed = models.BooleanField(default=False)  # this very entry brought the name onto the roster
    since = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["sign_up", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["sign_up", "token"], name="signed_up_once")]
