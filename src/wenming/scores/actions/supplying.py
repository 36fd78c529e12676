"""From which figure a standard's value comes is said, changed and taken back."""

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.models import Framework
from wenming.places.models import Unit
from wenming.rules.scoring.figures import Taken
from wenming.rules.scoring.scoring_rules import Better
from wenming.scores.models import Period, Supply

_TOLD = ("standard", "method", "name", "unit", "taken", "period", "target", "better")


@dataclass(frozen=True, slots=True)
class Source:
    """A figure of a unit (None: of all together), and how a value is made of it."""

    name: str
    unit: Unit | None
    taken: Taken = Taken.LAST
    period: Period = Period.YEAR
    target: Decimal | None = None
    better: Better = Better.UP


@action
def set_supply(
    *, framework: Framework, standard: str, method: str, source: Source, by: User, at: datetime
) -> Supply:  # fmt: skip
    """The standard's value, by that method, comes from there; from nowhere else any more."""
    Framework.objects.select_for_update().get(pk=framework.pk)  # two people do not say it of one standard at once
    known = Supply.objects.filter(framework=framework, standard=standard, method=method).first()
    before = state_of(known, *_TOLD) if known else None
    row = known or Supply(framework=framework, standard=standard, method=method)
    for name, value in asdict(source).items():
        setattr(row, name, value)
    row.made_by, row.made_at = by, at
    row.save()
    record("scores.set_supply", row, by=by, at=at, before=before, after=state_of(row, *_TOLD))
    return row


@action
def drop_supply(*, supply: Supply, by: User, at: datetime) -> None:
    """It comes from there no more; values that were taken stay. Raises Supply.DoesNotExist."""
    kept = Supply.objects.select_for_update().get(pk=supply.pk)
    record("scores.drop_supply", kept, by=by, at=at, before=state_of(kept, *_TOLD))
    kept.delete()
