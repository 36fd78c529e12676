"""Which measures of plans serve which standards."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from wenming.frameworks.models.editions import Item
from wenming.plans.models import Measure

USER = settings.AUTH_USER_MODEL


class Backing(models.Model):
    """Somebody of the office has said that a measure serves a standard, or that it does not (支撑)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="backings")
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="backings")
    serves = models.BooleanField()  # False: looked at, and no longer suggested
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["item", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "measure"], name="backing_once")]
