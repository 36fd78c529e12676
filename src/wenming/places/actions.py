"""Every change to areas, units, classes and their names."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from wenming.places.models import Alias, Area, AreaKind, Unit, UnitClass, UnitKind


class NameTaken(ValueError):
    """Another unit or class bears this name already."""


@transaction.atomic
def add_area(*, name: str, kind: AreaKind, parent: Area | None = None, code: str = "") -> Area:
    """A new area below ``parent``."""
    if Area.objects.filter(name=name, parent=parent).exists():
        raise NameTaken(_("这一级已经有“%(name)s”。") % {"name": name})
    return Area.objects.create(name=name, kind=kind, parent=parent, code=code)


@transaction.atomic
def add_unit(
    *, name: str, short: str, kind: UnitKind, area: Area, parents: Collection[Unit] = (), aliases: Sequence[str] = ()
) -> Unit:
    """A new unit with the names it goes by; raises NameTaken."""
    _refuse_taken(name)
    unit = Unit.objects.create(name=name, short=short or name, kind=kind, area=area)
    unit.parents.set(parents)
    Alias.objects.bulk_create([Alias(name=alias, unit=unit) for alias in dict.fromkeys(aliases)])
    return unit


@transaction.atomic
def add_class(
    *,
    name: str,
    kinds: Sequence[UnitKind] = (),
    area: Area | None = None,
    named_members: Collection[Unit] = (),
    aliases: Sequence[str] = (),
) -> UnitClass:
    """A new class of units: by a rule over kind and area, by named members, or both; raises NameTaken."""
    _refuse_taken(name)
    unit_class = UnitClass.objects.create(name=name, kinds=[kind.value for kind in kinds], area=area)
    unit_class.named_members.set(named_members)
    Alias.objects.bulk_create([Alias(name=alias, unit_class=unit_class) for alias in dict.fromkeys(aliases)])
    return unit_class


def _refuse_taken(name: str) -> None:
    if Unit.objects.filter(name=name).exists() or UnitClass.objects.filter(name=name).exists():
        raise NameTaken(_("单位名录里已经有“%(name)s”，请直接选用它。") % {"name": name})


@transaction.atomic
def learn_alias(*, name: str, thing: Unit | UnitClass, by: AbstractBaseUser, at: datetime) -> Alias:
    """From now on ``name`` means ``thing``; what was learned before for the same name is forgotten."""
    Alias.objects.filter(name=name, learned_at__isnull=False).delete()
    owner = {"unit": thing} if isinstance(thing, Unit) else {"unit_class": thing}
    alias, _made = Alias.objects.get_or_create(name=name, **owner, defaults={"learned_by_id": by.pk, "learned_at": at})
    return alias


@transaction.atomic
def forget_alias(*, name: str, thing: Unit | UnitClass) -> None:
    """``name`` no longer means ``thing``."""
    thing.aliases.filter(name=name).delete()
