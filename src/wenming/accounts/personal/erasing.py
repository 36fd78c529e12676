"""Erasing somebody's personal data (删除, 个人信息保护法 47) after their account has ended; nothing brings it back.

What they did stays told, by an account that is only a number from now on. Details of events that the law asks to keep
are sealed, which is all that article 47 still allows, and removed by the clock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.people.handing_over import open_work_of
from wenming.accounts.people.queries import posts_not_ended
from wenming.accounts.personal.periods import kept_since
from wenming.accounts.personal.tables import Declared, declared
from wenming.audit.actions import forget_details
from wenming.audit.models import Detail
from wenming.audit.recording import Typed, action, record
from wenming.rules.personal_data import Keeping

NAME = "已注销人员 {}"
_NAMES, _TOLD = ("username", "full_name", "phone"), ("before", "after")
USERNAME = "erased:{}"  # with a sign that no user name may have


class OwnAccount(ValueError):
    """Nobody erases themselves."""


class NotEnded(ValueError):
    """The account can still be used, or the person still holds posts or work."""


class AlreadyErased(ValueError):
    """There is nothing left to erase."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What erasing would do to one table: how many rows go, how many are emptied, how many keep naming the number."""

    words: object
    goes: int
    emptied: int
    stays: int


@dataclass(frozen=True, slots=True)
class PlannedDetails:
    """What erasing would do to details of the log."""

    erased: int
    sealed: int


def in_the_way(person: User) -> list[str]:
    """Why the person cannot be erased yet, each in a sentence with what to do."""
    reasons = []
    if person.is_active:
        reasons.append(_("账号还可以登录。请先停用账号。"))
    if posts_not_ended(person).exists():
        reasons.append(_("还有没结束的职务。请先交接，或者结束职务。"))
    if any(work.rows.exists() for work in open_work_of(person)):
        reasons.append(_("手上还有没办完的事。请先交接给别人。"))
    return reasons


def plan(person: User) -> list[Planned]:
    """What would happen, table by table; those where nothing would are left out. Changes nothing."""
    planned = [_planned(one, person) for one in declared() if one.model is not Detail]
    return [one for one in planned if one.goes or one.emptied or one.stays]


def _planned(one: Declared, person: User) -> Planned:
    own = one.about(person).count()
    goes, emptied = (own, 0) if one.table.goes else (0, own if _texts(one) else 0)
    others = one.rows().exclude(pk__in=one.about(person).values("pk"))
    named = [others.filter(**{field: person}).count() for field in one.acts()]
    return Planned(one.table.words, goes, emptied, sum(named) + own - goes - emptied)


def plan_details(person: User, *, at: datetime) -> PlannedDetails:
    """How many details of events would be erased and sealed. Changes nothing."""
    details, before = _details_of(person), kept_since(Keeping.SEALED, at)
    return PlannedDetails(
        details.filter(event__at__lt=before).count(), details.filter(event__at__gte=before, is_sealed=False).count()
    )


@action
def erase(*, person: User, reason: str, by: User, at: datetime) -> User:
    """Empty or remove all that is personal of the person. Raises OwnAccount, AlreadyErased, NotEnded; then nothing was.

    ``reason``: why, in words; kept as a detail of the event, so that it goes as well in its time.
    """
    if person.pk == by.pk:
        raise OwnAccount(_("不能注销自己，请由另一位安全管理员办理。"))
    locked = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if locked.erased_on is not None:
        raise AlreadyErased(_("已经注销过了。"))
    if reasons := in_the_way(locked):
        raise NotEnded(" ".join(reasons))
    erased, sealed = forget_details(_details_of(locked), before=kept_since(Keeping.SEALED, at))
    gone = _remove_rows(locked)
    _empty_texts(locked)
    _empty_account(locked, at=at)
    told = {"details_erased": erased, "details_sealed": sealed, "rows": gone, "reason": Typed(reason)}
    record("accounts.erase_person", locked, by=by, at=at, after=told)
    return locked


def _remove_rows(person: User) -> int:
    """Remove the rows that are about the person alone; their keys first, as some are found by way of others."""
    found = [(one, list(one.about(person).values_list("pk", flat=True))) for one in declared() if one.table.goes]
    return sum(one.rows().filter(pk__in=keys).delete()[1].get(one.model._meta.label, 0) for one, keys in found)


def _texts(one: Declared) -> list[models.Field[object, object]]:
    """The personal fields that hold something themselves, and are not keys of other rows."""
    fields = [field for field in one.model._meta.concrete_fields if field.name in one.table.fields]
    return [field for field in fields if not field.is_relation]


def _empty_texts(person: User) -> None:
    """Empty what stands in rows about the person that stay: posts held, seats taken."""
    for one in declared():
        texts = _texts(one)
        if one.table.whose and texts and not one.table.goes and one.model not in (User, Detail):
            one.about(person).update(**{field.name: None if field.null else "" for field in texts})


def _empty_account(person: User, *, at: datetime) -> None:
    account = next(one for one in declared() if one.model is User)
    for field in _texts(account):
        setattr(person, field.name, None if field.null else "")
    person.username, person.full_name = USERNAME.format(person.pk), NAME.format(person.pk)
    person.set_unusable_password()
    person.password_set_on, person.must_change_password = None, False
    person.erased_on = localdate(at)
    person.save()


def _details_of(person: User) -> QuerySet[Detail]:
    """The details about the person, and those of nobody's in events that are about them or name them."""
    naming = Q(event__in=set(_events_naming(person)))
    for one in declared():
        if one.table.whose:
            keys = [str(key) for key in one.about(person).values_list("pk", flat=True)]
            naming |= Q(event__thing_kind=one.name, event__thing_id__in=keys)
    return Detail.objects.filter(Q(person=person) | (Q(person=None) & naming))


def names_of(person: User) -> set[str]:
    """The person's name, user name and phone, and those that they had before, as far as the log still knows them."""
    own = Detail.objects.filter(person=person, name__in=[f"{when}.{one}" for when in _TOLD for one in _NAMES])
    had = {str(value) for value in own.values_list("value", flat=True)}
    return {name for name in {*had, *(getattr(person, one) for one in _NAMES)} if len(name) > 1}


def _events_naming(person: User) -> Iterable[int]:
    """Events in which somebody typed the person's name, user name or phone, also one that they had before."""
    names = names_of(person)
    typed = Detail.objects.filter(person=None).exclude(name="address").order_by().values_list("event", "value")
    return (event for event, value in typed.iterator() if any(name in str(value) for name in names))
