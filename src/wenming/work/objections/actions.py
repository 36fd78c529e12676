"""A unit objects to a commitment; the time stops until the office has decided, and the decision holds the next time.

Accepted "not ours": the unit is no longer asked for it. Accepted "cannot": the unit is exempt, and the matter has its
own way up.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.places.models import Unit
from wenming.work.excuses.actions import Days, excuse
from wenming.work.models import Cell, Commitment, ExcuseKind, Objection, ObjectionKind, Outcome
from wenming.work.verdicts.refreshing import refresh


class AlreadyObjected(ValueError):
    """The unit has objected, and the office has not decided yet."""


class AlreadyDecided(ValueError):
    """The office has decided before."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the unit says: why, and whose it is in its opinion (a name, may be empty)."""

    kind: ObjectionKind
    reason: str
    whose: str = ""


@action
def object_to(*, commitment: Commitment, unit: Unit, said: Said, by: User, at: datetime) -> Objection:
    """The unit objects to the commitment; raises AlreadyObjected."""
    Commitment.objects.select_for_update().get(pk=commitment.pk)
    if commitment.objections.filter(unit=unit, decided_at=None).exists():
        raise AlreadyObjected(_("已经提出过，正等文明办答复。"))
    about = {"kind": said.kind, "commitment": commitment, "unit": unit, "whose": said.whose}
    made = Objection.objects.create(**about, reason=said.reason, made_by=by, made_at=at)
    after = state_of(made, "kind", "commitment", "unit") | {"reason": Typed(said.reason), "whose": Typed(said.whose)}
    record("work.object", made, by=by, at=at, after=after)
    refresh(commitments=[commitment.pk], units=[unit.pk], at=at)
    return made


@action
def withdraw_objection(*, objection: Objection, by: User, at: datetime) -> Objection:
    """The unit takes its objection back; raises AlreadyDecided."""
    found = _settled(objection, Outcome.WITHDRAWN, "", by=by, at=at)
    record("work.withdraw_objection", found, by=by, at=at, after=state_of(found, "outcome"))
    refresh(commitments=[found.commitment_id], units=[found.unit_id], at=at)
    return found


@action
def decide_objection(*, objection: Objection, is_accepted: bool, answer: str, by: User, at: datetime) -> Objection:
    """The office decides; where it accepts, the unit is exempt from that period on. Raises AlreadyDecided."""
    outcome = Outcome.ACCEPTED if is_accepted else Outcome.REFUSED
    found = _settled(objection, outcome, answer, by=by, at=at)
    record("work.decide_objection", found, by=by, at=at, after=state_of(found, "outcome") | {"answer": Typed(answer)})
    if is_accepted:
        excuse(
            kind=ExcuseKind.EXEMPTION,
            unit=found.unit,
            commitment=found.commitment,
            days=Days(first=_since(found)),
            reason=answer or found.reason,
            by=by,
            at=at,
        )
    else:
        refresh(commitments=[found.commitment_id], units=[found.unit_id], at=at)
    return found


def _since(objection: Objection) -> date:
    """The first day of the period in which the unit objected: it is no longer asked for that one either."""
    on = localdate(objection.made_at)
    cells = Cell.objects.filter(commitment=objection.commitment_id, unit=objection.unit_id, first__lte=on)
    return cells.order_by("-first").values_list("first", flat=True).first() or on


def _settled(objection: Objection, outcome: Outcome, answer: str, *, by: User, at: datetime) -> Objection:
    found = Objection.objects.select_for_update().select_related("unit", "commitment").get(pk=objection.pk)
    if found.decided_at is not None:
        raise AlreadyDecided(_("这一条已经有结论了：%(outcome)s。") % {"outcome": found.get_outcome_display()})
    found.outcome, found.answer, found.decided_by, found.decided_at = outcome, answer, by, at
    found.save(update_fields=["outcome", "answer", "decided_by", "decided_at"])
    return found
