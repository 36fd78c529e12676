"""What a liaison does with a sign-up: opens it, changes it, takes names into the roster, sets others aside."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Unit
from wenming.work.models import Commitment, Record, Signing, SigningState, SignUp
from wenming.work.models.sign_ups import CODE_LENGTH
from wenming.work.records.actions import change_record, uses_of
from wenming.work.records.content import kept
from wenming.work.records.roster import MOST_PEOPLE, Person, TooMany
from wenming.work.signup.codes import LETTERS, code_of
from wenming.work.signup.queries import as_person, record_of

_TOLD = ("unit", "title", "on", "place", "asks", "opens", "closes")


class AlreadyOpen(ValueError):
    """The record has a sign-up; ``sign_up`` is it."""

    def __init__(self, sign_up: SignUp) -> None:
        super().__init__(_("这次活动已经有签到了。"))
        self.sign_up = sign_up


class NoRecord(ValueError):
    """There is no record yet whose roster could take the names."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is asked at the page, and when it is open."""

    title: str
    on: date
    place: str
    asks: str
    opens: datetime
    closes: datetime


@action
def open_sign_up(
    *, record_key: UUID, unit: Unit, commitment: Commitment | None, given: Given, by: User, at: datetime
) -> SignUp:
    """A page for those who take part in what that record tells of, or will tell of. Raises AlreadyOpen."""
    code = _new_code()
    fields = {name: getattr(given, name) for name in given.__slots__}
    defaults = {**fields, "code": code, "unit": unit, "commitment": commitment, "opened_by": by, "opened_at": at}
    made, is_new = SignUp.objects.get_or_create(record_key=record_key, defaults=defaults)
    if not is_new:
        raise AlreadyOpen(made)
    record("work.open_sign_up", made, by=by, at=at, after=state_of(made, *_TOLD))
    return made


def _new_code() -> str:
    """One that no other has; the database refuses a second all the same."""
    while True:
        code = code_of(secrets.randbelow(len(LETTERS) ** CODE_LENGTH))
        if not SignUp.objects.filter(code=code).exists():
            return code


@action
def change_sign_up(*, sign_up: SignUp, given: Given, by: User, at: datetime) -> SignUp:
    """Other words or times; names that are there stay."""
    found = SignUp.objects.select_for_update().get(pk=sign_up.pk)
    before = state_of(found, *_TOLD)
    for name in given.__slots__:
        setattr(found, name, getattr(given, name))
    found.save(update_fields=list(given.__slots__))
    record("work.change_sign_up", found, by=by, at=at, before=before, after=state_of(found, *_TOLD))
    return found


@action
def list_names(*, sign_up: SignUp, keys: Collection[int], by: User, at: datetime) -> int:
    """These names go into the record's roster; how many were new. Raises NoRecord, TooMany, NotAllowed."""
    found = [one for one in _signings(sign_up, keys) if one.state != SigningState.LEAVING]
    target = _record_of(sign_up)
    roster = dict.fromkeys(kept(target).roster)
    new = [one for one in dict.fromkeys(map(as_person, found)) if one not in roster]
    if len(roster) + len(new) > MOST_PEOPLE:
        raise TooMany
    if new:
        _with_roster(target, (*roster, *new), by, at)
    Signing.objects.filter(pk__in=[one.pk for one in found]).update(state=SigningState.PROPOSED)
    brought = [one.pk for one in found if as_person(one) in new]
    Signing.objects.filter(pk__in=brought).update(was_listed=True)
    record("work.list_names", sign_up, by=by, at=at, after={"count": len(new)})
    return len(new)


@action
def take_off(*, sign_up: SignUp, keys: Collection[int], by: User, at: datetime) -> int:
    """These names leave the roster; those who asked for it leave the sign-up, too. How many. Raises NoRecord."""
    found = _signings(sign_up, keys)
    leaving = [one.pk for one in found if one.state == SigningState.LEAVING]
    count = _off_roster(sign_up, {as_person(one) for one in found}, by, at, is_needed=len(leaving) < len(found))
    Signing.objects.filter(pk__in=leaving).delete()
    Signing.objects.filter(pk__in=[one.pk for one in found]).update(state=SigningState.SET_ASIDE, was_listed=False)
    record("work.take_off_names", sign_up, by=by, at=at, after={"count": count})
    return count


def _off_roster(sign_up: SignUp, gone: Collection[Person], by: User, at: datetime, *, is_needed: bool) -> int:
    """How many went; where every name only asked to leave, it goes even if there is no record any more."""
    if not is_needed and record_of(sign_up) is None:
        return 0
    target = _record_of(sign_up)
    roster = kept(target).roster
    left = tuple(one for one in roster if one not in gone)
    if left != tuple(roster):
        _with_roster(target, left, by, at)
    return len(roster) - len(left)


@action
def set_aside(*, sign_up: SignUp, keys: Collection[int], is_aside: bool, by: User, at: datetime) -> int:
    """These names are not meant for the roster, or are after all; how many changed."""
    wanted = SigningState.SET_ASIDE if is_aside else SigningState.PROPOSED
    movable = [one.pk for one in _signings(sign_up, keys) if one.state not in (wanted, SigningState.LEAVING)]
    Signing.objects.filter(pk__in=movable).update(state=wanted)
    record("work.set_aside_names", sign_up, by=by, at=at, after={"count": len(movable), "state": wanted.value})
    return len(movable)


def _signings(sign_up: SignUp, keys: Collection[int]) -> list[Signing]:
    return list(sign_up.signings.select_for_update().filter(pk__in=keys).order_by("pk"))


def _record_of(sign_up: SignUp) -> Record:
    found = record_of(sign_up)
    if found is None:
        raise NoRecord(_("先登记这次活动，再列名单。"))
    return found


def _with_roster(target: Record, roster: tuple[Person, ...], by: User, at: datetime) -> None:
    """The record with another roster; the number of people follows where it was that of the roster."""
    content = kept(target)
    followed = content.people in (None, len(content.roster))
    people = (len(roster) or None) if followed else content.people
    changed = replace(content, roster=roster, people=people)
    change_record(record=target, revision=target.revision, content=changed, uses=uses_of(target), by=by, at=at)
