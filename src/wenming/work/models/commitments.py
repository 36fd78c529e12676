"""Commitments: the machine-checkable rules of measures, and what a unit is excused from or objects to."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import UNIT_NAME_LENGTH, Unit, UnitClass
from wenming.plans.models import MarkState, Measure, Term, VersionState

ACTIVITY_LENGTH = 60  # characters
CHAPTER_LENGTH = 120  # longer ones are cut
REASON_LENGTH = 500


class CommitmentState(models.TextChoices):
    """Where a commitment stands between the proposal and the rule that units are judged by."""

    PROPOSED = "proposed", _("待确认")
    CONFIRMED = "confirmed", _("已确认")
    SET_ASIDE = "set_aside", _("不设规则")


class Whom(models.TextChoices):
    """Who is judged by it."""

    OWNERS = "owners", _("承担责任的每个单位")  # who leads or is responsible, by name or through a class
    CLASS = "class", _("一类单位中的每一个")
    UNITS = "units", _("指定的每个单位")
    TOGETHER = "together", _("全体合计")


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Questions about commitments that several pages ask."""

    def binding(self) -> Self:
        """Those confirmed, of measures that stand, of plans in force: what units are judged by."""
        return self.filter(state=CommitmentState.CONFIRMED, measure__version__state=VersionState.IN_FORCE).exclude(
            measure__state=MarkState.REMOVED
        )


class Commitment(models.Model):
    """One machine-checkable rule of a measure (要求): how often, how much, by when, over whom."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("changed_by", "confirmed_by")
    HELD: ClassVar = {"units": Held(_("要求"), told=("commitment__activity",), locked_first="commitment")}

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="commitments")
    position = models.PositiveIntegerField(default=1)  # within the measure
    chapter = models.CharField(max_length=CHAPTER_LENGTH, blank=True)  # of the plan: what a board is folded by
    activity = models.CharField(max_length=ACTIVITY_LENGTH)  # what is to be done, in the words of the plan: 民主评议
    kind = models.CharField(max_length=12)  # of the demand, as in the rule: for filters
    rule = models.JSONField()  # as rules.commitments.kept writes it
    record_kinds = models.JSONField(default=list, blank=True)  # names of RecordKind that fit; empty: any
    whom = models.CharField(max_length=10, choices=Whom, default=Whom.OWNERS)
    unit_class = models.ForeignKey(UnitClass, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    units = models.ManyToManyField(Unit, blank=True, related_name="+")
    terms = models.ManyToManyField(Term, blank=True, related_name="commitments")  # of the plan that it is made from
    state = models.CharField(max_length=10, choices=CommitmentState, default=CommitmentState.PROPOSED)
    revision = models.PositiveIntegerField(default=0)  # counts changes, so that nobody overwrites unseen
    changed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["measure", "position", "pk"]
        indexes: ClassVar = [models.Index(fields=["state", "kind"])]
        constraints: ClassVar = [
            together("changed", name="commitment_changed_by_and_at"),
            together("confirmed", name="commitment_confirmed_by_and_at"),
            models.CheckConstraint(
                condition=Q(whom="class", unit_class__isnull=False) | (~Q(whom="class") & Q(unit_class__isnull=True)),
                name="commitment_class_where_it_is_of_a_class",
            ),
        ]

    def __str__(self) -> str:
        return self.activity


class ExcuseKind(models.TextChoices):
    """How a unit is excused."""

    SUSPENSION = "suspension", _("暂停计时")  # the time stops for a reason that the office accepts
    EXEMPTION = "exemption", _("免除")


class Excuse(models.Model):
    """The office excuses a unit from a commitment, or from all, for some days."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("given_by", "ended_by")
    HELD: ClassVar = {"unit": Held(_("暂停和免除"), told=("commitment__activity", "first", "last"))}

    kind = models.CharField(max_length=10, choices=ExcuseKind)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.CASCADE, related_name="excuses"
    )  # empty: from everything
    first = models.DateField()
    last = models.DateField(null=True, blank=True)  # empty: until it is ended
    reason = models.CharField(max_length=REASON_LENGTH)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-first", "-pk"]
        constraints: ClassVar = [
            together("ended", name="excuse_ended_by_and_at"),
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(last__gte=F("first")), name="excuse_ends_after_it_begins"
            ),
        ]


class ObjectionKind(models.TextChoices):
    """What a unit says against a commitment."""

    NOT_OURS = "not_ours", _("不属于我单位")
    CANNOT = "cannot", _("我单位办不到")


class Outcome(models.TextChoices):
    """What the office decides; it holds the next time as well."""

    ACCEPTED = "accepted", _("同意")
    REFUSED = "refused", _("不同意")
    WITHDRAWN = "withdrawn", _("单位撤回")


class Objection(models.Model):
    """A unit says "not ours" or "cannot, because"; the time stops until the office has decided (异议)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "decided_by")
    HELD: ClassVar = {
        "unit": Held(_("异议"), told=("commitment__activity", "kind"), past=Q(decided_at__isnull=False)),
    }

    kind = models.CharField(max_length=10, choices=ObjectionKind)
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="objections")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=REASON_LENGTH)
    whose = models.CharField(max_length=UNIT_NAME_LENGTH, blank=True)  # whose it is, in the unit's opinion
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.CharField(max_length=REASON_LENGTH, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
        constraints: ClassVar = [
            together("decided", name="objection_decided_by_and_at"),
            models.UniqueConstraint(
                fields=["commitment", "unit"], condition=Q(decided_at=None), name="one_open_objection_of_a_unit"
            ),
        ]


class Review(models.Model):
    """The office looks at what a unit did for a commitment without a number, and says whether it is enough (评议)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)
    HELD: ClassVar = {"unit": Held(_("评议"), past=EVERYTHING)}

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reviews")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()  # the day it speaks of
    is_enough = models.BooleanField()
    words = models.CharField(max_length=REASON_LENGTH, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
