"""Who answers for a standard: the rows of the responsibility table (责任分解)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models.editions import Item
from wenming.places.held import Held
from wenming.places.models import Unit, UnitClass

USER = settings.AUTH_USER_MODEL


class AssignmentRole(models.TextChoices):
    """In which role; the names are those of duties."""

    LEAD = "lead", _("牵头")
    RESPONSIBLE = "responsible", _("责任")
    COOPERATING = "cooperating", _("配合")
    SUPERVISING = "supervising", _("督查")


class Assignment(models.Model):
    """A unit, or each unit of a class, answers for a standard, or for one piece of evidence that it wants."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)
    HELD: ClassVar = {
        "unit": Held(
            _("测评标准的责任"),
            told=("item__edition__framework__title", "item__title", "role"),
            past=models.Q(item__edition__state="superseded"),
        ),
    }

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="assignments")
    wanted = models.PositiveSmallIntegerField(default=0)  # 0: the standard; n: the n-th piece of evidence it wants
    role = models.CharField(max_length=11, choices=AssignmentRole)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    unit_class = models.ForeignKey(
        UnitClass, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["item", "wanted", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(unit=None) ^ models.Q(unit_class=None), name="assignment_to_a_unit_or_a_class"
            ),
            models.UniqueConstraint(fields=["item", "wanted", "unit"], name="unit_once_for_each_standard"),
            models.UniqueConstraint(fields=["item", "wanted", "unit_class"], name="class_once_for_each_standard"),
            models.UniqueConstraint(
                fields=["item", "wanted"], condition=models.Q(role="lead"), name="one_lead_for_each_standard"
            ),
        ]

    @property
    def name(self) -> str:
        """The unit or class as tables name it."""
        return self.unit.short if self.unit else self.unit_class.name if self.unit_class else ""
