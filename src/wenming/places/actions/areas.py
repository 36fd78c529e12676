"""Changes to the tree of areas."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record, state_of
from wenming.places.actions.naming import NameTaken
from wenming.places.code_words import area_fault_words
from wenming.places.models import Area, AreaKind
from wenming.rules.codes import Level, area_code, area_code_fault

_FIELDS = ("name", "kind", "code", "parent")


class WrongPlace(ValueError):
    """An area would stand below itself, or below one that is no larger than it."""


class WrongCode(ValueError):
    """The code cannot be that of this area."""


class NotEmpty(ValueError):
    """Something still belongs to the area."""


@action
def add_area(
    *,
    name: str,
    kind: AreaKind,
    by: AbstractBaseUser | None,
    at: datetime,
    parent: Area | None = None,
    code: str = "",
) -> Area:
    """A new area below ``parent``; raises NameTaken, WrongPlace, WrongCode."""
    area = Area(name=name, kind=kind, parent=parent, code=area_code(code, Level(kind)))
    _check(area)
    _save(area)
    record("places.add_area", area, by=by, at=at, after=state_of(area, *_FIELDS))
    return area


@action
def change_area(
    *,
    area: Area,
    name: str,
    kind: AreaKind,
    by: AbstractBaseUser | None,
    at: datetime,
    parent: Area | None = None,
    code: str = "",
) -> Area:
    """Give the area this name, kind, code and place in the tree; raises NameTaken, WrongPlace, WrongCode."""
    tree = {one.pk: one for one in Area.objects.select_for_update().order_by("pk")}  # two moves could make a ring
    locked = tree[area.pk]
    before = state_of(locked, *_FIELDS)
    locked.name, locked.kind, locked.code = name, kind, area_code(code, Level(kind))
    above = locked.parent = tree[parent.pk] if parent else None
    while above is not None:
        if above == locked:
            raise WrongPlace(_("“%(name)s”不能放到它自己或它的下级下面。") % {"name": name})
        above = tree[above.parent_id] if above.parent_id else None
    _check(locked)
    for child in locked.children.all():
        child.parent = locked
        _check_below(child)
    _save(locked)
    record("places.change_area", locked, by=by, at=at, before=before, after=state_of(locked, *_FIELDS))
    return locked


@action
def remove_area(*, area: Area, by: AbstractBaseUser, at: datetime) -> None:
    """Take away an area that nothing belongs to; raises NotEmpty, Area.DoesNotExist."""
    locked = Area.objects.select_for_update().get(pk=area.pk)
    before = state_of(locked, *_FIELDS)
    record("places.remove_area", locked, by=by, at=at, before=before)
    try:
        locked.delete()
    except ProtectedError as error:
        words = {"name": locked.name, "areas": locked.children.count(), "units": locked.units.count()}
        raise NotEmpty(
            _("“%(name)s”还不能删除：下面有 %(areas)s 个辖区、%(units)s 个单位，或者还有职务、类别用到它。") % words
        ) from error


def _check(area: Area) -> None:
    ranks = {kind: rank for rank, kind in enumerate(AreaKind)}
    if area.parent and ranks[AreaKind(area.parent.kind)] >= ranks[AreaKind(area.kind)]:
        words = {"kind": AreaKind(area.kind).label, "parent": area.parent.name}
        raise WrongPlace(_("%(kind)s不能放在“%(parent)s”下面，请选更高一级的辖区。") % words)
    if not area.code:
        return
    above = _nearest_with_code(area.parent)
    level = Level(above.kind) if above else None
    fault = area_code_fault(area.code, Level(area.kind), above.code if above else "", level)
    if fault:
        raise WrongCode(area_fault_words(fault, AreaKind(area.kind), above))
    if Area.objects.filter(code=area.code).exclude(pk=area.pk).exists():
        raise WrongCode(_("代码 %(code)s 已经是另一个辖区的了。") % {"code": area.code})


def _check_below(child: Area) -> None:
    """What stands below has to fit as well."""
    try:
        _check(child)
    except ValueError as error:
        words = {"name": child.name, "reason": error}
        raise type(error)(_("下级“%(name)s”会不符合要求：%(reason)s") % words) from error


def _nearest_with_code(area: Area | None) -> Area | None:
    while area and not area.code:
        area = area.parent
    return area


def _save(area: Area) -> None:
    taken = NameTaken(_("这一级已经有“%(name)s”。") % {"name": area.name})
    if Area.objects.filter(name=area.name, parent=area.parent).exclude(pk=area.pk).exists():
        raise taken
    try:
        with transaction.atomic():
            area.save()
    except IntegrityError as error:
        raise taken from error
