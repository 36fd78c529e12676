"""Groups of the command structure, the seats in them, and which leader looks after which place."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.who_and_when import together, who_only_with_when
from wenming.places.held import Held
from wenming.places.models import SHORT_NAME_LENGTH, UNIT_NAME_LENGTH, Area, Unit

TITLE_LENGTH = 20
NAME_LENGTH = 40  # of a person, and of the post they hold outside the programme

_OVER = Q(until__isnull=False)
_IN_ORDER = Q(until__isnull=True) | Q(until__gte=F("since"))


class GroupKind(models.TextChoices):
    """What sort of group it is."""

    HEADQUARTERS = "headquarters", _("指挥部")
    OFFICE = "office", _("办公室")
    WORKING = "working", _("工作组")
    SPECIAL = "special", _("专项攻关组")


class Period(models.Model):
    """Something that holds from a first day to a last one, both counted; who entered it, and who ended it.

    Nothing is overwritten: what the structure was on any day can be told later.
    """

    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # last day; empty: to this day
    entered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(null=True, blank=True)  # empty: loaded by a command
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            together("entered", name="%(class)s_entered_by_and_at"),
            who_only_with_when("ended", name="%(class)s_ended_by_and_at"),
            models.CheckConstraint(condition=_IN_ORDER, name="%(class)s_ends_after_it_begins"),
        ]


class Group(Period):
    """A headquarters (指挥部), its office (办公室), a working group (工作组) or a special one (专项攻关组)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("entered_by", "ended_by")
    HELD: ClassVar = {"host": Held(_("机构所在单位"), told=("name",), past=_OVER, ended="ended_at")}

    name = models.CharField(max_length=UNIT_NAME_LENGTH)
    kind = models.CharField(max_length=12, choices=GroupKind)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # 设在

    class Meta(Period.Meta):
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name


class Holding(Period):
    """Somebody in a place of the structure: an account, or only a name, for leaders rarely sign in.

    ``post`` is what they are otherwise (县委书记). ``predecessor`` is the row of whoever was there before.
    """

    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=NAME_LENGTH, blank=True)  # only where there is no account
    post = models.CharField(max_length=NAME_LENGTH, blank=True)
    predecessor = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="successor"
    )

    class Meta(Period.Meta):
        abstract = True

    @property
    def who(self) -> str:
        """The person's name; empty where a unit holds it."""
        return str(self.user) if self.user else self.name


class Seat(Holding):
    """A place in a group (职位): a person, a unit (成员单位), or a person of a unit."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user", "name", "post", "entered_by", "ended_by")
    HELD: ClassVar = {"unit": Held(_("指挥体系中的职位"), told=("group__name", "title"), past=_OVER, ended="ended_at")}

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=TITLE_LENGTH)  # 总指挥, 组长, 成员单位
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    order = models.PositiveIntegerField()  # within the group

    class Meta(Holding.Meta):
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(user__isnull=True) | Q(name=""))
                & (Q(user__isnull=False) | ~Q(name="") | Q(unit__isnull=False)),
                name="seat_is_somebodys",
            ),
        ]

    def __str__(self) -> str:  # no name of a person: the log keeps this for ever
        return f"{self.group} {self.title}"


class LinkKind(models.TextChoices):
    """In which way a leader looks after a place."""

    POINT = "point", _("挂点")
    COVER = "cover", _("包保")
    SITE = "site", _("点长")
    ROAD = "road", _("路长")
    STREET = "street", _("街长")


class Link(Holding):
    """A leader looks after an area, a unit, or a named site within an area (挂点)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user", "name", "post", "entered_by", "ended_by")
    HELD: ClassVar = {"unit": Held(_("领导挂点"), told=("kind",), past=_OVER, ended="ended_at")}

    kind = models.CharField(max_length=8, choices=LinkKind)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="links")  # where a unit or site lies
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="links")
    # A name only, until sites have a register of their own; then a key to it takes over beside ``area`` and ``unit``.
    site = models.CharField(max_length=SHORT_NAME_LENGTH, blank=True)

    class Meta(Holding.Meta):
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["area", "until"])]
        constraints: ClassVar = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=Q(user__isnull=True) ^ Q(name=""), name="link_is_somebodys"),
        ]

    def __str__(self) -> str:  # no name of a person: the log keeps this for ever
        return f"{self.where} {self.get_kind_display()}"

    @property
    def where(self) -> str:
        """What is looked after, by the nearest name."""
        return self.site or str(self.unit or self.area)
