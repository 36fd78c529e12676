"""What happened that a negative list names."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.audit.who_and_when import together
from wenming.frameworks.models import CODE_LENGTH, Framework

USER = settings.AUTH_USER_MODEL
EVENT_TEXT_LENGTH = 500  # characters


class NegativeEvent(models.Model):
    """An event of the negative list (负面清单) of a framework; what it costs follows from each round's own list."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "withdrawn_by")

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="negative_events")
    entry = models.CharField(max_length=CODE_LENGTH)  # the code of the list's line
    on = models.DateField()
    text = models.CharField(max_length=EVENT_TEXT_LENGTH)  # what happened
    source = models.CharField(max_length=EVENT_TEXT_LENGTH, blank=True)  # the document or page that says so
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        verbose_name = _("负面事件")
        indexes: ClassVar = [models.Index(fields=["framework", "-on"])]
        constraints: ClassVar = [together("withdrawn", name="negative_event_withdrawn_by_and_at")]

    def __str__(self) -> str:
        return f"{self.entry} {self.on:%Y-%m-%d}"
