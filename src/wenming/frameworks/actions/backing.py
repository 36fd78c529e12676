"""Saying which measure of a plan serves which standard."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.frameworks.actions.assigning import locked
from wenming.frameworks.models import Backing, Item
from wenming.plans.models import Measure


@action
def back(*, item: Item, measure: Measure, serves: bool | None, by: User, at: datetime) -> None:
    """It serves it (True), it does not (False), or nobody has said (None). Raises Superseded."""
    locked(item.edition)
    found = Backing.objects.filter(item=item, measure=measure)
    before = found.values_list("serves", flat=True).first()
    if serves is None:
        found.delete()
    else:
        said = {"serves": serves, "made_by": by, "made_at": at}
        Backing.objects.update_or_create(item=item, measure=measure, defaults=said)
    told = {"measure": measure.pk}
    record("frameworks.back", item, by=by, at=at, before=told | {"serves": before}, after=told | {"serves": serves})
