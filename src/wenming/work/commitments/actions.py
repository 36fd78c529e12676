"""Turning the terms of a plan in force into commitments, and confirming, adjusting or setting them aside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Unit, UnitClass
from wenming.plans.models import Measure, PlanVersion, VersionState
from wenming.rules.commitments.kept import as_json, commitment_of, kind_of
from wenming.rules.commitments.model import Commitment as Rule
from wenming.work.commitments.carrying import carry_over
from wenming.work.commitments.proposing import Drawn, chapter_of, drawn
from wenming.work.excuses.actions import Days, excuse
from wenming.work.models import ACTIVITY_LENGTH, REASON_LENGTH, Commitment, CommitmentState, ExcuseKind, Whom
from wenming.work.objections.decided import decided_for
from wenming.work.verdicts.refreshing import refresh

_TOLD = ("measure", "activity", "kind", "rule", "whom", "unit_class", "state")


class NotInForce(ValueError):
    """Only a version in force binds anybody."""


class Changed(ValueError):
    """Somebody has changed the commitment since the page was opened."""


class NobodyJudged(ValueError):
    """It is said of no class and of no unit."""


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a person says of a commitment."""

    activity: str
    rule: Rule
    whom: Whom
    unit_class: UnitClass | None = None
    units: Sequence[Unit] = ()
    record_kinds: Sequence[str] = field(default=())


@action
def propose(*, version: PlanVersion, by: User, at: datetime, since: date | None = None) -> list[Commitment]:
    """Proposals for the measures of the version that have no commitment yet; raises NotInForce.

    ``since``: what recurs within the year is asked from this day on, not of the time before; None: from its beginning.
    Where an earlier version says the same, its commitments go on instead. Asked again, it makes only what is missing.
    Units of which it was decided that something alike is not theirs are left out, until somebody ends that.
    """
    locked = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if locked.state != VersionState.IN_FORCE:
        raise NotInForce(_("只有执行中的方案才能生成要求。"))
    moved = carry_over(locked)
    made = [_propose(one, by=by, at=at) for one in drawn(locked, since=since)]
    if made or moved:
        record("work.propose", locked.plan, by=by, at=at, after={"version": locked.number, "count": len(made)})
        refresh(commitments=moved, units=None, at=at)
    _leave_out(made, by=by, at=at)
    return made


def _leave_out(made: Sequence[Commitment], *, by: User, at: datetime) -> None:
    """What the office has decided holds the next time as well."""
    for one in decided_for(made):
        said = {"day": localdate(one.objection.decided_at), "activity": one.objection.commitment.activity}
        reason = _("以前已定不属于该单位（%(day)s，“%(activity)s”）。") % said
        excuse(
            kind=ExcuseKind.EXEMPTION,
            unit=one.objection.unit,
            commitment=one.commitment,
            days=Days(first=commitment_of(one.commitment.rule).span.first),
            reason=reason[:REASON_LENGTH],
            by=by,
            at=at,
        )


def _propose(one: Drawn, *, by: User, at: datetime) -> Commitment:
    rule = one.proposal.rule
    made = Commitment.objects.create(
        measure_id=one.measure,
        chapter=one.chapter,
        position=one.position,
        activity=one.proposal.activity[:ACTIVITY_LENGTH],
        kind=kind_of(rule.demand),
        rule=as_json(rule),
        record_kinds=list(one.record_kinds),
        whom=one.whom,
        unit_class_id=one.unit_class,
        changed_by=by,
        changed_at=at,
    )
    made.terms.add(*one.proposal.terms)
    return made


@action
def add(*, measure: Measure, shape: Shape, by: User, at: datetime) -> Commitment:
    """One more commitment of the measure, confirmed by whoever says it; raises NotInForce, NobodyJudged."""
    version = PlanVersion.objects.select_for_update().get(pk=measure.version_id)
    if version.state != VersionState.IN_FORCE:
        raise NotInForce(_("只有执行中的方案才能补充要求。"))
    made = Commitment(measure=measure, chapter=chapter_of(measure), position=measure.commitments.count() + 1)
    _shape(made, shape, by=by, at=at)
    record("work.add_commitment", made, by=by, at=at, after=state_of(made, *_TOLD))
    refresh(commitments=[made.pk], units=None, at=at)
    return made


@action
def adjust(*, commitment: Commitment, shape: Shape, revision: int, by: User, at: datetime) -> Commitment:
    """The commitment is what the person says, and confirmed; raises Changed, NobodyJudged."""
    found = _locked(commitment.pk, revision)
    before = state_of(found, *_TOLD)
    _shape(found, shape, by=by, at=at)
    record("work.adjust_commitment", found, by=by, at=at, before=before, after=state_of(found, *_TOLD))
    refresh(commitments=[found.pk], units=None, at=at)
    return found


def _shape(found: Commitment, shape: Shape, *, by: User, at: datetime) -> None:
    if (shape.whom == Whom.CLASS and shape.unit_class is None) or (shape.whom == Whom.UNITS and not shape.units):
        raise NobodyJudged(_("请选择对哪一类单位或哪些单位提出要求。"))
    found.activity, found.kind, found.rule = shape.activity, kind_of(shape.rule.demand), as_json(shape.rule)
    found.record_kinds, found.whom = list(shape.record_kinds), shape.whom
    found.unit_class = shape.unit_class if shape.whom == Whom.CLASS else None
    found.state, found.revision = CommitmentState.CONFIRMED, found.revision + 1
    found.changed_by, found.changed_at, found.confirmed_by, found.confirmed_at = by, at, by, at
    found.save()
    found.units.set(shape.units if shape.whom == Whom.UNITS else [])


@action
def confirm(*, commitments: Collection[int], by: User, at: datetime) -> list[Commitment]:
    """The proposals hold as they stand; those that are none any more are left as they are."""
    found = list(Commitment.objects.select_for_update().filter(pk__in=commitments, state=CommitmentState.PROPOSED))
    for one in found:
        one.state, one.revision = CommitmentState.CONFIRMED, one.revision + 1
        one.confirmed_by, one.confirmed_at = by, at
        record("work.confirm_commitment", one, by=by, at=at, after=state_of(one, *_TOLD))
    Commitment.objects.bulk_update(found, ["state", "revision", "confirmed_by", "confirmed_at"])
    refresh(commitments=[one.pk for one in found], units=None, at=at)
    return found


@action
def set_aside(*, commitment: Commitment, revision: int, by: User, at: datetime) -> Commitment:
    """No rule is made of it; its terms stay visible as such. Raises Changed."""
    found = _locked(commitment.pk, revision)
    before = state_of(found, "state")
    found.state, found.revision = CommitmentState.SET_ASIDE, found.revision + 1
    found.changed_by, found.changed_at, found.confirmed_by, found.confirmed_at = by, at, None, None
    found.save()
    record("work.set_aside_commitment", found, by=by, at=at, before=before, after=state_of(found, "state"))
    refresh(commitments=[found.pk], units=None, at=at)
    return found


def _locked(key: int, revision: int) -> Commitment:
    found = Commitment.objects.select_for_update().get(pk=key)
    if found.revision != revision:
        raise Changed(_("这条要求刚刚被别人改过，请看过现在的内容再改。"))
    return found
