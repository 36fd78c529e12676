"""Handing over 交接: all that somebody has in hand goes to another in one step; handed back, it is undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.actions import NewPost, put_in_post, take_out_of_post
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.open_work import OpenWork
from wenming.accounts.people.queries import posts_not_ended
from wenming.accounts.people.stopping import stop
from wenming.audit.recording import action, record


class SamePerson(ValueError):
    """Nobody takes over from themselves."""


class Stopped(ValueError):
    """The account of who would take over is stopped."""


class NothingInHand(ValueError):
    """There is nothing to hand over, or no more: it has been handed over already."""


@dataclass(frozen=True, slots=True)
class Move:
    """A post that goes over; ``is_held``: the other holds the same already, so that it only ends."""

    post: Post
    is_held: bool


@dataclass(frozen=True, slots=True)
class InHand:
    """Rows of one kind that the person answers for."""

    words: str | Promise
    key: str  # "plans.planversion.handled_by"
    rows: models.QuerySet[models.Model]
    field: str


def open_work_of(person: User) -> list[InHand]:
    """All that models declare as open work and that is the person's; ``rows`` may be none."""
    return [
        InHand(
            work.words,
            f"{model._meta.label_lower}.{field}",
            model._base_manager.filter(work.rows, **{field: person}),
            field,
        )
        for model, field, work in _declared()
    ]


def _declared() -> Iterator[tuple[type[models.Model], str, OpenWork]]:
    for model in apps.get_models():
        declared: dict[str, OpenWork] = getattr(model, "HANDED_OVER", {})
        for field, work in declared.items():
            yield model, field, work


def moves(giver: User, taker: User, *, on: date) -> list[Move]:
    """What ``hand_over`` does with each post on that day; one whose period has run out is not handed on."""
    held = {_same(post) for post in posts_not_ended(taker) if not _is_deputy(post, giver)}
    given = [post for post in posts_not_ended(giver) if post.until is None or post.until >= on]
    return [Move(post, _same(post) in held or _is_deputy(post, taker)) for post in given]


def _same(post: Post) -> tuple[str, int | None, int | None]:
    return post.role, post.unit_id, post.area_id


def _is_deputy(post: Post, of: User) -> bool:
    return post.deputy_of is not None and post.deputy_of.user_id == of.pk


@action
def hand_over(*, giver: User, taker: User, stops: bool, by: User, at: datetime) -> None:
    """All posts of ``giver`` are ``taker``'s from today, with their deputies, and all open work; one event tells of it.

    With ``stops`` the account of ``giver`` is stopped. Raises SamePerson, Stopped, NothingInHand, GivenToSelf,
    HeldApart; then nothing has moved.
    """
    if giver.pk == taker.pk:
        raise SamePerson(_("请选择另一个人来接手。"))
    both = User.objects.select_for_update(no_key=True).filter(pk__in=[giver.pk, taker.pk]).order_by("pk")
    if not {one.pk: one for one in both}[taker.pk].is_active:
        raise Stopped(_("%(person)s 的账号已停用，不能接手。请先恢复账号，或者换一个人。") % {"person": taker})
    list(Post.objects.select_for_update().filter(user=giver, ended_at=None).order_by("pk"))  # nobody ends one meanwhile
    planned = moves(giver, taker, on=localdate(at))
    for move in planned:
        _move(move, taker, by=by, at=at)
    moved = {work.key: work.rows.update(**{work.field: taker}) for work in open_work_of(giver)}
    if not planned and not any(moved.values()):
        raise NothingInHand(_("%(person)s 没有可以交接的职务和工作，可能已经交接过了。") % {"person": giver})
    told = {"to": taker.pk, "posts": [move.post.pk for move in planned], "open_work": moved}
    record("accounts.hand_over", giver, by=by, at=at, after=told)
    if stops:
        stop(person=giver, by=by, at=at)


def _move(move: Move, taker: User, *, by: User, at: datetime) -> None:
    post = move.post
    own = Post.objects.filter(deputy_of=post, user=taker, ended_at=None).first()
    if own is not None:  # who stood in for the post now holds it
        take_out_of_post(post=own, at=at, by=by)
    if move.is_held:
        heir = Post.objects.filter(user=taker, role=post.role, unit=post.unit, area=post.area, ended_at=None).first()
    else:
        heir = put_in_post(user=taker, new=_same_from(post, localdate(at)), at=at, by=by)
    Post.objects.filter(deputy_of=post, ended_at=None).update(deputy_of=heir)
    take_out_of_post(post=post, at=at, by=by)


def _same_from(post: Post, since: date) -> NewPost:
    """The same post from the day on; one that begins later still does."""
    begins = max(since, post.since) if post.since else since
    role, until = PostRole(post.role), post.until
    return NewPost(role=role, unit=post.unit, area=post.area, since=begins, until=until, deputy_of=post.deputy_of)
