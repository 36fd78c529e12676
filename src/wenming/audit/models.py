"""Events, and those of their details that may have to be forgotten.

An event is never changed or removed; the database refuses it (see ``triggers``). What is personal in it is kept beside
it as a detail: the event holds only a commitment to it, so that a detail can be erased and the chain still holds.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

DIGEST_LENGTH = 80  # characters: the algorithm's name, a colon, hexadecimal


class Event(models.Model):
    """One thing that somebody did (事件)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("by",)

    number = models.PositiveBigIntegerField(primary_key=True)  # 1, 2, … without a gap
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, blank=True)  # in which it was done; empty: none was needed
    held_for = models.CharField(max_length=40, blank=True)  # "unit:12", "area:3": where that role is held
    verb = models.CharField(max_length=60, db_index=True)  # "places.merge_units"
    thing_kind = models.CharField(max_length=60, blank=True)  # "places.unit"
    thing_id = models.CharField(max_length=40, blank=True)
    thing_name = models.CharField(max_length=200, blank=True)  # as it was called then; a person's is a detail
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    succeeded = models.BooleanField(default=True)
    origin = models.CharField(max_length=20)  # "web", "worker", "command"
    details = models.JSONField(default=dict)  # name of a personal detail → commitment to it
    previous = models.CharField(max_length=DIGEST_LENGTH, blank=True)
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        indexes: ClassVar = [
            models.Index(fields=["thing_kind", "thing_id", "-number"]),
            models.Index(fields=["by", "-number"]),
        ]


class Detail(models.Model):
    """A personal value of an event, until it is erased."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("value",)

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="kept_details")
    name = models.CharField(max_length=60)  # "before.full_name", "after.phone", "address"
    value = models.JSONField()
    salt = models.CharField(max_length=64)
    # Whose it is; empty: nobody's account (a failed sign-in).
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    # The account is erased, and the law asks to keep the detail for a while: nobody is shown it any more.
    is_sealed = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["event", "name"], name="detail_once_for_each_event")]


class Tip(models.Model):
    """The end of the chain: one row, locked while an event is added."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    number = models.PositiveBigIntegerField(default=0)  # of the last event
    digest = models.CharField(max_length=DIGEST_LENGTH, blank=True)


class Head(models.Model):
    """The last event of a day: printed or published, it fixes all before it."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    day = models.DateField(primary_key=True)
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=DIGEST_LENGTH)

    class Meta:
        ordering: ClassVar = ["-day"]
