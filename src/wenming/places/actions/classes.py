"""Adding classes of units, and changing whom they stand for."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from wenming.audit.recording import action, record, state_of
from wenming.places.actions.naming import naming, owner_fields, set_aliases
from wenming.places.models import Alias, Area, Unit, UnitClass, UnitKind


@action
def add_class(
    *,
    name: str,
    by: AbstractBaseUser | None,
    at: datetime,
    kinds: Sequence[UnitKind] = (),
    area: Area | None = None,
    named_members: Collection[Unit] = (),
    aliases: Sequence[str] = (),
) -> UnitClass:
    """A new class of units: by a rule over kind and area, by named members, or both; raises NameTaken."""
    with naming(name):
        unit_class = UnitClass.objects.create(name=name, kinds=[kind.value for kind in kinds], area=area)
    unit_class.named_members.set(named_members)
    Alias.objects.bulk_create([Alias(name=alias, **owner_fields(unit_class)) for alias in dict.fromkeys(aliases)])
    record("places.add_class", unit_class, by=by, at=at, after=_state(unit_class))
    return unit_class


@action
def change_class(  # noqa: PLR0913 - the particulars of a class, each by its name
    *,
    unit_class: UnitClass,
    name: str,
    by: AbstractBaseUser | None,
    at: datetime,
    kinds: Sequence[UnitKind] = (),
    area: Area | None = None,
    named_members: Collection[Unit] = (),
    aliases: Sequence[str] = (),
) -> UnitClass:
    """Give the class this name, rule, members and other names; raises NameTaken."""
    locked = UnitClass.objects.select_for_update().get(pk=unit_class.pk)
    before = _state(locked)
    with naming(name, of=locked):
        locked.name, locked.kinds, locked.area = name, [kind.value for kind in kinds], area
        locked.save()
    locked.named_members.set(named_members)
    set_aliases(locked, aliases)
    record("places.change_class", locked, by=by, at=at, before=before, after=_state(locked))
    return locked


def _state(unit_class: UnitClass) -> dict[str, object]:
    members = list(unit_class.named_members.order_by("pk").values_list("pk", flat=True))
    names = list(unit_class.aliases.order_by("name").values_list("name", flat=True))
    return {**state_of(unit_class, "name", "kinds", "area"), "named_members": members, "aliases": names}
