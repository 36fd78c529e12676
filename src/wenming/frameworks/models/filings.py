"""Handing material in (申报): a round with the wanted pieces as they stood when it opened, and what each was given."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.audit.who_and_when import together
from wenming.files.naming import content_name, sha256_in
from wenming.frameworks.models.editions import CODE_LENGTH, TITLE_LENGTH, Edition, Item
from wenming.jobs.models import Job
from wenming.places.held import EVERYTHING, Held
from wenming.places.models import Unit
from wenming.work.models import REASON_LENGTH, Evidence, Record

USER = settings.AUTH_USER_MODEL
PACKS = "packs"  # the folder of the store
NAME_LENGTH = 200  # characters of a piece's title
FILING_LENGTH = 100
TEXT_LENGTH = 20_000  # of a report that is written here
SAID_LENGTH = 200  # of a framework's words for a count, a window, whose document it must be


def pack_path(filing: "Filing", file_name: str) -> str:
    """Where a pack is kept: by the hash of its bytes."""
    return content_name(PACKS, sha256_in(file_name) or f"{filing.pk:064x}")


class Filing(models.Model):
    """A filing round: for which days material is handed in, until when, and what came of it (申报)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("opened_by", "closed_by", "packed_by")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="filings")
    title = models.CharField(max_length=FILING_LENGTH)
    first = models.DateField()  # material must be of these days
    last = models.DateField()
    due = models.DateField()  # until when it is handed in
    pages_only = models.BooleanField(default=False)  # of papers only the pages with red head and seal, as pictures
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    pack = models.FileField(upload_to=pack_path, max_length=200, blank=True)
    packed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    packed_at = models.DateTimeField(null=True, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["-opened_at", "-pk"]
        constraints: ClassVar = [
            together("closed", name="filing_closed_by_and_at"),
            together("packed", name="filing_packed_by_and_at"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="filing_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether something may still be handed in."""
        return self.closed_at is None


class Want(models.Model):
    """A wanted piece of evidence as the framework worded it when the round opened; no later edition changes it."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="wants")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="wants")
    position = models.PositiveIntegerField()  # among all of the round, in the framework's order
    standard = models.PositiveIntegerField()  # the number of its standard among those of the round
    number = models.PositiveSmallIntegerField()  # the n-th that its standard wants
    code = models.CharField(max_length=CODE_LENGTH, blank=True)  # of the standard
    title = models.CharField(max_length=TITLE_LENGTH, blank=True)
    format = models.CharField(max_length=SAID_LENGTH, blank=True)
    what = models.TextField(blank=True)
    max_words = models.PositiveIntegerField(null=True, blank=True)
    count = models.CharField(max_length=SAID_LENGTH, blank=True)
    window = models.CharField(max_length=SAID_LENGTH, blank=True)
    by = models.CharField(max_length=SAID_LENGTH, blank=True)

    class Meta:
        ordering: ClassVar = ["filing", "position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["filing", "position"], name="want_position_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.what or self.format or self.title}".strip()


class PieceKind(models.TextChoices):
    """What is given."""

    EVIDENCE = "evidence", _("佐证材料")
    RECORD = "record", _("工作记录")
    LINK = "link", _("链接")
    TEXT = "text", _("在这里写的报告")


class PieceState(models.TextChoices):
    """What the office said of it."""

    OPEN = "open", _("待审")
    ACCEPTED = "accepted", _("通过")
    RETURNED = "returned", _("退回")


class PieceQuerySet(models.QuerySet["Piece"]):
    """Questions about pieces that several pages ask."""

    def current(self) -> "PieceQuerySet":
        """Neither replaced nor taken away."""
        return self.filter(is_current=True)


class Piece(models.Model):
    """Something given for a wanted piece; what it replaced stays behind it as an earlier version."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("added_by", "judged_by", "removed_by")
    HELD: ClassVar = {"unit": Held(_("申报材料"), told=("want__code", "title"), past=EVERYTHING)}

    want = models.ForeignKey(Want, on_delete=models.CASCADE, related_name="pieces")
    line = models.PositiveIntegerField()  # 1, 2, … among those of the want
    version = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # whose it is
    kind = models.CharField(max_length=8, choices=PieceKind)
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="pieces")
    record = models.ForeignKey(Record, null=True, blank=True, on_delete=models.PROTECT, related_name="pieces")
    link = models.URLField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    title = models.CharField(max_length=NAME_LENGTH)
    first = models.DateField(null=True, blank=True)  # its own days, not those of handing in
    last = models.DateField(null=True, blank=True)
    earlier = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="later")
    state = models.CharField(max_length=8, choices=PieceState, default=PieceState.OPEN)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)  # why it was returned
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    judged_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PieceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["want", "line", "version"]
        indexes: ClassVar = [models.Index(fields=["want", "is_current", "line"], name="current_pieces")]
        constraints: ClassVar = [
            together("judged", name="piece_judged_by_and_at"),
            together("removed", name="piece_removed_by_and_at"),
            models.UniqueConstraint(fields=["want", "line", "version"], name="piece_version_once"),
            models.UniqueConstraint(
                fields=["want", "line"], condition=Q(is_current=True), name="one_current_version_of_a_piece"
            ),
            models.CheckConstraint(
                condition=Q(kind="evidence", evidence__isnull=False)
                | Q(kind="record", record__isnull=False)
                | (Q(kind="link") & ~Q(link=""))
                | (Q(kind="text") & ~Q(text="")),
                name="piece_is_what_it_says",
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="piece_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.title


class PassedOver(models.Model):
    """Somebody looked at a proposal for a wanted piece and waved it off."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("said_by",)

    want = models.ForeignKey(Want, on_delete=models.CASCADE, related_name="passed_over")
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey(Record, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    piece = models.ForeignKey(Piece, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["want", "pk"]
        verbose_name_plural = "passed over"


class Proving(models.Model):
    """Which words of a piece prove what is wanted (印证), with the page where they stand."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="provings")
    words = models.CharField(max_length=REASON_LENGTH)
    page = models.PositiveIntegerField(null=True, blank=True)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["piece", "page", "pk"]


class FigureSource(models.Model):
    """Where a figure of a report comes from (数字来源)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("made_by",)

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="sources")
    figure = models.CharField(max_length=40)  # as the text writes it
    source = models.CharField(max_length=SAID_LENGTH)
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["piece", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["piece", "figure"], name="figure_sourced_once")]
