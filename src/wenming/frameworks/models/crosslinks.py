"""Which standards of two frameworks ask for the same, as people have said (标准对照)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models.editions import Item
from wenming.rules.frameworks.crosswalk import Link, Relation

USER = settings.AUTH_USER_MODEL


class Crossing(models.TextChoices):
    """How what the source asks stands to what the target asks; the words of ``rules.frameworks.crosswalk``."""

    EQUAL = Relation.EQUAL.value, _("等同")
    SUPERSET = Relation.SUPERSET.value, _("包含（要求更多）")
    SUBSET = Relation.SUBSET.value, _("包含于（要求更少）")
    INTERSECTS = Relation.INTERSECTS.value, _("交叉")
    NONE = "none", _("不相干")  # looked at, and not suggested any more


class Difference(models.TextChoices):
    """In what two standards differ that ask for the same."""

    SCOPE = "scope", _("范围")
    PERIOD = "period", _("时段")
    UNIT = "unit", _("单位")
    THRESHOLD = "threshold", _("指标高低")


class Crosslink(models.Model):
    """Somebody of the office has said how a standard stands to one of another framework.

    The source is of the framework that was brought in first; ``seen_from`` turns it round.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    source = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="crosslinks")
    target = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="crosslinks_back")
    relation = models.CharField(max_length=10, choices=Crossing)
    differs = models.JSONField(default=list, blank=True)  # values of Difference
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["source", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["source", "target"], name="crosslink_once")]

    @property
    def link(self) -> Link:
        """As the rules take it, by the keys of the items; only of a relation that is one."""
        return Link(str(self.source_id), str(self.target_id), Relation(self.relation), frozenset(self.differs))

    def seen_from(self, item: int) -> Link:
        """From the side of that item."""
        return self.link if item == self.source_id else self.link.back
