"""How many days a standard takes, where the office says so."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from wenming.frameworks.models import CODE_LENGTH, Framework


class SaidEffort(models.Model):
    """The days that the office reckons for a standard (估计天数), in the place of what it took elsewhere."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="said_efforts")
    standard = models.CharField(max_length=CODE_LENGTH)  # its code
    days = models.PositiveIntegerField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["framework", "standard"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["framework", "standard"], name="one_effort_is_said")]

    def __str__(self) -> str:
        return self.standard
