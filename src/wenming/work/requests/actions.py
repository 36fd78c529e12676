"""What the office does with a request: drafting, sending, merging, asking more units, ending."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.places.models import Area, Unit, UnitClass
from wenming.work.models import Answer, Commitment, Record, Request, RequestState

_TOLD = ("title", "basis", "commitment", "due", "state")
Proposed = Mapping[int, Collection[int]]  # unit → records that the office saw to be there


class NotADraft(ValueError):
    """It was sent before."""


class NotOpen(ValueError):
    """It is not sent, or it is over."""


class NobodyAsked(ValueError):
    """No unit is left to be asked."""


class TooLate(ValueError):
    """The day by which it is asked is past."""


@dataclass(frozen=True, slots=True)
class Asking:
    """All that a person says of a request."""

    title: str
    words: str
    basis: str
    due: date
    commitment: Commitment | None = None
    unit_classes: Sequence[UnitClass] = ()
    units: Sequence[Unit] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a draft in the open request that it went into."""

    request: Request
    added: tuple[int, ...]  # units that are asked now
    already: int  # units that were asked before
    due_before: date


@action
def draft(*, area: Area, asking: Asking, by: User, at: datetime) -> Request:
    """A request that nobody has been asked yet."""
    made = Request(area=area, made_by=by, made_at=at)
    _say(made, asking)
    record("work.draft_request", made, by=by, at=at, after=state_of(made, *_TOLD))
    return made


@action
def change(*, request: Request, asking: Asking, by: User, at: datetime) -> Request:
    """The draft says something else; raises NotADraft."""
    found = _draft(request)
    before = state_of(found, *_TOLD)
    _say(found, asking)
    record("work.change_request", found, by=by, at=at, before=before, after=state_of(found, *_TOLD))
    return found


def _say(found: Request, asking: Asking) -> None:
    found.title, found.words, found.basis = asking.title, asking.words, asking.basis
    found.commitment, found.due = asking.commitment, asking.due
    found.save()
    found.unit_classes.set(asking.unit_classes)
    found.units.set(asking.units)


@action
def discard(*, request: Request, by: User, at: datetime) -> None:
    """The draft is forgotten; raises NotADraft."""
    found = _draft(request)
    record("work.discard_request", found, by=by, at=at, before=state_of(found, *_TOLD))
    found.delete()


@action
def send(*, request: Request, units: Collection[int], proposed: Proposed, by: User, at: datetime) -> Request:
    """The units are asked, once each; raises NotADraft, NobodyAsked, TooLate."""
    found = _draft(request)
    if not units:
        raise NobodyAsked(_("一个单位也没有选。请至少选一个；都不用问的，删除这份草稿就行。"))
    if found.due < localdate(at):
        raise TooLate(_("时限 %(day)s 已经过了，请先改草稿里的时限。") % {"day": found.due.isoformat()})
    found.state, found.sent_by, found.sent_at = RequestState.SENT, by, at
    found.save()
    asked = _ask(found, units, proposed, by, at)
    record("work.send_request", found, by=by, at=at, after=state_of(found, *_TOLD) | {"units": asked})
    return found


@action
def merge(*, request: Request, into: Request, units: Collection[int], by: User, at: datetime) -> Merged:
    """The draft goes into an open request: its units and words are added, the later day holds, and the draft is gone.

    Nobody who was asked before is asked again, and nobody has less time. Raises NotADraft, NotOpen, and
    NobodyAsked where the draft asks nobody (any more): then it stays.
    """
    found, other = _draft(request), open_request(into)
    if not units:
        raise NobodyAsked(_("这份草稿没有可以征集的单位，没有并入，草稿还在。请先改草稿里的单位。"))
    before, due_before = state_of(other, "due"), other.due
    added = _ask(other, units, {}, by, at)
    other.due = max(other.due, found.due)
    if found.words and found.words not in other.words:
        other.words = f"{other.words}\n{found.words}".strip()
    other.save(update_fields=["due", "words"])
    told = state_of(other, "due") | {"units": added, "draft": found.title}
    record("work.merge_request", other, by=by, at=at, before=before, after=told)
    found.delete()
    return Merged(other, tuple(added), len(set(units)) - len(added), due_before)


@action
def ask_more(*, request: Request, units: Collection[int], by: User, at: datetime) -> list[int]:
    """Units are asked as well; those asked before are not asked again. Raises NotOpen."""
    found = open_request(request)
    added = _ask(found, units, {}, by, at)
    if added:
        record("work.ask_more_units", found, by=by, at=at, after={"units": added})
    return added


def _ask(request: Request, units: Collection[int], proposed: Proposed, by: User, at: datetime) -> list[int]:
    """The units that were not asked before, now asked."""
    before = set(request.answers.values_list("unit", flat=True))
    added = sorted(set(units) - before)
    answers = [Answer(request=request, unit_id=unit, asked_by=by, asked_at=at) for unit in added]
    for answer in Answer.objects.bulk_create(answers):
        if there := proposed.get(answer.unit_id):
            answer.proposed.set(Record.objects.filter(pk__in=there, unit=answer.unit_id))
    return added


@action
def close(*, request: Request, by: User, at: datetime) -> Request:
    """Nothing more is asked of anybody; what was answered stays. Raises NotOpen."""
    found = open_request(request)
    _end(found, RequestState.CLOSED, by, at)
    record("work.close_request", found, by=by, at=at, after=state_of(found, "state"))
    return found


@action
def cancel(*, request: Request, reason: str, by: User, at: datetime) -> Request:
    """It should not have been asked, or is needed no more; the units see why. Raises NotOpen."""
    found = open_request(request)
    found.reason = reason
    _end(found, RequestState.CANCELLED, by, at)
    record("work.cancel_request", found, by=by, at=at, after=state_of(found, "state") | {"reason": Typed(reason)})
    return found


def _end(found: Request, state: RequestState, by: User, at: datetime) -> None:
    found.state, found.ended_by, found.ended_at = state, by, at
    found.save()


def _draft(request: Request) -> Request:
    found = Request.objects.select_for_update().get(pk=request.pk)
    if found.state != RequestState.DRAFT:
        raise NotADraft(_("这份材料征集已经发出，不再是草稿。"))
    return found


def open_request(request: Request) -> Request:
    """The request as it is now, nobody else's until this transaction is over; raises NotOpen."""
    found = Request.objects.select_for_update().get(pk=request.pk)
    if found.state != RequestState.SENT:
        raise NotOpen(_("这份材料征集%(state)s，不能再这样做。") % {"state": found.get_state_display()})
    return found
