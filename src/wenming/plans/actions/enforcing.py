"""Putting a version in force; the one before it is superseded in the same moment."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.plans.models import Plan, PlanVersion, VersionState
from wenming.plans.unmatched import unmatched


class NotReviewed(ValueError):
    """Only a version under review can be put in force."""


class NoMeasures(ValueError):
    """A plan without measures tells nobody to do anything."""


class NewerInForce(ValueError):
    """A later version of the plan is in force already."""


class StillDoubtful(ValueError):
    """There are things to look at, and nobody has said that they may wait."""


@action
def put_in_force(*, version_id: int, in_spite_of_doubts: bool, by: User, at: datetime) -> PlanVersion:
    """The version is what units answer for from now on; raises NotReviewed, NoMeasures, NewerInForce, StillDoubtful."""
    plan_id = PlanVersion.objects.values_list("plan", flat=True).get(pk=version_id)
    plan = Plan.objects.select_for_update().get(pk=plan_id)
    version = plan.versions.select_for_update().get(pk=version_id)
    if error := hindrance(version):
        raise error
    if not in_spite_of_doubts and _is_doubtful(version):
        raise StillDoubtful
    superseded = plan.versions.filter(state=VersionState.IN_FORCE)
    before = {"version": superseded.values_list("number", flat=True).first()}
    superseded.update(state=VersionState.SUPERSEDED)
    version.state, version.in_force_by, version.in_force_at = VersionState.IN_FORCE, by, at
    version.save(update_fields=["state", "in_force_by", "in_force_at"])
    after = {"version": version.number, "in_spite_of_doubts": in_spite_of_doubts}
    record("plans.put_in_force", plan, by=by, at=at, before=before, after=after)
    return version


def _is_doubtful(version: PlanVersion) -> bool:
    """Whether a doubt is open, or a name means nothing in the directory and nobody has said that this is right."""
    return version.doubts.filter(settled_at=None).exists() or unmatched().filter(measure__version=version).exists()


def hindrance(version: PlanVersion) -> type[NotReviewed | NoMeasures | NewerInForce] | None:
    """The error with which ``put_in_force`` would refuse the version, whatever is said of its doubts."""
    if version.state != VersionState.REVIEW:
        return NotReviewed
    if not version.measures.standing().exists():
        return NoMeasures
    newer = PlanVersion.objects.filter(plan=version.plan_id, state=VersionState.IN_FORCE, number__gt=version.number)
    return NewerInForce if newer.exists() else None
