"""What was seen in a round: a row for each value, with whose it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wenming.audit.who_and_when import together
from wenming.frameworks.models import CODE_LENGTH
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.scores.models.rounds import Round

USER = settings.AUTH_USER_MODEL
NAME_LENGTH = 200  # characters of a site, a grade, a method


class Measurement(models.Model):
    """One value of one standard (测评数据): of a site, of a survey, of the material, or a figure.

    What was taken back stays, and counts no more.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "withdrawn_by")
    HELD: ClassVar = {"territory": Held(_("测评数据"), told=("round__title", "standard"), past=EVERYTHING)}

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="measurements")
    standard = models.CharField(max_length=CODE_LENGTH)  # its code in the round's framework
    value = models.DecimalField(max_digits=18, decimal_places=6)
    grade = models.CharField(max_length=NAME_LENGTH, blank=True)
    method = models.CharField(max_length=NAME_LENGTH, blank=True)
    site = models.CharField(max_length=NAME_LENGTH, blank=True)
    territory = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="measured"
    )  # whose ground it is (属地)
    note = models.CharField(max_length=NAME_LENGTH, blank=True)  # what was seen, in a few words
    batch = models.UUIDField(null=True, blank=True)  # of the table that brought it, which can be undone
    supply = models.ForeignKey("scores.Supply", null=True, blank=True, on_delete=models.SET_NULL, related_name="values")
    gave_way_to = models.UUIDField(null=True, blank=True)  # the batch in its place; undone, it counts again
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["round", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["round", "standard"]),
            models.Index(fields=["batch"], condition=Q(batch__isnull=False), name="measurement_of_a_batch"),
        ]
        constraints: ClassVar = [together("withdrawn", name="measurement_withdrawn_by_and_at")]

    def __str__(self) -> str:
        return f"{self.standard} {self.site}".strip()

    @property
    def value_words(self) -> str:
        """The value without zeros at its end."""
        return f"{self.value.normalize():f}"


class Department(models.Model):
    """A unit that answers for a value in its line (行业部门)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()
    HELD: ClassVar = {
        "unit": Held(_("测评数据"), told=("measurement__round__title", "measurement__standard"), past=EVERYTHING)
    }

    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="departments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="measured_in_line")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measurement", "unit"], name="department_once_for_a_measurement")
        ]
