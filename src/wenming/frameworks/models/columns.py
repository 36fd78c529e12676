"""Columns that an office adds to its responsibility table: the leader in charge, the deadline, the material."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models.editions import Edition, Item

USER = settings.AUTH_USER_MODEL
COLUMN_LENGTH = 20  # characters of a head
ENTRY_LENGTH = 500
MOST_COLUMNS = 12


class ColumnKind(models.TextChoices):
    """What stands in a column."""

    TEXT = "text", _("文字")
    DATE = "date", _("日期")


class Column(models.Model):
    """One column of the office's own in the table of an edition (自设栏目)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="columns")
    name = models.CharField(max_length=COLUMN_LENGTH)
    kind = models.CharField(max_length=4, choices=ColumnKind, default=ColumnKind.TEXT)
    position = models.PositiveSmallIntegerField()  # in the order of the table; gaps are left where one was removed

    class Meta:
        ordering: ClassVar = ["edition", "position", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "name"], name="column_name_once")]

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """What stands in such a column for a standard, or for one piece of evidence that it wants."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("text", "made_by")  # the leader in charge is a person

    column = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="entries")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="entries")
    wanted = models.PositiveSmallIntegerField(default=0)  # 0: the standard; n: the n-th piece of evidence it wants
    text = models.CharField(max_length=ENTRY_LENGTH)  # of a date as 2026-03-05
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["column", "item", "wanted"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["column", "item", "wanted"], name="entry_once_for_each_standard")
        ]
