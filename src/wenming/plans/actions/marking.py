"""What a reviewer does with the units and terms that were read: confirm, correct, remove, restore, add."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.plans.actions.steps import Changes, Mark, fetch, fetch_all, lock
from wenming.plans.models import NAME_LENGTH, Act, Doubt, Duty, MarkState, Measure, PlanVersion, Step, Term
from wenming.plans.suggestions import alike
from wenming.plans.terms import Json
from wenming.plans.texts import folded, without_noise
from wenming.reading.model import Role, TermKind
from wenming.rules.matching import Match


class NoMeasure(ValueError):
    """No measure stands where the mark is to be: it has to be made first."""


class BadSpan(ValueError):
    """The words are none of the document's."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark as a person saw it: its kind, its key and the revision shown (None: whatever it is now)."""

    kind: str
    pk: int
    revision: int | None = None


@action
def confirm(*, version_id: int, marks: Sequence[Seen], by: User, at: datetime) -> Step:
    """These are right as they stand; what was doubtful about them is settled. Raises Stale, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    for kind in ("measure", "duty", "term"):
        wanted = {seen.pk: seen.revision for seen in marks if seen.kind == kind}
        changes.confirm(fetch_all(changes.version, kind, wanted))
    return changes.keep(Act.CONFIRM)


@action
def settle(*, version_id: int, doubt_id: int, by: User, at: datetime, everywhere: bool = False) -> Step:
    """A person looked at a doubt and found nothing to change, or has changed it; ``everywhere``: and at all alike.

    Raises Doubt.DoesNotExist, NotOpen.
    """
    changes = Changes(lock(version_id), by=by, at=at)
    doubt = Doubt.objects.get(version=changes.version, pk=doubt_id)
    changes.settle(alike(doubt) if everywhere else [doubt])
    return changes.keep(Act.SETTLE)


@action
def correct_duty(*, version_id: int, seen: Seen, role: Role, span: tuple[int, int], by: User, at: datetime) -> Step:
    """The unit's role, or the words that name it, are others; raises Stale, BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    duty = fetch(changes.version, "duty", seen.pk, seen.revision)
    fields: dict[str, object] = {"role": role.value}
    if isinstance(duty, Duty) and span != (duty.start, duty.end):
        fields |= {"start": span[0], "end": span[1], "name": name_at(changes.version, span)}
    return correct(changes, duty, fields)


@action
def correct_term(
    *, version_id: int, seen: Seen, kind: TermKind, value: Json, span: tuple[int, int], by: User, at: datetime
) -> Step:
    """The term's kind, value or words are others; raises Stale, BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    term = fetch(changes.version, "term", seen.pk, seen.revision)
    name_at(changes.version, span)
    return correct(changes, term, {"kind": kind.value, "value": value, "start": span[0], "end": span[1]})


def correct(changes: Changes, mark: Mark, fields: dict[str, object]) -> Step:
    """Give the mark these fields, which is to confirm it where they are the same, and settle its doubts."""
    state = MarkState.ADDED if mark.state == MarkState.ADDED else MarkState.CORRECTED
    is_same = all(getattr(mark, field) == value for field, value in fields.items())
    if is_same and mark.state in {MarkState.READ, MarkState.CONFIRMED}:
        state = MarkState.CONFIRMED
    if not is_same or state != mark.state:
        changes.change(mark, state=state, **fields)
    changes.settle_doubts_of([mark])
    return changes.keep(Act.CONFIRM if state == MarkState.CONFIRMED else Act.CORRECT)


@action
def remove(*, version_id: int, seen: Seen, by: User, at: datetime) -> Step:
    """It is no unit, term or measure; it can be restored. Raises Stale, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    mark = fetch(changes.version, seen.kind, seen.pk, seen.revision)
    changes.change(mark, state=MarkState.REMOVED)
    changes.settle_doubts_of([mark])
    return changes.keep(Act.REMOVE)


@action
def restore(*, version_id: int, seen: Seen, by: User, at: datetime) -> Step:
    """It was right after all. Raises Stale, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    mark = fetch(changes.version, seen.kind, seen.pk, seen.revision)
    changes.change(mark, state=MarkState.CORRECTED)
    return changes.keep(Act.RESTORE)


@action
def add_duty(*, version_id: int, span: tuple[int, int], role: Role, found: Match, by: User, at: datetime) -> Step:
    """The words of ``span`` name a unit, ``found`` in the directory; raises NoMeasure, BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    add_duty_to(changes, span, role, found)
    return changes.keep(Act.ADD)


def add_duty_to(changes: Changes, span: tuple[int, int], role: Role, found: Match) -> None:
    """The words of ``span`` name a unit, ``found`` in the directory; raises NoMeasure, BadSpan."""
    name = name_at(changes.version, span)
    duty = Duty(measure=measure_at(changes.version, span[0]), name=name, role=role, start=span[0], end=span[1])
    duty.reason = found.reason
    if found.entry is not None:
        setattr(duty, "unit_id" if found.entry.kind == "unit" else "unit_class_id", found.entry.id)
    changes.add(duty)
    _settle_at(changes, span)


@action
def add_term(*, version_id: int, span: tuple[int, int], kind: TermKind, value: Json, by: User, at: datetime) -> Step:
    """The words of ``span`` bind; raises NoMeasure, BadSpan, NotOpen."""
    changes = Changes(lock(version_id), by=by, at=at)
    add_term_to(changes, span, kind, value)
    return changes.keep(Act.ADD)


def add_term_to(changes: Changes, span: tuple[int, int], kind: TermKind, value: Json) -> None:
    """The words of ``span`` bind; raises NoMeasure, BadSpan."""
    name_at(changes.version, span)
    measure = measure_at(changes.version, span[0])
    changes.add(Term(measure=measure, kind=kind.value, value=value, start=span[0], end=span[1]))
    _settle_at(changes, span)


def _settle_at(changes: Changes, span: tuple[int, int]) -> None:
    """What was doubtful about words that bore no mark is settled once a person has marked them."""
    doubts = changes.version.doubts.filter(settled_at=None, duty=None, term=None)
    changes.settle(doubts.filter(start__lt=span[1], end__gt=span[0]))


def measure_at(version: PlanVersion, start: int) -> Measure:
    """The measure around a place, else the last before it: a unit's line may stand after the sentence it is for."""
    before = version.measures.standing().filter(start__lte=start).order_by("-start", "-pk")
    measure = before.filter(end__gt=start).first() or before.first()
    if measure is None:
        raise NoMeasure
    return measure


def name_at(version: PlanVersion, span: tuple[int, int]) -> str:
    """The words of ``span`` in one line; a person may mark what the reader took for noise."""
    start, end = span
    if not 0 <= start < end <= len(version.text):
        raise BadSpan
    name = folded(without_noise(version.text, version.noise, start, end)) or folded(version.text[start:end])
    if not name or len(name) > NAME_LENGTH:
        raise BadSpan
    return name
