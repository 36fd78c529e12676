"""Every change to people and posts."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wenming.accounts.models import Post, PostRole, User
from wenming.places.actions import add_area, add_unit
from wenming.places.models import AreaKind, Unit, UnitKind


class UsernameTaken(ValueError):
    """Another person signs in with this name."""


class PostHeld(ValueError):
    """The person holds this role for this unit already."""


class AlreadyBegun(ValueError):
    """Somebody holds the office's post already, and can let others in."""


def add_person(
    *,
    username: str,
    full_name: str,
    at: datetime,
    by: User | None,
    password: str | None = None,
    is_sample: bool = False,
) -> User:
    """A person who can sign in; ``by`` is None where the command line adds them.

    Without a password nobody can sign in by typing; a sample person is entered by one click in demo mode.
    Raises UsernameTaken.
    """
    person = User(
        username=User.normalize_username(username),
        full_name=full_name,
        date_joined=at,
        added_by=by,
        is_sample=is_sample,
    )
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise UsernameTaken(_("已有人使用“%(name)s”登录，请换一个用户名。") % {"name": username}) from error
    return person


def give_post(*, user: User, role: PostRole, unit: Unit, at: datetime, by: User | None) -> Post:
    """Let a person act in a role for a unit. Raises PostHeld."""
    try:
        with transaction.atomic():
            return Post.objects.create(user=user, role=role, unit=unit, given_by=by, given_at=at if by else None)
    except IntegrityError as error:
        words = {"person": str(user), "unit": str(unit), "role": PostRole(role).label}
        raise PostHeld(_("%(person)s 已是%(unit)s的%(role)s。") % words) from error


@transaction.atomic
def begin(*, county: str, office: str, username: str, full_name: str, password: str, at: datetime) -> User:
    """What an empty installation needs before anybody can sign in: the county, its office, a person of the office.

    ``office`` is the full name of the unit. Raises AlreadyBegun.
    """
    if Post.objects.filter(role=PostRole.OFFICE).exists():
        raise AlreadyBegun(_("已经有文明办的人员。请由他们登录后办理。"))
    area = add_area(name=county, kind=AreaKind.COUNTY, by=None, at=at)
    unit = add_unit(name=office, short=f"{county[-1]}文明办", kind=UnitKind.PARTY, area=area, by=None, at=at)
    person = add_person(username=username, full_name=full_name, password=password, at=at, by=None)
    give_post(user=person, role=PostRole.OFFICE, unit=unit, at=at, by=None)
    return person
