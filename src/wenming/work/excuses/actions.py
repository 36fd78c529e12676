"""Excusing a unit: the time stops, or nothing is asked of it, for a reason that the office accepts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.places.models import Unit
from wenming.work.models import Commitment, Excuse, ExcuseKind
from wenming.work.verdicts.refreshing import refresh

_TOLD = ("kind", "unit", "commitment", "first", "last")


class WrongDays(ValueError):
    """The last day is before the first."""


class AlreadyEnded(ValueError):
    """The excuse was ended before."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both counted; without a last day until it is ended."""

    first: date
    last: date | None = None


@action
def excuse(
    *, kind: ExcuseKind, unit: Unit, commitment: Commitment | None, days: Days, reason: str, by: User, at: datetime
) -> Excuse:
    """The unit is excused from the commitment (None: from all) on these days; raises WrongDays."""
    if days.last is not None and days.last < days.first:
        raise WrongDays(_("最后一天不能早于第一天 %(day)s。") % {"day": days.first})
    about = {"kind": kind, "unit": unit, "commitment": commitment, "first": days.first, "last": days.last}
    made = Excuse.objects.create(**about, reason=reason, given_by=by, given_at=at)
    record("work.excuse", made, by=by, at=at, after=state_of(made, *_TOLD) | {"reason": Typed(reason)})
    _refresh(made, at)
    return made


@action
def end_excuse(*, excuse: Excuse, last: date, by: User, at: datetime) -> Excuse:
    """The excuse holds to the end of ``last``; raises AlreadyEnded, WrongDays."""
    found = Excuse.objects.select_for_update().get(pk=excuse.pk)
    if found.ended_at is not None:
        raise AlreadyEnded(_("这一条已经结束了。"))
    if last < found.first:
        raise WrongDays(_("最后一天不能早于第一天 %(day)s。") % {"day": found.first})
    before = state_of(found, "last")
    found.last, found.ended_by, found.ended_at = last, by, at
    found.save(update_fields=["last", "ended_by", "ended_at"])
    record("work.end_excuse", found, by=by, at=at, before=before, after=state_of(found, "last"))
    _refresh(found, at)
    return found


def _refresh(excuse: Excuse, at: datetime) -> None:
    only = None if excuse.commitment_id is None else [excuse.commitment_id]
    refresh(commitments=only, units=[excuse.unit_id], at=at)
