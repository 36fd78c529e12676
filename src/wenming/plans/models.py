"""Plans and their versions; what was read from them and what people made of it.

Offsets are half-open and count code points of ``PlanVersion.text``.
"""

from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.accounts.open_work import OpenWork
from wenming.audit.who_and_when import together
from wenming.files.naming import content_name
from wenming.jobs.models import Job
from wenming.places.held import Held
from wenming.places.models import Area, Unit, UnitClass
from wenming.reading.model import Role, TermKind

USER = settings.AUTH_USER_MODEL
PLAN_TITLE_LENGTH = 200  # characters, as the next two; longer ones are cut
TITLE_LENGTH = 500
NAME_LENGTH = 200
DOCUMENTS = "plans"  # the folder of the store


def document_path(version: "PlanVersion", file_name: str) -> str:
    """Where a document is kept: by the hash of its bytes, so that a name from outside never becomes a path."""
    del file_name
    return content_name(DOCUMENTS, version.sha256)


class Plan(models.Model):
    """A document of the programme (方案), in all its versions."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("created_by",)

    title = models.CharField(max_length=PLAN_TITLE_LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="plans")  # whose programme it is
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class VersionState(models.TextChoices):
    """Where a version of a plan stands."""

    READING = "reading", _("正在读取")
    UNREADABLE = "unreadable", _("无法读取")
    REVIEW = "review", _("核对中")
    IN_FORCE = "in_force", _("执行中")
    SUPERSEDED = "superseded", _("已被新版替代")


ISSUED = (VersionState.IN_FORCE, VersionState.SUPERSEDED)  # is or was in force: everybody may see it
READABLE = (VersionState.REVIEW, *ISSUED)  # has measures


class PlanVersion(models.Model):
    """One document of a plan, as it was imported."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("uploaded_by", "handled_by", "in_force_by")
    HANDED_OVER: ClassVar = {
        "handled_by": OpenWork(
            _("经办的方案"),
            models.Q(state__in=[VersionState.READING, VersionState.UNREADABLE, VersionState.REVIEW]),
        )
    }

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()  # 1, 2, … within the plan
    state = models.CharField(max_length=10, choices=VersionState, default=VersionState.READING)
    document = models.FileField(upload_to=document_path, max_length=200)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    text = models.TextField(blank=True)
    noise = models.JSONField(default=list, blank=True)  # [[start, end, why], …]
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    handled_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")  # answers for it until issued
    in_force_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    in_force_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["plan", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(state="in_force"), name="one_version_in_force_for_each_plan"
            ),
            together("in_force", name="version_in_force_by_and_at"),
        ]


class MarkState(models.TextChoices):
    """What became of something that was read."""

    READ = "read", _("待核对")
    CONFIRMED = "confirmed", _("已确认")
    CORRECTED = "corrected", _("已更正")
    ADDED = "added", _("人工补充")
    REMOVED = "removed", _("已删除")


_Mark = TypeVar("_Mark", bound=models.Model)


class MarkQuerySet(models.QuerySet[_Mark]):
    """Questions that every kind of mark is asked."""

    def standing(self) -> Self:
        """The marks that nobody removed."""
        return self.exclude(state=MarkState.REMOVED)


class PartQuerySet(MarkQuerySet[_Mark]):
    """Questions to what belongs to a measure: duties and terms."""

    def live(self) -> Self:
        """Those that nobody removed, of measures that nobody removed: what units answer for."""
        return self.standing().exclude(measure__state=MarkState.REMOVED)


class Measure(models.Model):
    """The smallest item of a plan that a unit can be told to do (措施)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by",)

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="measures")
    position = models.PositiveIntegerField()  # in the order of the text
    path = models.JSONField(default=list)
    title = models.CharField(max_length=TITLE_LENGTH)
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=MarkState, default=MarkState.READ)
    revision = models.PositiveIntegerField(default=0)  # counts changes, so that nobody overwrites unseen
    changed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = MarkQuerySet["Measure"].as_manager()

    class Meta:
        ordering: ClassVar = ["version", "position", "pk"]
        indexes: ClassVar = [models.Index(fields=["version", "position"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="measure_has_length"),
            together("changed", name="measure_changed_by_and_at"),
        ]

    def __str__(self) -> str:
        return self.title


class Duty(models.Model):
    """A unit, or a class of units, answers for a measure in a role (责任)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by",)
    HELD: ClassVar = {
        "unit": Held(
            _("责任"),
            told=("measure__version__plan__title", "measure__title"),
            past=models.Q(measure__version__state=VersionState.SUPERSEDED),
            locked_first="measure__version",
        )
    }

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="duties")
    name = models.CharField(max_length=NAME_LENGTH)  # as the document says it
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="duties")
    unit_class = models.ForeignKey(UnitClass, null=True, blank=True, on_delete=models.PROTECT, related_name="duties")
    reason = models.CharField(max_length=20, blank=True)  # why the name was matched: a code of rules.matching
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=MarkState, default=MarkState.READ)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = PartQuerySet["Duty"].as_manager()

    class Meta:
        ordering: ClassVar = ["measure", "start", "pk"]
        verbose_name_plural = "duties"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(unit__isnull=True) | models.Q(unit_class__isnull=True), name="duty_of_unit_or_class"
            ),
            together("changed", name="duty_changed_by_and_at"),
        ]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """One binding phrase of a measure: how often, how much, how long, by when, over whom."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by",)

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in TermKind])
    value = models.JSONField()  # as in the JSON of a reading
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=MarkState, default=MarkState.READ)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = PartQuerySet["Term"].as_manager()

    class Meta:
        ordering: ClassVar = ["measure", "start", "pk"]
        constraints: ClassVar = [together("changed", name="term_changed_by_and_at")]


class Doubt(models.Model):
    """Something a person should look at before the plan is put in force (存疑)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("settled_by",)

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="doubts")
    code = models.CharField(max_length=60)
    about = models.JSONField(default=dict, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    measure = models.ForeignKey(Measure, null=True, blank=True, on_delete=models.CASCADE, related_name="doubts")
    duty = models.ForeignKey(Duty, null=True, blank=True, on_delete=models.CASCADE, related_name="doubts")
    term = models.ForeignKey(Term, null=True, blank=True, on_delete=models.CASCADE, related_name="doubts")
    settled_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["version", "start", "pk"]
        constraints: ClassVar = [together("settled", name="doubt_settled_by_and_at")]


class Act(models.TextChoices):
    """What a person did in review."""

    CONFIRM = "confirm", _("确认")
    CORRECT = "correct", _("更正")
    REMOVE = "remove", _("删除")
    RESTORE = "restore", _("恢复")
    ADD = "add", _("补充")
    SPLIT = "split", _("拆分")
    MERGE = "merge", _("合并")
    MATCH = "match", _("对应单位")
    SETTLE = "settle", _("看过存疑")
    UNDO = "undo", _("撤销")
    CARRY = "carry", _("沿用")


class Step(models.Model):
    """What one person did in review at one time, kept so that it can be seen and undone as a whole."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "undone_by")

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="steps")
    act = models.CharField(max_length=10, choices=Act)
    # [{"mark": "measure" | "duty" | "term" | "doubt", "id": …, "before": {field: value} | null, "after": {…}}, …]
    changes = models.JSONField()
    learned = models.JSONField(
        default=list, blank=True
    )  # [[name, "unit" | "class", id], …]: names the directory learned
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["version", "pk"]
        constraints: ClassVar = [together("undone", name="step_undone_by_and_at")]


class Presence(models.Model):
    """Who has a version open for review, and when their page last said so."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("seen_by",)

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="presences")
    seen_by = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["version", "seen_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "seen_by"], name="present_once")]
