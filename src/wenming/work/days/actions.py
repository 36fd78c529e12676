"""The office adds days and takes them away; whatever verdicts rest on them is worked out anew."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.rules.days.added import Added, sorted_out
from wenming.work.days.words import fault_words
from wenming.work.models import LocalDays
from wenming.work.verdicts.days import added_days
from wenming.work.verdicts.recalculating import recalculate

_TOLD = ("kind", "first", "last", "name", "source")


class BadDays(ValueError):
    """The days cannot be meant, or are there already; the message says why."""


@action
def add_days(*, days: Sequence[Added], by: User, at: datetime) -> list[LocalDays]:
    """Add the entries; raises BadDays where one of them cannot be, and none is added then."""
    new, _known, faults = sorted_out(days, added_days())
    if faults:
        place, fault = faults[0]
        raise BadDays(fault_words(days[place], fault))
    made = [_add(one, by=by, at=at) for one in new]
    if made:
        recalculate(by=by, at=at)
    return made


def _add(one: Added, *, by: User, at: datetime) -> LocalDays:
    said = {"kind": one.kind.value, "first": one.first, "last": one.last, "name": one.name, "source": one.source}
    try:
        with transaction.atomic():
            made = LocalDays.objects.create(**said, added_by=by, added_at=at)
    except IntegrityError as error:  # somebody else was faster
        raise BadDays(fault_words(one, None)) from error
    record("work.add_days", made, by=by, at=at, after=state_of(made, *_TOLD))
    return made


@action
def remove_days(*, days: LocalDays, by: User, at: datetime) -> None:
    """The calendar of the country holds again on these days; raises DoesNotExist where they are gone already."""
    found = LocalDays.objects.select_for_update().get(pk=days.pk)
    record("work.remove_days", found, by=by, at=at, before=state_of(found, *_TOLD))
    found.delete()
    recalculate(by=by, at=at)
