"""Calendar feeds: who may read what falls due from a calendar program, by a secret address."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit

NAME_LENGTH = 40


class Alarm(models.IntegerChoices):
    """When the calendar rings: at nine in the morning so many days before."""

    NONE = -1, _("不提醒")
    ON_THE_DAY = 0, _("当天早上九点")
    DAY_BEFORE = 1, _("前一天早上九点")
    THREE_DAYS_BEFORE = 3, _("前三天早上九点")


class Feed(models.Model):
    """One address that a calendar program reads (日历订阅): what its maker sees, or one unit of it.

    It shows what its maker may see on the day that it is read, and nothing once they see nothing any more. The secret
    is kept as its digest only.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "revoked_by", "used_on")
    HELD: ClassVar = {"unit": Held(_("日历订阅"), told=("name",), past=EVERYTHING)}  # of a unit that is gone: empty

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # makes the names of its events its own
    name = models.CharField(max_length=NAME_LENGTH)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # empty: all
    alarm = models.SmallIntegerField(choices=Alarm, default=Alarm.DAY_BEFORE)
    secret_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)  # the day it was read last; no more is kept
    body_digest = models.CharField(max_length=64, blank=True)  # of what was given out last
    body_since = models.DateTimeField(null=True, blank=True)  # since when that is what is given out

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["made_by", "-made_at"])]
        constraints: ClassVar = [together("revoked", name="feed_revoked_by_and_at")]

    def __str__(self) -> str:
        return self.name
