"""Days of the installation: what the office adds to the calendar of the country."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.rules.days.added_table import NAME_LENGTH, SOURCE_LENGTH

DAYS_NAME_LENGTH = NAME_LENGTH


class LocalDaysKind(models.TextChoices):
    """What is said of the days."""

    OFF = "off", _("放假")
    WORK = "work", _("调休上班")
    FESTIVAL = "festival", _("公布的节日")  # the region says when it is: 肉孜节, 古尔邦节
    AUTUMN = "autumn", _("秋季学期")
    SPRING = "spring", _("春季学期")
    NOTICE = "notice", _("放假通知已录齐")  # of the whole year: its days off are all here


class LocalDays(models.Model):
    """Days that stand before what the built-in calendar says of them, for everybody in the installation (本地日历)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("added_by",)

    kind = models.CharField(max_length=8, choices=LocalDaysKind)
    first = models.DateField()
    last = models.DateField()
    name = models.CharField(max_length=DAYS_NAME_LENGTH)  # the festival, or why: 古尔邦节
    source = models.CharField(max_length=SOURCE_LENGTH, blank=True)  # the document that says so
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["first", "kind", "pk"]
        verbose_name_plural = "local days"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "first"], name="local_days_begin_once"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="local_days_end_after_they_begin"),
        ]

    def __str__(self) -> str:
        return self.name
