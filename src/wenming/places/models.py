"""Areas, units, classes of units, and the names by which plans call them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

UNIT_NAME_LENGTH = 80  # characters, also of a class's name and of an alias
SHORT_NAME_LENGTH = 40


class AreaKind(models.TextChoices):
    """The level of an area."""

    PROVINCE = "province", _("省")
    CITY = "city", _("市")
    COUNTY = "county", _("县（市、区）")
    TOWN = "town", _("乡镇（街道）")
    COMMUNITY = "community", _("社区（村）")


class Area(models.Model):
    """A node of the tree province › city › county › town › community."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=AreaKind)
    code = models.CharField(max_length=12, blank=True)  # GB/T 2260 (and its lower levels), where it has one
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["parent", "name"], name="area_name_once_in_parent"),
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(parent__isnull=True), name="area_name_once_at_top"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitKind(models.TextChoices):
    """What sort of organisation a unit is."""

    PARTY = "party", _("党委部门")
    GOVERNMENT = "government", _("政府部门")
    MASS = "mass", _("群团组织")
    VERTICAL = "vertical", _("垂直管理单位")
    INSTITUTION = "institution", _("事业单位")
    ENTERPRISE = "enterprise", _("企业")
    SCHOOL = "school", _("学校")
    TOWN = "town", _("乡镇")
    SUBDISTRICT = "subdistrict", _("街道")
    COMMUNITY = "community", _("社区")
    VILLAGE = "village", _("村")
    OTHER = "other", _("其他")


class Unit(models.Model):
    """An organisation that can answer for a measure."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(max_length=UNIT_NAME_LENGTH, unique=True)  # the full official name
    short = models.CharField(max_length=SHORT_NAME_LENGTH)  # as tables show it
    kind = models.CharField(max_length=12, choices=UnitKind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="units")
    parents = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="children")

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "area"])]

    def __str__(self) -> str:
        return self.short


class UnitClass(models.Model):
    """A named set of units that a plan addresses as one: named members, or a rule over kind and area, or both."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    name = models.CharField(max_length=UNIT_NAME_LENGTH, unique=True)
    kinds = models.JSONField(default=list, blank=True)  # of UnitKind; empty means: named members only
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    named_members = models.ManyToManyField(Unit, blank=True, related_name="named_in")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """One more name by which a unit or a class is called; learned when a person confirms a match."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("learned_by",)

    name = models.CharField(max_length=UNIT_NAME_LENGTH, db_index=True)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    unit_class = models.ForeignKey(UnitClass, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    learned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    learned_at = models.DateTimeField(null=True, blank=True)  # empty: given with the directory

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(unit__isnull=True) ^ models.Q(unit_class__isnull=True), name="alias_of_one_thing"
            ),
            models.CheckConstraint(
                condition=~(models.Q(learned_by__isnull=True) ^ models.Q(learned_at__isnull=True)),
                name="alias_learned_by_and_at",
            ),
            models.UniqueConstraint(fields=["name", "unit"], name="alias_once_for_each_unit"),
            models.UniqueConstraint(fields=["name", "unit_class"], name="alias_once_for_each_class"),
        ]

    def __str__(self) -> str:
        return self.name
