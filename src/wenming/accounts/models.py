"""People, and the roles they hold for a unit."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from wenming.places.models import Unit


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
    added_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.full_name or self.username


class PostRole(models.TextChoices):
    """What a person does in the programme."""

    OFFICE = "office", _("文明办")
    LIAISON = "liaison", _("联络员")
    LEADER = "leader", _("领导")
    INSPECTOR = "inspector", _("督查员")


class Post(models.Model):
    """A person holds a role for a unit (职务)."""

    PERSONAL_FIELDS: ClassVar[tuple[str, ...]] = ("user", "given_by")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=10, choices=PostRole)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    given_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)  # empty: given when the directory was loaded

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "role", "unit"], name="post_once"),
            models.CheckConstraint(
                condition=~(models.Q(given_by__isnull=True) ^ models.Q(given_at__isnull=True)),
                name="post_given_by_and_at",
            ),
        ]
