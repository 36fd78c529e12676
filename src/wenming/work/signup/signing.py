"""Somebody signs up, or takes it back. The log keeps addresses, and so it tells nothing of what strangers do here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from wenming.work.models import Attendee, Signing, SigningState, SignUp
from wenming.work.records.roster import MOST_PEOPLE, Person
from wenming.work.signup.standing import Standing, standing

_MOST_ROWS = 5 * MOST_PEOPLE


class NotOpen(ValueError):
    """It does not take names now; ``standing`` says whether it is too early or too late."""

    def __init__(self, found: Standing) -> None:
        super().__init__(found)
        self.standing = found


class Full(ValueError):
    """As many have signed up as one record takes."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a name that its owner took back: gone at once, or asked to be taken off the roster."""

    is_gone: bool


@transaction.atomic
def sign(*, sign_up: SignUp, token: UUID, person: Person, at: datetime) -> Signing:
    """The name is proposed for the roster. The same form sent again changes nothing, or corrects what it said before.

    Raises NotOpen, Full.
    """
    found = SignUp.objects.select_for_update().get(pk=sign_up.pk)
    now = standing(found.opens, found.closes, at)
    if now is not Standing.OPEN:
        raise NotOpen(now)
    if (mine := found.signings.filter(token=token).first()) is not None:
        return _corrected(mine, person)
    if _is_full(found):
        raise Full(_("签到的人数已满。"))
    return found.signings.create(token=token, name=person.name, office=person.office, since=at)


def _is_full(found: SignUp) -> bool:
    """Names that were set aside leave room for others, but not without end."""
    waiting = found.signings.exclude(state=SigningState.SET_ASIDE).count()
    return waiting >= MOST_PEOPLE or found.signings.count() >= _MOST_ROWS


def _corrected(mine: Signing, person: Person) -> Signing:
    """What stands on the roster stays as it is."""
    if not _is_listed(mine) and mine.state == SigningState.PROPOSED:
        mine.name, mine.office = person.name, person.office
        mine.save(update_fields=["name", "office"])
    return mine


@transaction.atomic
def take_back(*, signing: Signing) -> TakenBack:
    """The name goes; where it stands on a roster, whoever keeps that is asked to take it off."""
    found = Signing.objects.select_for_update().filter(pk=signing.pk).first()
    if found is None:
        return TakenBack(is_gone=True)
    if not _is_listed(found):
        found.delete()
        return TakenBack(is_gone=True)
    found.state = SigningState.LEAVING
    found.save(update_fields=["state"])
    return TakenBack(is_gone=False)


def _is_listed(signing: Signing) -> bool:
    """Whether this entry stands on the roster; a namesake's entry there is no matter of whoever typed the name."""
    if not signing.was_listed:
        return False
    listed = Attendee.objects.filter(record__key=signing.sign_up.record_key, name=signing.name, office=signing.office)
    return listed.exists()
