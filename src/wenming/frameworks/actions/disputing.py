"""A unit says that a standard is not theirs; the office decides, and the table follows at once."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.frameworks.actions.assigning import locked
from wenming.frameworks.models import GONE, Assignment, AssignmentRole, Dispute, DisputeOutcome, Item
from wenming.places.models import Unit


class AlreadyDisputed(ValueError):
    """The unit has said so, and the office has not decided yet."""


class AlreadyDecided(ValueError):
    """It is decided, or was taken back."""


class NobodyElse(ValueError):
    """Moved to another unit, but to none, or to the one that objects."""


@dataclass(frozen=True, slots=True)
class Objecting:
    """What the unit says: in which role it was to answer, why not, and whose it is (a name, may be empty)."""

    role: AssignmentRole
    reason: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the office decides; ``to`` answers from now on where the standard is moved."""

    outcome: DisputeOutcome
    answer: str
    to: Unit | None = None


@action
def dispute(*, item: Item, wanted: int, unit: Unit, said: Objecting, by: User, at: datetime) -> Dispute:
    """The unit says that it is not theirs. Raises AlreadyDisputed, Superseded."""
    locked(item.edition)
    if Dispute.objects.filter(item=item, wanted=wanted, unit=unit, decided_at=None).exists():
        raise AlreadyDisputed(_("已经提出过，正等文明办答复。"))
    about = {"item": item, "wanted": wanted, "unit": unit, "role": said.role, "whose": said.whose}
    made = Dispute.objects.create(**about, reason=said.reason, made_by=by, made_at=at)
    after = state_of(made, "item", "wanted", "unit", "role")
    after |= {"reason": Typed(said.reason), "whose": Typed(said.whose)}
    record("frameworks.dispute", made, by=by, at=at, after=after)
    return made


@action
def withdraw_dispute(*, disputed: Dispute, by: User, at: datetime) -> Dispute:
    """The unit takes it back. Raises AlreadyDecided."""
    found = _open(disputed)
    _settle(found, Decision(DisputeOutcome.WITHDRAWN, ""), by, at)
    record("frameworks.withdraw_dispute", found, by=by, at=at, after=state_of(found, "outcome"))
    return found


@action
def decide_dispute(*, disputed: Dispute, decision: Decision, by: User, at: datetime) -> Dispute:
    """The office decides; where the unit need not answer, its row goes, and another may answer in its place.

    Raises AlreadyDecided, NobodyElse, Superseded.
    """
    locked(disputed.item.edition)
    found = _open(disputed)
    is_moved = decision.outcome is DisputeOutcome.MOVED
    if is_moved != (decision.to is not None) or decision.to == found.unit:
        raise NobodyElse(_("改由别的单位负责的，请选另一个单位。"))
    if decision.outcome in GONE:
        _release(found, decision.to, by, at)
    _settle(found, decision, by, at)
    after = state_of(found, "outcome", "given_to") | {"answer": Typed(decision.answer)}
    record("frameworks.decide_dispute", found, by=by, at=at, after=after)
    return found


@action
def end_ruling(*, decided: Dispute, by: User, at: datetime) -> Dispute:
    """The decision holds no longer: the unit may be given the standard again. Raises AlreadyDecided."""
    found = Dispute.objects.select_for_update().get(pk=decided.pk)
    if not found.holds:
        raise AlreadyDecided(_("这条决定已经不再沿用。"))
    found.ended_by, found.ended_at = by, at
    found.save(update_fields=["ended_by", "ended_at"])
    record("frameworks.end_ruling", found, by=by, at=at, before=state_of(found, "outcome"))
    return found


def _open(disputed: Dispute) -> Dispute:
    found = Dispute.objects.select_for_update(of=("self",)).select_related("unit", "item").get(pk=disputed.pk)
    if found.decided_at is not None:
        raise AlreadyDecided(_("这一条已经有结论了：%(outcome)s。") % {"outcome": found.get_outcome_display()})
    return found


def _settle(found: Dispute, decision: Decision, by: User, at: datetime) -> None:
    found.outcome, found.answer, found.given_to = decision.outcome, decision.answer, decision.to
    found.decided_by, found.decided_at = by, at
    found.save(update_fields=["outcome", "answer", "given_to", "decided_by", "decided_at"])


def _release(found: Dispute, to: Unit | None, by: User, at: datetime) -> None:
    """The unit's own row goes; as a member of a class it is left out by the decision itself."""
    rows = Assignment.objects.filter(item=found.item_id, wanted=found.wanted)
    rows.filter(unit=found.unit).delete()
    if to is None:
        return
    role = AssignmentRole(found.role)
    if role is AssignmentRole.LEAD and rows.filter(role=role).exclude(unit=to).exists():
        role = AssignmentRole.RESPONSIBLE  # a class still leads
    made = {"role": role, "made_by": by, "made_at": at}
    rows.update_or_create(item=found.item, wanted=found.wanted, unit=to, defaults=made)
