"""Where a standard's value comes from: a figure over time."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models import CODE_LENGTH, Framework
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.rules.scoring.figures import Taken
from wenming.rules.scoring.scoring_rules import Better
from wenming.scores.models.measurements import NAME_LENGTH

USER = settings.AUTH_USER_MODEL
FIGURE_LENGTH = 60  # characters of a figure's name

TAKEN_WORDS = {
    Taken.LAST: _("期内最后一个数"),
    Taken.SUM: _("期内各数之和"),
    Taken.MEAN: _("期内各数的平均"),
    Taken.GROWTH: _("比期前最后一个数增长百分之几"),
}
BETTER_WORDS = {Better.UP: _("越高越好"), Better.DOWN: _("越低越好")}


class Period(models.TextChoices):
    """The days whose values count."""

    YEAR = "year", _("本轮结束那一年，到结束那天为止")
    WINDOW = "window", _("本轮开始到结束")


class Supply(models.Model):
    """A standard's value comes from a figure (取数), in every round of the framework that has the standard.

    ``target`` is what the figure should come to, where the standard's rule takes a share and not the figure itself.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)
    HELD: ClassVar = {"unit": Held(_("取数"), told=("framework__title", "standard", "name"), past=EVERYTHING)}

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="supplies")
    standard = models.CharField(max_length=CODE_LENGTH)  # its code
    method = models.CharField(max_length=NAME_LENGTH, blank=True)  # empty where the standard has one at most
    name = models.CharField(max_length=FIGURE_LENGTH)  # of the figure
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # null: of all
    taken = models.CharField(max_length=6, choices=list(TAKEN_WORDS.items()), default=Taken.LAST)
    period = models.CharField(max_length=6, choices=Period, default=Period.YEAR)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    better = models.CharField(max_length=4, choices=list(BETTER_WORDS.items()), default=Better.UP)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "supplies"
        ordering: ClassVar = ["framework", "standard", "method"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["framework", "standard", "method"], name="one_supply_for_a_standard"),
        ]

    def __str__(self) -> str:
        return f"{self.standard} {self.name}"
