"""Areas, units, classes of units, and the names by which plans call them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.audit.who_and_when import together
from wenming.files.naming import content_name
from wenming.jobs.models import Job
from wenming.places.held import EVERYTHING, Held

UNIT_NAME_LENGTH = 80  # characters, also of a class's name and of an alias
SHORT_NAME_LENGTH = 40
WORKBOOKS = "directory"  # folder of the files that are to change it


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
    code = models.CharField(max_length=12, blank=True)  # GB/T 2260 (6 digits), GB/T 10114 (9, 12), where it has one
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["parent", "name"], name="area_name_once_in_parent"),
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(parent__isnull=True), name="area_name_once_at_top"
            ),
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="area_code_once"),
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


class UnitQuerySet(models.QuerySet["Unit"]):
    """Questions about units that several pages ask."""

    def standing(self) -> "UnitQuerySet":
        """Without those that are dissolved."""
        return self.filter(dissolved_on=None)


class Unit(models.Model):
    """An organisation that can answer for a measure."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()
    HELD: ClassVar = {"parents": Held(_("下级单位"), told=("from_unit__short",))}

    name = models.CharField(max_length=UNIT_NAME_LENGTH, unique=True)  # the full official name
    short = models.CharField(max_length=SHORT_NAME_LENGTH)  # as tables show it
    kind = models.CharField(max_length=12, choices=UnitKind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="units")
    parents = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="children")
    credit_code = models.CharField(max_length=18, blank=True)  # 统一社会信用代码, GB 32100
    dissolved_on = models.DateField(null=True, blank=True)  # from this day it answers for nothing new

    objects: ClassVar = UnitQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["kind", "area"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["credit_code"], condition=~models.Q(credit_code=""), name="unit_credit_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.short


class UnitClass(models.Model):
    """A named set of units that a plan addresses as one: named members, or a rule over kind and area, or both."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()
    HELD: ClassVar = {"named_members": Held(_("单位类别"), told=("unitclass__name",))}

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
    HELD: ClassVar = {"unit": Held(_("其他叫法"), told=("name",))}

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
            together("learned", name="alias_learned_by_and_at"),
            models.UniqueConstraint(fields=["name", "unit"], name="alias_once_for_each_unit"),
            models.UniqueConstraint(fields=["name", "unit_class"], name="alias_once_for_each_class"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self) -> Unit | UnitClass:
        """What is called so."""
        owner = self.unit or self.unit_class
        if owner is None:
            raise ValueError(self.pk)  # the database keeps no such row
        return owner


class ChangeKind(models.TextChoices):
    """What happened to a unit."""

    RENAMED = "renamed", _("更名")
    SAME = "same", _("重复登记合并")  # two entries were one unit
    MERGED = "merged", _("机构合并")
    SPLIT = "split", _("机构分设")
    DISSOLVED = "dissolved", _("撤销")


class UnitChange(models.Model):
    """One step of a unit's history, with what it takes to undo it."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by", "undone_by")
    HELD: ClassVar = {"unit": Held(_("沿革"), past=EVERYTHING), "others": Held(_("沿革"), past=EVERYTHING)}

    kind = models.CharField(max_length=10, choices=ChangeKind)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="changes")  # the one that stays or goes
    others = models.ManyToManyField(Unit, blank=True, related_name="changed_with")  # successors, or what went into it
    on = models.DateField()  # the day from which it holds
    basis = models.CharField(max_length=200, blank=True)  # the document that orders it
    before = models.JSONField(default=dict, blank=True)  # names and fields as they were
    moved = models.JSONField(default=list, blank=True)  # rows that were handed over or dropped, for undoing
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [together("undone", name="unit_change_undone_by_and_at")]


class NotSame(models.Model):
    """A person has said that two units which look alike are two."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("said_by",)
    HELD: ClassVar = {"one": Held(_("已说明不同"), past=EVERYTHING), "other": Held(_("已说明不同"), past=EVERYTHING)}

    one = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")  # the lower key
    other = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["one", "other"], name="not_same_once")]


def import_path(directory_import: "DirectoryImport", file_name: str) -> str:
    """Where a workbook is kept: by its hash, so that its own name names nothing on the disk."""
    del file_name
    return content_name(WORKBOOKS, directory_import.sha256)


class DirectoryImport(models.Model):
    """A workbook that somebody handed in to change the directory: compared first, applied when they say so."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("uploaded_by", "applied_by")

    file_name = models.CharField(max_length=200)
    file = models.FileField(upload_to=import_path, max_length=200)
    sha256 = models.CharField(max_length=64)
    scope = models.JSONField(default=dict)  # how far the right of the person reached when they asked
    fingerprint = models.CharField(max_length=64, blank=True)  # of the directory that it was compared with
    counts = models.JSONField(default=dict, blank=True)  # sheet → new, changed, same, fault
    ignored = models.JSONField(default=list, blank=True)  # what of the workbook nobody reads
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")  # the last one at work on it
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-uploaded_at", "-pk"]
        constraints: ClassVar = [together("applied", name="directory_import_applied_by_and_at")]

    def __str__(self) -> str:
        return self.file_name


class Found(models.TextChoices):
    """What came of comparing one row, or one cell, of a workbook with the directory."""

    FAULT = "fault", _("要改的")
    NEW = "new", _("新增")
    CHANGED = "changed", _("修改")


class Finding(models.Model):
    """One row of a workbook that is new or changes something, or one cell that is not right."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    directory_import = models.ForeignKey(DirectoryImport, on_delete=models.CASCADE, related_name="findings")
    what = models.CharField(max_length=8, choices=Found)
    sheet = models.CharField(max_length=10)  # areas, units, classes
    row = models.PositiveIntegerField()  # as Excel counts
    name = models.CharField(max_length=UNIT_NAME_LENGTH, blank=True)
    about = models.JSONField(default=dict)  # a fault: its code, place and gaps; a change: field → old and new

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["directory_import", "what"])]
