"""The roll of a unit: who its people are, so that it can be said who was reached and who was not."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.places.held import Held
from wenming.places.models import Unit
from wenming.work.models.records import NAME_LENGTH

POPULATION_LENGTH = 40  # as the commitment's form takes it


class Member(models.Model):
    """Somebody of a unit's people, in the word that the plan uses for them: 干部, 党员, 教师 (名册)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("name", "office", "made_by")
    HELD: ClassVar = {"unit": Held(_("名册"), told=("population", "office"), past=Q(until__isnull=False))}

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="members")
    population = models.CharField(max_length=POPULATION_LENGTH)
    name = models.CharField(max_length=NAME_LENGTH)
    office = models.CharField(max_length=NAME_LENGTH, blank=True)  # post, office or village: tells namesakes apart
    since = models.DateField(null=True, blank=True)  # empty: as long as anything was asked
    until = models.DateField(null=True, blank=True)  # the last day; empty: until further notice
    batch = models.UUIDField(null=True, blank=True)  # of the list that brought the name, which can be undone
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["unit", "population", "name", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "population", "name", "id"]),
            models.Index(fields=["batch"], condition=Q(batch__isnull=False), name="member_of_a_batch"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
                name="member_ends_after_beginning",
            ),
        ]

    def __str__(self) -> str:
        return self.name
