"""Writing events: every action that matters is an ``action`` and records what it did.

    @action
    def rename(*, plan: Plan, title: str, by: User, at: datetime) -> Plan:
        before = state_of(plan, "title")
        ...
        record("plans.rename", plan, by=by, at=at, before=before, after=state_of(plan, "title"))

The events of an action are written in its own transaction, at its end: all of it happens and is told, or nothing. The
end of the chain is locked only then, so that nobody waits for another's long action.
"""

import secrets
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, models, transaction

from wenming.audit.models import Detail, Event, Tip
from wenming.audit.origin import current
from wenming.rules.chain import Json, commitment, seal

P = ParamSpec("P")
R = TypeVar("R")

NAME_LENGTH = 200  # characters of a thing's name


@dataclass(frozen=True, slots=True)
class _Personal:
    """A personal value, and whose it is where that person has an account."""

    value: Json
    person: int | None


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event that waits for the end of its action: fields of ``Event``, and what is kept beside it."""

    fields: Mapping[str, Json | datetime]
    personal: Mapping[str, _Personal]


_drafts: ContextVar[list[_Draft] | None] = ContextVar("drafts", default=None)


class Typed(str):
    """What somebody typed freely in an event's fields: it may name people, so it is kept beside the event."""

    __slots__ = ()


class OutsideAction(RuntimeError):
    """Something was to be recorded outside an action."""


def action(function: Callable[P, R]) -> Callable[P, R]:
    """All of the function happens, with what it records, or nothing; one action may be part of another."""

    @wraps(function)
    def acting(*args: P.args, **kwargs: P.kwargs) -> R:
        outer = _drafts.get()
        return _part(outer, function, *args, **kwargs) if outer is not None else _whole(function, *args, **kwargs)

    return acting


def _whole(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    drafts: list[_Draft] = []
    token = _drafts.set(drafts)
    try:
        with transaction.atomic():
            answer = function(*args, **kwargs)
            _write(drafts)
    finally:
        _drafts.reset(token)
    return answer


def _part(drafts: list[_Draft], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    kept = len(drafts)
    try:
        with transaction.atomic():
            return function(*args, **kwargs)
    except BaseException:
        del drafts[kept:]  # it did not happen
        raise


def state_of(thing: models.Model, *fields: str) -> dict[str, Json]:
    """The named fields of ``thing`` as an event tells them; a related row stands as its key."""
    return {name: plain(getattr(thing, thing._meta.get_field(name).attname)) for name in fields}  # type: ignore[union-attr]


def plain(value: object) -> Json:
    """A value of a field as the chain can hold it: without the NUL that PostgreSQL stores nowhere."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value).replace("\0", "")
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case Decimal() | float():
            return str(value)
        case Mapping():
            return {str(key): plain(one) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(one) for one in value]
    return str(value)


def record(
    verb: str,
    thing: models.Model | None,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    succeeded: bool = True,
) -> None:
    """Tell that ``by`` (None: nobody signed in) did ``verb`` to ``thing``; raises OutsideAction.

    Fields that the thing's model declares as personal are kept beside the event, unless they are keys of other rows;
    so is what is ``Typed``.
    """
    drafts = _drafts.get()
    if drafts is None:
        raise OutsideAction(verb)
    origin, private, whose = current(), _personal_fields(thing), _whose(thing)
    private |= {name for side in (before, after) for name, value in (side or {}).items() if isinstance(value, Typed)}
    said = {"before": _plain_fields(before or {}), "after": _plain_fields(after or {})}
    personal = {
        f"{side}.{name}": _Personal(value, whose)
        for side, fields in said.items()
        for name, value in fields.items()
        if name in private
    }
    told = {
        side: {name: value for name, value in fields.items() if name not in private} for side, fields in said.items()
    }
    if origin.address:
        personal["address"] = _Personal(origin.address, by.pk if by else None)
    circumstances = {"origin": str(origin.kind), "role": origin.role, "held_for": origin.held_for}
    act = {"verb": verb, "by_id": by.pk if by else None, "at": at, "succeeded": succeeded}
    drafts.append(_Draft(act | circumstances | _thing_fields(thing, personal, whose) | told, personal))


def _plain_fields(fields: Mapping[str, object]) -> dict[str, Json]:
    return {name: plain(value) for name, value in fields.items()}


def _personal_fields(thing: models.Model | None) -> set[str]:
    """The personal fields of the thing that are values; a key of another row says nothing by itself."""
    if thing is None:
        return set()
    fields = {field.name: field for field in thing._meta.fields}
    return {name for name in getattr(thing, "PERSONAL_FIELDS", ()) if not fields[name].is_relation}


def _whose(thing: models.Model | None) -> int | None:
    """The person whose the thing's personal values are."""
    if isinstance(thing, AbstractBaseUser):
        own: int = thing.pk
        return own
    person: int | None = getattr(thing, "user_id", None)
    return person


def _thing_fields(
    thing: models.Model | None, personal: dict[str, _Personal], whose: int | None
) -> dict[str, Json | datetime]:
    """Which thing; the name of a person goes to ``personal``."""
    if thing is None:
        return {}
    name = str(thing).replace("\0", "")[:NAME_LENGTH]
    if isinstance(thing, AbstractBaseUser):
        personal["name"], name = _Personal(name, whose), ""
    key = "" if thing.pk is None else str(thing.pk)  # none: the user name of a failed sign-in may be nobody's
    return {"thing_kind": thing._meta.label_lower, "thing_id": key, "thing_name": name}


def _write(drafts: list[_Draft]) -> None:
    """Put the events at the end of the chain, one after the other."""
    if not drafts:
        return
    _look_at_foreign_keys()
    tip = _locked_tip()
    for draft in drafts:
        salted = {name: (one, secrets.token_hex(16)) for name, one in draft.personal.items()}
        event = Event(**draft.fields, number=tip.number + 1, previous=tip.digest)
        event.details = {
            name: commitment(one.value, salt=salt, algorithm=settings.AUDIT_ALGORITHM)
            for name, (one, salt) in salted.items()
        }
        event.digest = seal(content_of(event), previous=event.previous, algorithm=settings.AUDIT_ALGORITHM)
        event.save(force_insert=True)
        Detail.objects.bulk_create(
            Detail(event=event, name=name, value=one.value, salt=salt, person_id=one.person)
            for name, (one, salt) in salted.items()
        )
        tip.number, tip.digest = event.number, event.digest
    tip.save(update_fields=["number", "digest"])


def _look_at_foreign_keys() -> None:
    """Lock what the new rows refer to before the tip: PostgreSQL would do so at the commit, and might wait for
    somebody who waits for the tip. SQLite lets only one write, and would look through whole tables.
    """
    if connection.features.has_select_for_update:
        connection.check_constraints()


def _locked_tip() -> Tip:
    """The end of the chain, nobody else's until this transaction is over."""
    Tip.objects.get_or_create(pk=1)
    return Tip.objects.select_for_update().get(pk=1)


def content_of(event: Event) -> dict[str, Json]:
    """All that an event's digest seals, beside the digest before it."""
    return {
        "number": event.number,
        "at": plain(event.at),
        "by": event.by_id,
        "role": event.role,
        "held_for": event.held_for,
        "verb": event.verb,
        "thing_kind": event.thing_kind,
        "thing_id": event.thing_id,
        "thing_name": event.thing_name,
        "before": event.before,
        "after": event.after,
        "succeeded": event.succeeded,
        "origin": event.origin,
        "details": event.details,
    }
