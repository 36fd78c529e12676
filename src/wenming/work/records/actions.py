"""Every write to a record: entering, changing, returning, accepting, withdrawing. Each leaves a version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.work.models import Record, RecordState, RecordVersion, Use
from wenming.work.records.content import OWN_FIELDS, Content, Counts, Uses, keep, keep_uses, kept, told, units_of
from wenming.work.records.proposing import Why
from wenming.work.records.states import TO, Act, allows
from wenming.work.verdicts.refreshing import refresh

_TOLD = ("unit", "kind", "first", "last", "minutes", "people", "state")
Seen = Mapping[int, int]  # record → its revision when somebody looked at it


class Stale(ValueError):
    """Somebody else changed the record since it was looked at; ``record`` is how it stands now."""

    def __init__(self, record: Record) -> None:
        super().__init__(_("这条记录刚刚被别人改过。"))
        self.record = record


class NotAllowed(ValueError):
    """The record is in a state that does not take the act."""


class NotYet(ValueError):
    """The day is still to come."""


class KeyTaken(ValueError):
    """The key is that of somebody else's record."""


class OwnRecord(ValueError):
    """Whoever entered or changed a record does not accept it."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted in bulk, and what was left as it is."""

    accepted: tuple[Record, ...]
    left: tuple[Record, ...]


@action
def record_work(*, key: UUID, content: Content, uses: Uses, by: User, at: datetime) -> Record:
    """Enter what was done. Sent twice it is entered once; what was changed between the two is taken over.

    Raises NotYet, KeyTaken, and Stale where the record went on since it was sent first.
    """
    _check_days(content, at)
    own = {name: getattr(content, name) for name in OWN_FIELDS}
    made, is_new = Record.objects.get_or_create(key=key, defaults={**own, "made_by": by, "made_at": at})
    if not is_new:
        return _sent_again(made, content, uses, by, at)
    keep(made, content)
    keep_uses(made, uses)
    _add_version(made, told(content, uses), by, at)
    record("work.record_work", made, by=by, at=at, after=state_of(made, *_TOLD))
    refresh(commitments=sorted(uses), units=sorted(units_of([content])), at=at)
    return made


def _sent_again(made: Record, content: Content, uses: Uses, by: User, at: datetime) -> Record:
    if made.made_by_id != by.pk:
        raise KeyTaken
    if not _differs(made, content, uses):
        return made
    return change_record(record=made, revision=0, content=content, uses=uses, by=by, at=at)


@action
def change_record(*, record: Record, revision: int, content: Content, uses: Uses, by: User, at: datetime) -> Record:
    """Say otherwise what was done; one that was accepted or returned waits to be looked at again.

    Where nothing is different, only a returned record is handed in again. Raises NotAllowed, Stale, NotYet.
    """
    found = _locked(record, Act.CHANGE, revision)
    _check_days(content, at)
    if found.state != RecordState.RETURNED and not _differs(found, content, uses):
        return found
    before, old = state_of(found, *_TOLD), kept(found)
    commitments = {*uses, *found.uses.values_list("commitment", flat=True)}
    for name in OWN_FIELDS:
        setattr(found, name, getattr(content, name))
    found.changed_by, found.changed_at, found.judged_by, found.judged_at = by, at, None, None
    _move(found, Act.CHANGE, reason="")
    keep(found, content)
    keep_uses(found, uses)
    _record("work.change_record", found, before, by, at, content=told(content, uses))
    refresh(commitments=sorted(commitments), units=sorted(units_of([old, content])), at=at)
    return found


@action
def return_record(*, record: Record, revision: int, reason: str, by: User, at: datetime) -> Record:
    """Give it back to be corrected; it does not count until then. Raises NotAllowed, Stale."""
    found = _locked(record, Act.RETURN, revision)
    before = state_of(found, *_TOLD)
    found.judged_by, found.judged_at = by, at
    _move(found, Act.RETURN, reason=reason)
    _record("work.return_record", found, before, by, at)
    _refresh([found], at)
    return found


@action
def withdraw_record(*, record: Record, revision: int, reason: str, by: User, at: datetime) -> Record:
    """Take it back for good; it stays to be seen and counts no more. Raises NotAllowed, Stale."""
    found = _locked(record, Act.WITHDRAW, revision)
    before = state_of(found, *_TOLD)
    found.withdrawn_by, found.withdrawn_at = by, at
    _move(found, Act.WITHDRAW, reason=reason)
    _record("work.withdraw_record", found, before, by, at)
    _refresh([found], at)
    return found


@action
def accept_record(*, record: Record, revision: int, by: User, at: datetime) -> Record:
    """It is enough as it is. Raises NotAllowed, Stale, OwnRecord."""
    found = _locked(record, Act.ACCEPT, revision)
    if _is_own(found, by):
        raise OwnRecord(_("自己登记的记录，请由别的同事认可。"))
    _accept(found, by, at)
    _refresh([found], at)
    return found


@action
def accept_records(*, seen: Seen, by: User, at: datetime) -> Accepted:
    """Accept those that are as they were seen, that wait for it, and that somebody else entered; leave the others."""
    accepted: list[Record] = []
    left: list[Record] = []
    for found in Record.objects.select_for_update().filter(pk__in=list(seen)).order_by("pk"):
        is_fit = found.state == RecordState.RECORDED and found.revision == seen[found.pk] and not _is_own(found, by)
        if is_fit:
            _accept(found, by, at)
        (accepted if is_fit else left).append(found)
    _refresh(accepted, at)
    return Accepted(tuple(accepted), tuple(left))


def _accept(found: Record, by: User, at: datetime) -> None:
    before = state_of(found, *_TOLD)
    found.judged_by, found.judged_at = by, at
    _move(found, Act.ACCEPT, reason="")
    _record("work.accept_record", found, before, by, at)


def _is_own(found: Record, by: User) -> bool:
    return by.pk in (found.made_by_id, found.changed_by_id)


def _check_days(content: Content, at: datetime) -> None:
    if content.last > localdate(at):
        raise NotYet(_("%(day)s 还没有到。做完以后再登记。") % {"day": content.last.isoformat()})


def _locked(record: Record, act: Act, revision: int) -> Record:
    """The record as it is now, nobody else's until this transaction is over."""
    found = Record.objects.select_for_update().get(pk=record.pk)
    if found.revision != revision:
        raise Stale(found)
    if not allows(found.state, act):
        raise NotAllowed(_("这条记录%(state)s，不能再这样做。") % {"state": RecordState(found.state).label})
    return found


def _move(found: Record, act: Act, *, reason: str) -> None:
    found.state, found.reason, found.revision = TO[act], reason, found.revision + 1
    found.save()


def _record(
    verb: str,
    found: Record,
    before: Mapping[str, object],
    by: User,
    at: datetime,
    content: Mapping[str, object] | None = None,
) -> None:
    """Keep a version, and tell; ``content`` is what the version tells, none: what the one before told."""
    if content is None:
        last = found.versions.order_by("-number").values_list("content", flat=True).first()
        content = told(kept(found), uses_of(found)) if last is None else last
    _add_version(found, content, by, at)
    record(verb, found, by=by, at=at, before=before, after=state_of(found, *_TOLD))


def _add_version(found: Record, content: Mapping[str, object], by: User, at: datetime) -> None:
    about = {"state": found.state, "reason": found.reason, "content": content, "made_by": by, "made_at": at}
    RecordVersion.objects.create(record=found, number=found.revision + 1, **about)


def uses_of(found: Record) -> dict[int, Counts]:
    """For what the record counts, and for what it was said not to; one query."""
    rows = found.uses.values_list("commitment", "is_counted", "why")
    return {commitment: Counts(is_counted, Why(why)) for commitment, is_counted, why in rows}


def _differs(found: Record, content: Content, uses: Uses) -> bool:
    old = kept(found)
    is_same = told(old, uses_of(found)) == told(content, uses) and tuple(old.roster) == tuple(content.roster)
    return not is_same or set(uses_of(found)) != set(uses)


def _refresh(records: Iterable[Record], at: datetime) -> None:
    keys = [one.pk for one in records]
    if not keys:
        return
    commitments = Use.objects.filter(record__in=keys).values_list("commitment", flat=True).distinct()
    units = Record.objects.filter(pk__in=keys).values_list("unit", flat=True)
    others = Record.with_units.through.objects.filter(record__in=keys).values_list("unit", flat=True)
    refresh(commitments=sorted(commitments), units=sorted({*units, *others}), at=at)
