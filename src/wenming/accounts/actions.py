"""Every change to people and posts."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import NOBODY_TWICE, Post, PostRole, User
from wenming.accounts.rights import apart_from
from wenming.audit.recording import action, record, state_of
from wenming.places.actions import add_area, add_unit
from wenming.places.models import Area, AreaKind, Unit, UnitKind

TOLD = ("user", "role", "unit", "area", "since", "until", "deputy_of")  # what an event tells of a post


class UsernameTaken(ValueError):
    """Another person signs in with this name."""


class PostHeld(ValueError):
    """The person holds this role for this unit already."""


class GivenToSelf(ValueError):
    """Somebody would give a post to themselves."""


class HeldApart(ValueError):
    """The person holds a post that does not go together with this one."""


class WrongPeriod(ValueError):
    """A period would end before it begins."""


class WrongPlace(ValueError):
    """A post is for one unit or one area, and an administrator's for neither."""


class NotHeld(ValueError):
    """The post is over, or it is only a deputy's."""


class AlreadyBegun(ValueError):
    """Somebody holds the office's post already, and can let others in."""


@action
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
        password_set_on=None if password is None else localdate(at),
    )
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise UsernameTaken(_("已有人使用“%(name)s”登录，请换一个用户名。") % {"name": username}) from error
    record("accounts.add_person", person, by=by, at=at, after=state_of(person, "username", "full_name", "is_sample"))
    return person


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post to be given: the role, for whom, and in which days, both included; in whose place, where it is a deputy's.

    Without a first day it counts from now on, without a last one until it is ended.
    """

    role: PostRole
    unit: Unit | None = None
    area: Area | None = None
    since: date | None = None
    until: date | None = None
    deputy_of: Post | None = None


@action
def give_post(*, user: User, new: NewPost, at: datetime, by: User | None) -> Post:
    """Let a person act in a role: for a unit or an area, as an administrator (三员) for the whole installation.

    Raises PostHeld, GivenToSelf, HeldApart, WrongPeriod, WrongPlace.
    """
    post = put_in_post(user=user, new=new, at=at, by=by)
    record("accounts.give_post", post, by=by, at=at, after=state_of(post, *TOLD))
    return post


@action
def put_in_post(*, user: User, new: NewPost, at: datetime, by: User | None) -> Post:
    """The part of ``give_post`` that an action may have which tells of it itself; raises the same."""
    check_new_post(new)
    if by is not None and by.pk == user.pk:
        raise GivenToSelf(_("不能给自己安排职务，请由另一位安全管理员办理。"))
    User.objects.select_for_update(no_key=True).get(pk=user.pk)  # two givers at the same moment see each other's
    _check_apart(user, new.role)
    given = {field.name: getattr(new, field.name) for field in fields(new)}
    try:
        with transaction.atomic():
            return Post.objects.create(user=user, given_by=by, given_at=at if by else None, **given)
    except IntegrityError as error:
        words = {"person": str(user), "where": str(new.unit or new.area or ""), "role": PostRole(new.role).label}
        raise PostHeld(_("%(person)s 已是%(where)s的%(role)s。") % words) from error


def check_new_post(new: NewPost) -> None:
    """A post is for one place, an administrator's for none, and ends after it begins; WrongPlace, WrongPeriod."""
    places = [one for one in (new.unit, new.area) if one is not None]
    if len(places) != (0 if new.role in NOBODY_TWICE else 1):
        raise WrongPlace(_("三员不属于哪个单位或辖区；其他职务要写明是哪个单位，或者哪个辖区。"))
    if new.since and new.until and new.until < new.since:
        raise WrongPeriod(_("结束日期早于开始日期，请改一下。"))


def _check_apart(user: User, role: PostRole) -> None:
    """GB/T 22239-2019 8.1.4.2 d): what one person may not hold together with another's office."""
    held = Post.objects.filter(user=user, ended_at=None, role__in=apart_from(role)).first()
    if held is not None:
        words = {"person": str(user), "held": held.get_role_display(), "role": PostRole(role).label}
        raise HeldApart(_("%(person)s 已是%(held)s，不能兼任%(role)s。请先结束那个职务，或者换一个人。") % words)


@action
def make_deputy(*, post: Post, user: User, since: date, until: date, at: datetime, by: User | None) -> Post:
    """Let another person act in place of the one who holds the post, for some days and as long as it is held.

    Raises NotHeld where the post is over or is itself a deputy's; and as ``give_post``.
    """
    locked = _held(post)
    if locked.deputy_of_id is not None:
        raise NotHeld(_("这本来就是代理的职务，不能再请人代理。"))
    role = PostRole(locked.role)
    new = NewPost(role=role, unit=locked.unit, area=locked.area, since=since, until=until, deputy_of=locked)
    deputy = put_in_post(user=user, new=new, at=at, by=by)
    record("accounts.make_deputy", deputy, by=by, at=at, after=state_of(deputy, *TOLD))
    return deputy


def _held(post: Post) -> Post:
    """The post, locked; raises NotHeld where it is over."""
    locked = Post.objects.select_for_update(of=("self",)).select_related("unit", "area", "user").get(pk=post.pk)
    if locked.ended_at is not None:
        raise NotHeld(_("这个职务已经结束了。"))
    return locked


@action
def take_out_of_post(*, post: Post, at: datetime, by: User | None) -> Post:
    """The part of ``end_post`` that an action may have which tells of it itself; raises NotHeld."""
    locked = _held(post)
    locked.ended_by, locked.ended_at = by, at
    locked.save(update_fields=["ended_by", "ended_at"])
    return locked


@action
def end_post(*, post: Post, at: datetime, by: User | None) -> Post:
    """The person holds the post no more, nor does anybody in their place. Raises NotHeld."""
    locked = take_out_of_post(post=post, at=at, by=by)
    record("accounts.end_post", locked, by=by, at=at, before=state_of(locked, *TOLD))
    for deputy in locked.deputies.filter(ended_at=None):
        end_post(post=deputy, at=at, by=by)
    return locked


def end_posts_run_out(at: datetime) -> int:
    """End what was given until a day that is past, by nobody; how many posts that were. Again, it changes nothing."""
    over = Post.objects.filter(ended_at=None, until__lt=localdate(at)).order_by("pk")
    return sum(_ended(post, at) for post in over)


def _ended(post: Post, at: datetime) -> bool:
    try:
        end_post(post=post, at=at, by=None)
    except NotHeld:  # with the post that it stood for, or by a person in this moment
        return False
    return True


@action
def begin(*, county: str, office: str, username: str, full_name: str, password: str, at: datetime) -> User:
    """What an empty installation needs before anybody can sign in: the county, its office, a person of the office.

    ``office`` is the full name of the unit. Raises AlreadyBegun.
    """
    if Post.objects.filter(role=PostRole.OFFICE).exists():
        raise AlreadyBegun(_("已经有文明办的人员。请由他们登录后办理。"))
    area = add_area(name=county, kind=AreaKind.COUNTY, by=None, at=at)
    unit = add_unit(name=office, short=f"{county[-1]}文明办", kind=UnitKind.PARTY, area=area, by=None, at=at)
    person = add_person(username=username, full_name=full_name, password=password, at=at, by=None)
    give_post(user=person, new=NewPost(role=PostRole.OFFICE, unit=unit), at=at, by=None)
    return person


@action
def appoint(*, role: PostRole, username: str, full_name: str, password: str, at: datetime) -> User:
    """One of the three administrators, by the command line: who can give posts before anybody can.

    Raises UsernameTaken.
    """
    person = add_person(username=username, full_name=full_name, password=password, at=at, by=None)
    give_post(user=person, new=NewPost(role=role), at=at, by=None)
    return person
