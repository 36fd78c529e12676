"""Evidence: files and links that prove what was done, as they came, and what was read from them."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together
from wenming.files.naming import content_name
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.work.models.commitments import REASON_LENGTH
from wenming.work.models.records import Record

FOLDER = "evidence"  # of the store, for what came
COPIES = "copies"  # for what was made of it


class EvidenceKind(models.TextChoices):
    """What sort of proof it is."""

    PHOTO = "photo", _("照片")
    VIDEO = "video", _("视频")
    PDF = "pdf", _("PDF")
    WORD = "word", _("Word 文档")
    EXCEL = "excel", _("Excel 表格")
    LINK = "link", _("链接")
    PUBLICATION = "publication", _("见报见刊")


def original_path(evidence: "Evidence", file_name: str) -> str:
    """Where the original is kept: by the hash of its bytes."""
    del file_name
    return content_name(FOLDER, evidence.sha256)


class Evidence(models.Model):
    """One proof with its own date, origin and hash; it may prove several records (佐证材料).

    The original stays as it came. What the file says of time, place and device stands beside what people said.
    """

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("added_by", "latitude", "longitude", "device")
    HELD: ClassVar = {"unit": Held(_("佐证材料"), told=("file_name",), past=EVERYTHING)}

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # sent twice is once
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=EvidenceKind)
    original = models.FileField(upload_to=original_path, max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(default=0)  # bytes
    link = models.URLField(max_length=500, blank=True)
    words = models.CharField(max_length=200, blank=True)  # what is to be seen; where it was published
    width = models.PositiveIntegerField(null=True, blank=True)  # of a photo, in pixels
    height = models.PositiveIntegerField(null=True, blank=True)
    characters = models.PositiveIntegerField(null=True, blank=True)  # of a paper with a text: how long (字数)
    taken_on_file = models.DateTimeField(null=True, blank=True)  # as the file says
    latitude = models.FloatField(null=True, blank=True)  # WGS 84, as the file says
    longitude = models.FloatField(null=True, blank=True)
    device = models.CharField(max_length=100, blank=True)
    likeness = models.CharField(max_length=16, blank=True, db_index=True)  # 64 bits of how it looks, in hexadecimal
    thumbnail = models.FileField(max_length=200, blank=True)  # copies, made by a job
    preview = models.FileField(max_length=200, blank=True)
    stamped = models.FileField(max_length=200, blank=True)
    is_ready = models.BooleanField(default=False)  # the copies are made
    problem = models.CharField(max_length=40, blank=True)  # a code: why they could not be
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    records = models.ManyToManyField(Record, through="Proof", related_name="evidence")

    class Meta:
        ordering: ClassVar = ["-added_at", "-pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.file_name or self.words or self.link


class Band(models.Model):
    """A part of how a picture looks, by which those that look alike are found (rules.likeness)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="bands")
    number = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["evidence", "number"]
        indexes: ClassVar = [models.Index(fields=["number", "value"])]
        constraints: ClassVar = [models.UniqueConstraint(fields=["evidence", "number"], name="band_once")]


class Proof(models.Model):
    """A piece of evidence proves a record."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="proofs")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="proofs")
    position = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["record", "position", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "evidence"], name="proof_once")]


class LikenessKind(models.TextChoices):
    """How alike two pieces are."""

    SAME = "same", _("同一文件")
    NEAR = "near", _("画面相近")


class LikenessState(models.TextChoices):
    """What the office made of it."""

    OPEN = "open", _("待看")
    FINE = "fine", _("没有问题")
    REUSED = "reused", _("重复使用")


class Likeness(models.Model):
    """Two pieces of evidence that look alike: a mark for a person to look at, not a judgement (相近佐证)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("looked_by",)

    earlier = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="likenesses")
    kind = models.CharField(max_length=4, choices=LikenessKind)
    distance = models.PositiveSmallIntegerField(default=0)  # bits that differ, of 64
    state = models.CharField(max_length=6, choices=LikenessState, default=LikenessState.OPEN)
    words = models.CharField(max_length=REASON_LENGTH, blank=True)
    looked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        verbose_name_plural = "likenesses"
        indexes: ClassVar = [models.Index(fields=["state", "-id"])]
        constraints: ClassVar = [
            together("looked", name="likeness_looked_by_and_at"),
            models.UniqueConstraint(fields=["earlier", "later"], name="likeness_once"),
        ]


class Upload(models.Model):
    """A large file on its way: the part that has come stays, so that sending can go on where it was cut off."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("begun_by",)

    key = models.UUIDField(unique=True)  # of whoever sends it
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()  # bytes in all
    received = models.PositiveBigIntegerField(default=0)
    begun_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()

    HELD: ClassVar = {"unit": Held(_("上传中的文件"), told=("file_name",))}

    class Meta:
        ordering: ClassVar = ["begun_at", "pk"]
