"""People, the posts they hold for a unit or an area, and what signing in needs."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.accounts.open_work import OpenWork
from wenming.audit.who_and_when import together, who_only_with_when
from wenming.places.held import Held
from wenming.places.models import Area, Unit

DIGEST_LENGTH = 64  # hexadecimal characters of SHA-256
NOBODY_TWICE = ("system", "security", "audit")  # 三员: nobody holds two of them


class User(AbstractUser):
    """A person who signs in."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = (
        "username",
        "first_name",
        "last_name",
        "email",
        "full_name",
        "phone",
        "added_by",
    )

    full_name = models.CharField(max_length=40)
    phone = models.CharField(max_length=20, blank=True)
    is_sample = models.BooleanField(default=False)  # of the sample county: may be entered as in demo mode
    password_set_on = models.DateField(null=True, blank=True)  # empty: never by the person
    must_change_password = models.BooleanField(default=False)  # what was given for the first time is not kept
    erased_on = models.DateField(null=True, blank=True)  # the personal fields were emptied; what was done stays told
    added_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.full_name or self.username


class PostRole(models.TextChoices):
    """What a person does in the programme."""

    OFFICE = "office", _("文明办")
    LIAISON = "liaison", _("联络员")
    LEADER = "leader", _("领导")
    INSPECTOR = "inspector", _("督查员")
    ASSESSOR = "assessor", _("测评员")
    SYSTEM = "system", _("系统管理员")
    SECURITY = "security", _("安全管理员")
    AUDIT = "audit", _("审计管理员")


_IN_FORCE = models.Q(ended_at__isnull=True)
_OF_ADMINISTRATION = models.Q(role__in=NOBODY_TWICE)


class Post(models.Model):
    """A person holds a role (职务) for a unit or an area; an administrator (三员) for the whole installation."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user", "given_by", "ended_by")
    HELD: ClassVar = {
        "unit": Held(_("职务"), told=("user__full_name",), past=models.Q(ended_at__isnull=False), ended="ended_at"),
    }

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=10, choices=PostRole)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    since = models.DateField(null=True, blank=True)  # first day; empty: from the day it was given
    until = models.DateField(null=True, blank=True)  # last day; empty: until it is ended
    deputy_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="deputies")
    given_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)  # empty: given when the directory was loaded
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "role", "unit"], condition=_IN_FORCE, name="post_once_for_a_unit"),
            models.UniqueConstraint(fields=["user", "role", "area"], condition=_IN_FORCE, name="post_once_for_an_area"),
            models.UniqueConstraint(
                fields=["user"], condition=_IN_FORCE & _OF_ADMINISTRATION, name="nobody_is_two_administrators"
            ),
            models.CheckConstraint(
                condition=models.Q(_OF_ADMINISTRATION, unit__isnull=True, area__isnull=True)
                | (~_OF_ADMINISTRATION & (models.Q(unit__isnull=True) ^ models.Q(area__isnull=True))),
                name="post_for_a_unit_or_an_area",
            ),
            together("given", name="post_given_by_and_at"),
            who_only_with_when("ended", name="post_ended_by_and_at"),  # a period that ran out was ended by nobody
        ]

    def __str__(self) -> str:
        return f"{self.unit or self.area or ''}{self.get_role_display()}"


class Invitation(models.Model):
    """A link by which a person makes their own account (邀请); only a digest of its secret is kept."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("full_name", "phone", "invited_by", "accepted_by")
    HANDED_OVER: ClassVar = {
        "invited_by": OpenWork(_("发出的邀请"), models.Q(withdrawn=False, accepted_at__isnull=True))
    }
    HELD: ClassVar = {
        "unit": Held(
            _("邀请"), told=("full_name",), past=models.Q(withdrawn=True) | models.Q(accepted_at__isnull=False)
        )
    }

    secret_digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    full_name = models.CharField(max_length=40)
    phone = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=10, choices=PostRole)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(null=True, blank=True)  # last day of the post
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-invited_at", "-pk"]
        constraints: ClassVar = [together("accepted", name="invitation_accepted_by_and_at")]

    def __str__(self) -> str:
        return f"{self.unit or self.area or ''}{self.get_role_display()}"


class FailedSignIn(models.Model):
    """A wrong password or code: how long the next try has to wait follows from these."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("address",)

    name_digest = models.CharField(max_length=DIGEST_LENGTH)  # of the user name that was typed, known or not
    device = models.CharField(max_length=DIGEST_LENGTH, blank=True)  # of the browser that has signed in before
    address = models.GenericIPAddressField(null=True)
    when = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["-when"]
        indexes: ClassVar = [models.Index(fields=["name_digest", "-when"]), models.Index(fields=["address", "-when"])]


class FormerPassword(models.Model):
    """The hash of a password that the person had, so that it is not taken again soon."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user",)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="former_passwords")
    password = models.CharField(max_length=128)
    until = models.DateField()  # the day on which another took its place

    class Meta:
        ordering: ClassVar = ["-pk"]


class Notice(models.Model):
    """A version of the notice about personal data (个人信息处理说明), as it was shown from a day on."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ()

    version = models.CharField(max_length=8)
    since = models.DateField()
    text = models.JSONField()  # in Chinese, as ``accounts.personal.notice`` writes it

    class Meta:
        ordering: ClassVar = ["-pk"]
