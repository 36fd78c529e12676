"""Two units that look alike are said to be two."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from wenming.audit.recording import action, record
from wenming.places.actions.history import SameUnit
from wenming.places.models import NotSame, Unit


@action
def tell_apart(*, one: Unit, other: Unit, by: AbstractBaseUser, at: datetime) -> NotSame:
    """These are two units; they are not suggested as one again. Raises SameUnit."""
    if one.pk == other.pk:
        raise SameUnit
    low, high = sorted((one, other), key=lambda unit: unit.pk)
    said, is_new = NotSame.objects.get_or_create(one=low, other=high, defaults={"said_by_id": by.pk, "said_at": at})
    if is_new:
        record("places.tell_apart", low, by=by, at=at, after={"other": high.pk})
    return said


@action
def take_apart_back(*, said: NotSame, by: AbstractBaseUser, at: datetime) -> None:
    """What was said is taken back: the two may be suggested as one again."""
    record("places.take_apart_back", said.one, by=by, at=at, before={"other": said.other_id})
    said.delete()
