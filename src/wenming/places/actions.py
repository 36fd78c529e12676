"""Every change to areas, units, classes and their names."""

from collections.abc import Collection, Generator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from wenming.places.models import Alias, Area, AreaKind, Unit, UnitClass, UnitKind


class NameTaken(ValueError):
    """Another unit or class bears this name already."""


class OwnParent(ValueError):
    """A unit would stand above itself."""


class SameUnit(ValueError):
    """A unit cannot be merged into itself."""


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
    with _naming(name):
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
    with _naming(name):
        unit_class = UnitClass.objects.create(name=name, kinds=[kind.value for kind in kinds], area=area)
    unit_class.named_members.set(named_members)
    Alias.objects.bulk_create([Alias(name=alias, unit_class=unit_class) for alias in dict.fromkeys(aliases)])
    return unit_class


@transaction.atomic
def change_unit(
    *,
    unit: Unit,
    name: str,
    short: str,
    kind: UnitKind,
    area: Area,
    parents: Collection[Unit] = (),
    aliases: Sequence[str] = (),
) -> Unit:
    """Give the unit these names, kind, area, parents and other names; raises NameTaken, OwnParent."""
    locked = Unit.objects.select_for_update().get(pk=unit.pk)
    if locked.pk in _ancestors(parents):
        raise OwnParent(_("“%(name)s”不能是自己的上级，请看看所选上级的上级。") % {"name": locked.short})
    with _naming(name, of=locked):
        locked.name, locked.short, locked.kind, locked.area = name, short or name, kind, area
        locked.save()
    locked.parents.set(parents)
    _set_aliases(locked, aliases)
    return locked


def _ancestors(units: Collection[Unit]) -> set[int]:
    """These units and all above them."""
    above: dict[int, list[int]] = {}
    for child, parent in Unit.parents.through.objects.values_list("from_unit", "to_unit"):
        above.setdefault(child, []).append(parent)
    found: set[int] = set()
    waiting = [unit.pk for unit in units]
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += above.get(unit, [])
    return found


def _set_aliases(thing: Unit | UnitClass, aliases: Sequence[str]) -> None:
    owner = {"unit": thing} if isinstance(thing, Unit) else {"unit_class": thing}
    thing.aliases.exclude(name__in=aliases).delete()
    known = set(thing.aliases.values_list("name", flat=True))
    Alias.objects.bulk_create([Alias(name=name, **owner) for name in dict.fromkeys(aliases) if name not in known])


@transaction.atomic
def change_class(
    *,
    unit_class: UnitClass,
    name: str,
    kinds: Sequence[UnitKind] = (),
    area: Area | None = None,
    named_members: Collection[Unit] = (),
    aliases: Sequence[str] = (),
) -> UnitClass:
    """Give the class this name, rule, members and other names; raises NameTaken."""
    locked = UnitClass.objects.select_for_update().get(pk=unit_class.pk)
    with _naming(name, of=locked):
        locked.name, locked.kinds, locked.area = name, [kind.value for kind in kinds], area
        locked.save()
    locked.named_members.set(named_members)
    _set_aliases(locked, aliases)
    return locked


@transaction.atomic
def merge_units(*, unit: Unit, into: Unit, by: AbstractBaseUser, at: datetime) -> Unit:
    """Two entries are one unit: all that points at ``unit`` points at ``into``, which learns its names; ``unit`` goes.

    Every room's rows are moved, whichever rooms there are; a row that ``into`` has already is dropped.
    Raises SameUnit, Unit.DoesNotExist.
    """
    if unit.pk == into.pk:
        raise SameUnit(_("请选择另一个单位。"))
    both = Unit.objects.select_for_update().filter(pk__in=[unit.pk, into.pk]).order_by("pk")
    locked = {one.pk: one for one in both}
    if len(locked) < 2:  # somebody has merged one of them meanwhile
        raise Unit.DoesNotExist
    gone, kept = locked[unit.pk], locked[into.pk]
    names = [name for name in dict.fromkeys([gone.name, gone.short]) if name not in {kept.name, kept.short}]
    for relation in Unit._meta.related_objects:  # noqa: SLF001 - Django's own way to a model's relations
        _move(relation, gone, kept)
    kept.parents.add(*gone.parents.exclude(pk=kept.pk))
    kept.parents.remove(gone)
    gone.delete()
    for name in names:
        learn_alias(name=name, thing=kept, by=by, at=at)
    return kept


def _move(relation: models.ForeignObjectRel, gone: Unit, kept: Unit) -> None:
    """Let the rows of one relation that point at ``gone`` point at ``kept``."""
    field = relation.field
    if isinstance(relation, models.ManyToManyRel):
        for owner in relation.related_model._base_manager.filter(**{field.name: gone}).exclude(pk=kept.pk):  # noqa: SLF001
            getattr(owner, field.name).add(kept)
        return
    rows = relation.related_model._base_manager.filter(**{field.name: gone})  # noqa: SLF001
    for row in rows:
        try:
            with transaction.atomic():
                rows.filter(pk=row.pk).update(**{field.name: kept})
        except IntegrityError:  # what is said of ``kept`` already
            row.delete()


@contextmanager
def _naming(name: str, *, of: Unit | UnitClass | None = None) -> Generator[None, None, None]:
    """Inside, a thing is given a name that no other bears; of two at the same moment the later raises NameTaken."""
    taken = NameTaken(_("单位名录里已经有“%(name)s”，请直接选用它。") % {"name": name})
    same = (Unit.objects.filter(name=name).first(), UnitClass.objects.filter(name=name).first())
    if any(one is not None and one != of for one in same):
        raise taken
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise taken from error


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
