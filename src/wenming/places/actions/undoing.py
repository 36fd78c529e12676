"""Taking back what happened to a unit."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record
from wenming.places.actions.locking import lock_units
from wenming.places.actions.moving import put_back
from wenming.places.actions.naming import naming
from wenming.places.models import ChangeKind, Unit, UnitChange


class CannotUndo(ValueError):
    """The change was undone already, or what came after it stands in the way."""


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows went back, and how many were left because they were changed again since."""

    change: UnitChange
    back: int
    left: int


@action
def undo_change(*, change: UnitChange, by: AbstractBaseUser, at: datetime) -> Undone:
    """Put back what the change moved, as far as it still stands where it was put; raises CannotUndo, NameTaken."""
    lock_units(change.unit_id, *change.others.values_list("pk", flat=True))
    locked = UnitChange.objects.select_for_update().get(pk=change.pk)
    _check(locked)
    name, of = _name_again(locked)
    with naming(name, of=of):
        back, left = put_back(locked.moved)
    locked.undone_by_id, locked.undone_at = by.pk, at
    locked.save(update_fields=["undone_by", "undone_at"])
    told = {"change": locked.pk, "kind": locked.kind, "back": back, "left": left}
    record("places.undo_change", locked.unit, by=by, at=at, after=told)
    return Undone(locked, back, left)


def _check(change: UnitChange) -> None:
    if change.undone_at:
        raise CannotUndo(_("这一次变更已经撤回过了。"))
    later = change.unit.changes.filter(undone_at=None, kind=change.kind, pk__gt=change.pk)
    if change.kind == ChangeKind.RENAMED and later.exists():
        raise CannotUndo(_("后来又更过名，请先撤回后面那一次。"))


def _name_again(change: UnitChange) -> tuple[str, Unit | None]:
    """The full name that is borne again, and by which unit where that is there."""
    of_unit = None if change.kind == ChangeKind.SAME else change.unit
    return change.before.get("name", change.unit.name), of_unit
