"""Making a round, beginning it with the framework frozen, closing it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.frameworks.models import Edition
from wenming.frameworks.rows import json_of
from wenming.rules.scoring.negative import Status
from wenming.scores.models import Missing, Reader, Round, RoundKind, RoundState
from wenming.scores.standing import standing_of
from wenming.scores.words import points_words

_SETTINGS = ("title", "kind", "first", "last", "missing", "status", "applies_on")


class WrongState(ValueError):
    """The round is not where this can be done; the message says what it is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the office says of a round."""

    title: str
    kind: RoundKind
    first: date
    last: date
    missing: Missing = Missing.LEFT_OUT
    status: Status = Status.NONE
    applies_on: date | None = None


@action
def make_round(*, edition: Edition, settings: Settings, by: User, at: datetime) -> Round:
    """A round that is being prepared."""
    made = Round(edition=edition, made_by=by, made_at=at, handled_by=by)
    _set(made, settings)
    made.save()
    record("scores.make_round", made, by=by, at=at, after=state_of(made, *_SETTINGS))
    return made


@action
def change_round(*, changed: Round, settings: Settings, by: User, at: datetime) -> None:
    """Other settings. Raises WrongState for one that is closed."""
    kept = locked(changed, RoundState.PREPARING, RoundState.OPEN)
    before = state_of(kept, *_SETTINGS)
    _set(kept, settings)
    kept.save(update_fields=_SETTINGS)
    record("scores.change_round", kept, by=by, at=at, before=before, after=state_of(kept, *_SETTINGS))


def _set(round_: Round, settings: Settings) -> None:
    for name in _SETTINGS:
        setattr(round_, name, getattr(settings, name))


@action
def begin(*, begun: Round, by: User, at: datetime) -> None:
    """Freeze the framework as it is now, and let values come in. Raises WrongState."""
    kept = locked(begun, RoundState.PREPARING)
    kept.frame = json_of(kept.edition)
    kept.state, kept.begun_by, kept.begun_at = RoundState.OPEN, by, at
    kept.save(update_fields=["frame", "state", "begun_by", "begun_at"])
    record("scores.begin", kept, by=by, at=at)


@action
def close(*, closed: Round, by: User, at: datetime) -> None:
    """Nothing comes in any more; the score goes to the log. Raises WrongState."""
    kept = locked(closed, RoundState.OPEN)
    standing = standing_of(kept)  # now that nobody else can add a value
    score = f"{points_words(standing.score)}/{points_words(standing.known)}"
    kept.state, kept.closed_by, kept.closed_at = RoundState.CLOSED, by, at
    kept.save(update_fields=["state", "closed_by", "closed_at"])
    record("scores.close", kept, by=by, at=at, after={"score": score})


@action
def reopen(*, closed: Round, reason: str, by: User, at: datetime) -> None:
    """Let values come in again. Raises WrongState."""
    kept = locked(closed, RoundState.CLOSED)
    kept.state, kept.closed_by, kept.closed_at = RoundState.OPEN, None, None
    kept.save(update_fields=["state", "closed_by", "closed_at"])
    record("scores.reopen", kept, by=by, at=at, after={"reason": Typed(reason)})


@action
def discard(*, discarded: Round, by: User, at: datetime) -> None:
    """A round that has not begun goes. Raises WrongState."""
    kept = locked(discarded, RoundState.PREPARING)
    record("scores.discard", kept, by=by, at=at, before=state_of(kept, "title"))
    kept.delete()


@action
def open_to(*, opened: Round, people: Collection[User], is_restricted: bool, by: User, at: datetime) -> None:
    """Let these people see it, whatever their posts; where it is restricted, nobody else but those who run it."""
    kept = Round.objects.select_for_update().get(pk=opened.pk)
    before = {"is_restricted": kept.is_restricted, "readers": kept.readers.count()}
    kept.is_restricted = is_restricted
    kept.save(update_fields=["is_restricted"])
    kept.readers.exclude(user__in=people).delete()
    there = set(kept.readers.values_list("user_id", flat=True))
    new = [Reader(round=kept, user=one, made_by=by, made_at=at) for one in people if one.pk not in there]
    Reader.objects.bulk_create(new)
    after = {"is_restricted": is_restricted, "readers": len(people)}
    record("scores.open_to", kept, by=by, at=at, before=before, after=after)


@action
def leave_out(*, changed: Round, codes: Collection[str], counts: bool = False, by: User, at: datetime) -> None:
    """These items do not concern the city in this round, or do again (``counts``); others stay as they are.

    Raises WrongState.
    """
    kept = locked(changed, RoundState.OPEN)
    before = state_of(kept, "left_out")
    kept.left_out = sorted(set(kept.left_out) - set(codes) if counts else set(kept.left_out) | set(codes))
    kept.save(update_fields=["left_out"])
    record("scores.leave_out", kept, by=by, at=at, before=before, after=state_of(kept, "left_out"))


_SAYS = {
    RoundState.PREPARING: _("这一轮还没有开始。"),
    RoundState.OPEN: _("这一轮已经开始。"),
    RoundState.CLOSED: _("这一轮已经结束。要改，请先重新打开。"),
}


def locked(round_: Round, *states: RoundState) -> Round:
    """The round, for this action alone; raises WrongState where it is in none of these states."""
    kept = Round.objects.select_for_update().get(pk=round_.pk)
    if kept.state not in states:
        raise WrongState(str(_SAYS[RoundState(kept.state)]))
    return kept
