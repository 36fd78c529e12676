"""What happened that the negative list names is noted, and taken back where it was not so."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.models import Framework
from wenming.scores.models import NegativeEvent


class Withdrawn(ValueError):
    """The event was taken back already."""


@action
def note_event(
    *, framework: Framework, entry: str, on: date, text: str, source: str, by: User, at: datetime
) -> NegativeEvent:
    """It happened on that day; every round whose window it falls in reckons with it."""
    made = NegativeEvent.objects.create(
        framework=framework, entry=entry, on=on, text=text, source=source, made_by=by, made_at=at
    )
    record("scores.note_event", made, by=by, at=at, after=state_of(made, "entry", "on", "text"))
    return made


@action
def withdraw_event(*, event: NegativeEvent, by: User, at: datetime) -> None:
    """It was not so; it stays to be seen, and costs nothing. Raises Withdrawn."""
    kept = NegativeEvent.objects.select_for_update().get(pk=event.pk)
    if kept.withdrawn_at:
        raise Withdrawn(_("这件事已经撤回。"))
    kept.withdrawn_by, kept.withdrawn_at = by, at
    kept.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record("scores.withdraw_event", kept, by=by, at=at, before=state_of(kept, "entry", "on", "text"))
