"""Frameworks in their editions: what a pack says, a row for each item."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.accounts.open_work import OpenWork
from wenming.audit.who_and_when import together
from wenming.places.models import Area

USER = settings.AUTH_USER_MODEL
TITLE_LENGTH = 500  # characters
LABEL_LENGTH = 100
CODE_LENGTH = 100


class Framework(models.Model):
    """By what a programme is measured (测评体系), in all its editions."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("created_by",)

    title = models.CharField(max_length=TITLE_LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="frameworks")  # whose programme it is
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class EditionState(models.TextChoices):
    """Where an edition stands."""

    DRAFT = "draft", _("准备中")
    IN_FORCE = "in_force", _("使用中")
    SUPERSEDED = "superseded", _("已被新版替代")


ISSUED = (EditionState.IN_FORCE, EditionState.SUPERSEDED)  # is or was in force: everybody may see it


class Edition(models.Model):
    """One version of a framework, as it was brought in."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("brought_by", "handled_by", "in_force_by")
    HANDED_OVER: ClassVar = {"handled_by": OpenWork(_("经办的测评体系"), models.Q(state=EditionState.DRAFT))}

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()  # 1, 2, … within the framework
    label = models.CharField(max_length=LABEL_LENGTH, blank=True)  # what it calls itself: 2015年版
    state = models.CharField(max_length=10, choices=EditionState, default=EditionState.DRAFT)
    head = models.JSONField(default=dict)  # what the pack says of the whole: rules.frameworks.writing.head_of
    brought_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    handled_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")  # answers for it until issued
    in_force_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    in_force_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["framework", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["framework", "number"], name="edition_number_once"),
            models.UniqueConstraint(
                fields=["framework"],
                condition=models.Q(state="in_force"),
                name="one_edition_in_force_for_each_framework",
            ),
            together("in_force", name="edition_in_force_by_and_at"),
        ]

    def __str__(self) -> str:
        return f"{self.framework.title} {self.label}".strip()


class Item(models.Model):
    """One item of an edition; the first is the framework itself, those without items below are standards (测评标准).

    ``body`` holds all that the pack says of the item; what lists and searches ask for stands beside it.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="below")
    position = models.PositiveIntegerField()  # in the order of the pack, each before those below it
    depth = models.PositiveSmallIntegerField()
    is_standard = models.BooleanField()
    code = models.CharField(max_length=CODE_LENGTH, blank=True)
    title = models.CharField(max_length=TITLE_LENGTH, blank=True)  # cut where the pack's is longer
    body = models.JSONField(default=dict)  # rules.frameworks.writing.body_of
    words = models.TextField(blank=True)  # all that a search looks through

    class Meta:
        ordering: ClassVar = ["edition", "position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "position"], name="item_position_once")]
        indexes: ClassVar = [models.Index(fields=["edition", "is_standard", "position"], name="standards_in_order")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()
