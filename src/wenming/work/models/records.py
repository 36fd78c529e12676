"""Records of work: what was done, when, where, by whom, for how many, with what outcome."""

import uuid
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.work.models.commitments import REASON_LENGTH, Commitment

TITLE_LENGTH = 100  # characters
PLACE_LENGTH = 100
WORDS_LENGTH = 2000
NAME_LENGTH = 40
SOURCE_LENGTH = 200


class RecordKind(models.Model):
    """What sort of work was done (学习, 培训, 会议 …); an office may add its own."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(max_length=20, unique=True)
    position = models.PositiveIntegerField(default=1000)
    is_offered = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class RecordState(models.TextChoices):
    """What became of a record."""

    RECORDED = "recorded", _("已登记")
    ACCEPTED = "accepted", _("已认可")
    RETURNED = "returned", _("已退回")
    WITHDRAWN = "withdrawn", _("已撤回")


COUNTS = (RecordState.RECORDED, RecordState.ACCEPTED)  # a record counts until somebody has said that it does not


class RecordQuerySet(models.QuerySet["Record"]):
    """Questions about records that several pages ask."""

    def counting(self) -> Self:
        """Neither returned nor withdrawn."""
        return self.filter(state__in=COUNTS)


class Record(models.Model):
    """What a unit did, entered once; it counts for every commitment that it fits (工作记录)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "changed_by", "judged_by", "withdrawn_by")
    HELD: ClassVar = {
        "unit": Held(_("工作记录"), told=("title", "first"), past=EVERYTHING),
        "with_units": Held(_("参加的工作"), told=("record__title",), past=EVERYTHING),
    }

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # of whoever enters it: sent twice is once
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="records")  # whose record it is
    with_units = models.ManyToManyField(Unit, blank=True, related_name="+")  # took part as well
    kind = models.ForeignKey(RecordKind, on_delete=models.PROTECT, related_name="records")
    title = models.CharField(max_length=TITLE_LENGTH)
    first = models.DateField()
    last = models.DateField()
    minutes = models.PositiveIntegerField(null=True, blank=True)  # how long, all days together
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)  # for how many, or with how many
    words = models.CharField(max_length=WORDS_LENGTH, blank=True)
    state = models.CharField(max_length=10, choices=RecordState, default=RecordState.RECORDED)
    revision = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)  # why it was returned or withdrawn
    judged_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-first", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "-first", "-id"]),
            models.Index(fields=["state", "-first", "-id"]),
            models.Index(fields=["-first", "-id"]),
        ]
        constraints: ClassVar = [
            together("changed", name="record_changed_by_and_at"),
            together("judged", name="record_judged_by_and_at"),
            together("withdrawn", name="record_withdrawn_by_and_at"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="record_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.title


class Output(models.Model):
    """What came of it, with its count: 2 部 films shown, 3 篇 published (成果)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="outputs")
    count = models.DecimalField(max_digits=12, decimal_places=2)
    word = models.CharField(max_length=20)  # the word that it is counted by: 部, 篇, 场
    name = models.CharField(max_length=TITLE_LENGTH, blank=True)

    class Meta:
        ordering: ClassVar = ["record", "pk"]


class Attendee(models.Model):
    """Somebody who took part, by name: entered, pasted, from Excel, or signed up at the page of a QR code (名单)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("name", "office")

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="attendees")
    name = models.CharField(max_length=NAME_LENGTH)
    office = models.CharField(max_length=NAME_LENGTH, blank=True)  # where they work, as they say it

    class Meta:
        ordering: ClassVar = ["record", "pk"]


class Use(models.Model):
    """A record counts for a commitment, or the unit said that it does not."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="uses")
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="uses")
    is_counted = models.BooleanField(default=True)
    why = models.CharField(max_length=20)  # why it was proposed: a code of records.proposing; "chosen" by a person

    class Meta:
        ordering: ClassVar = ["record", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "commitment"], name="record_used_once")]


class RecordVersion(models.Model):
    """A record as it stood after each change; all of them stay."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RecordState)
    content = models.JSONField()  # field → value, without names of people
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["record", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "number"], name="record_version_once")]


class Figure(models.Model):
    """A value of a figure on a day: what rates and growth are judged by (数据)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)
    HELD: ClassVar = {"unit": Held(_("数据"), told=("name", "on"), past=EVERYTHING)}

    name = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4)
    source = models.CharField(max_length=SOURCE_LENGTH, blank=True)  # the paper or the statistics that it is from
    is_withdrawn = models.BooleanField(default=False)  # entered by mistake: it stays to be read, and counts for nothing
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name", "-on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["name", "unit", "on"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name", "unit", "on"], condition=Q(is_withdrawn=False), name="figure_of_a_day_once"
            ),
            models.UniqueConstraint(
                fields=["name", "on"], condition=Q(is_withdrawn=False, unit=None), name="figure_of_all_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FigureVersion(models.Model):
    """What a figure said before it was corrected or withdrawn, and why that was done."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="versions")
    value = models.DecimalField(max_digits=16, decimal_places=4)
    source = models.CharField(max_length=SOURCE_LENGTH, blank=True)
    reason = models.CharField(max_length=REASON_LENGTH)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")  # who corrected it
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["figure", "-pk"]
