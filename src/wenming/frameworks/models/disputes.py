"""What units say against the split of the standards, and what the office decided (责任异议)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wenming.audit.who_and_when import together
from wenming.frameworks.models.assignments import AssignmentRole
from wenming.frameworks.models.editions import Item
from wenming.places.held import Held
from wenming.places.models import UNIT_NAME_LENGTH, Unit

USER = settings.AUTH_USER_MODEL
DISPUTE_LENGTH = 500  # characters


class DisputeOutcome(models.TextChoices):
    """What became of it."""

    STAYS = "stays", _("仍由该单位负责")
    MOVED = "moved", _("改由别的单位负责")
    RELEASED = "released", _("不归该单位，另行安排")
    WITHDRAWN = "withdrawn", _("单位撤回")


GONE = (DisputeOutcome.MOVED, DisputeOutcome.RELEASED)  # the unit does not answer any more, here and in later editions


class Dispute(models.Model):
    """A unit says that a standard, or a piece of evidence that it wants, is not theirs (责任异议).

    Where the office agrees, the decision holds wherever the standard stands word for word, until it is ended.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "decided_by", "ended_by")
    HELD: ClassVar = {
        "unit": Held(_("责任异议"), told=("item__title",), past=Q(decided_at__isnull=False)),
        "given_to": Held(_("责任异议里改由其负责的标准"), told=("item__title",), past=Q(decided_at__isnull=False)),
    }

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="disputes")
    wanted = models.PositiveSmallIntegerField(default=0)  # as of an assignment
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=11, choices=AssignmentRole)  # in which it was to answer
    reason = models.CharField(max_length=DISPUTE_LENGTH)
    whose = models.CharField(max_length=UNIT_NAME_LENGTH, blank=True)  # whose it is, in the unit's opinion
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=9, choices=DisputeOutcome, blank=True)
    given_to = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=DISPUTE_LENGTH, blank=True)
    decided_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)  # from then on the decision binds no later edition

    class Meta:
        ordering: ClassVar = ["made_at", "pk"]
        constraints: ClassVar = [
            together("decided", name="dispute_decided_by_and_at"),
            together("ended", name="dispute_ended_by_and_at"),
            models.CheckConstraint(
                condition=Q(outcome="moved") ^ Q(given_to=None), name="dispute_moved_means_given_to_somebody"
            ),
            models.UniqueConstraint(
                fields=["item", "wanted", "unit"],
                condition=Q(decided_at=None),
                name="one_open_dispute_for_each_unit_and_standard",
            ),
        ]

    @property
    def holds(self) -> bool:
        """Whether the decision keeps the unit out wherever the standard stands."""
        return self.outcome in GONE and self.ended_at is None
