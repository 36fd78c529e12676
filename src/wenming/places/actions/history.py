"""What happens to organisations: renamed, merged, split, dissolved; and two entries found to be one.

Each is one action, one event and one ``UnitChange`` with what it takes to undo it. A dissolved unit keeps its page and
all that tells of what was; what is open goes to its successor.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record
from wenming.places.actions.locking import lock_units
from wenming.places.actions.moving import Moves
from wenming.places.actions.naming import naming
from wenming.places.actions.units import OwnParent, ancestors, short_name, state
from wenming.places.held import Pointer, pointers
from wenming.places.models import Alias, ChangeKind, Unit, UnitChange


class SameUnit(ValueError):
    """A unit cannot be merged into itself, nor take over from itself."""


class Dissolved(ValueError):
    """The unit is dissolved already."""


class NotYet(ValueError):
    """The day has not come."""


@dataclass(frozen=True, slots=True)
class Order:
    """Who changes the organisation and when, from which day it holds, and the document that orders it."""

    by: AbstractBaseUser
    at: datetime
    on: date
    basis: str = ""


@action
def merge_units(*, unit: Unit, into: Unit, by: AbstractBaseUser, at: datetime) -> Unit:
    """Two entries are one unit: all that points at ``unit`` points at ``into``, which learns its names; ``unit`` goes.

    Every room's rows are moved, whichever rooms there are; a row that ``into`` has already is folded into that one.
    Raises SameUnit, Unit.DoesNotExist.
    """
    gone, kept = _locked_pair(unit, into)
    before, key, moves = state(gone), gone.pk, Moves()
    names = [gone.name, gone.short]
    moves.fold(gone, into=kept)
    _check_parents(kept)
    if gone.credit_code and not kept.credit_code:
        moves.set(kept, credit_code=gone.credit_code)
    _learn(moves, kept, names, by=by, at=at)
    change = _keep(ChangeKind.SAME, kept, Order(by, at, localdate(at)), {"pk": key, **before}, moves)
    record("places.merge_units", kept, by=by, at=at, before={"unit": key, **before}, after={"change": change.pk})
    return kept


def _locked_pair(unit: Unit, into: Unit) -> tuple[Unit, Unit]:
    if unit.pk == into.pk:
        raise SameUnit(_("请选择另一个单位。"))
    locked = lock_units(unit.pk, into.pk)
    return locked[unit.pk], locked[into.pk]


@action
def rename_unit(*, unit: Unit, name: str, short: str, order: Order) -> UnitChange:
    """From that day the unit is called so; its names until then stay known as other names.

    Raises NameTaken, NotYet, Dissolved, NoShortName, Unit.DoesNotExist.
    """
    locked = lock_units(unit.pk)[unit.pk]
    _check(order, locked)
    moves, names = Moves(), [locked.name, locked.short]
    before = {"name": locked.name, "short": locked.short}
    with naming(name, of=locked):
        moves.set(locked, name=name, short=short_name(name, short))
    _learn(moves, locked, names, by=order.by, at=order.at)
    change = _keep(ChangeKind.RENAMED, locked, order, before, moves)
    _record("places.rename_unit", locked, order, before=before, after={"name": name, "short": locked.short})
    return change


@action
def join_units(*, units: Collection[Unit], into: Unit, order: Order) -> UnitChange:
    """机构合并: ``units`` are dissolved and what is open of theirs is ``into``'s, which is called by their names too.

    Raises SameUnit, Dissolved, NotYet, Unit.DoesNotExist.
    """
    keys = {unit.pk for unit in units}
    if into.pk in keys or not keys:
        raise SameUnit(_("请选择另一个单位。"))
    locked = lock_units(into.pk, *keys)
    kept, moves = locked.pop(into.pk), Moves()
    _check(order, kept, *locked.values())
    for gone in locked.values():
        _hand_over_all(moves, gone, kept, order)
    before = {"units": [{"pk": one.pk, "name": one.name, "short": one.short} for one in locked.values()]}
    change = _keep(ChangeKind.MERGED, kept, order, before, moves, locked.values())
    _record("places.join_units", kept, order, before=before, after={"change": change.pk})
    return change


@action
def dissolve_unit(*, unit: Unit, order: Order, successor: Unit | None = None) -> UnitChange:
    """The unit is no more; what is open of it is ``successor``'s, or stays as it is where there is none.

    Raises SameUnit, Dissolved, NotYet, Unit.DoesNotExist.
    """
    gone, heir = (lock_units(unit.pk)[unit.pk], None) if successor is None else _locked_pair(unit, successor)
    _check(order, *(one for one in (gone, heir) if one))
    moves, before = Moves(), state(gone)
    if heir:
        _hand_over_all(moves, gone, heir, order)
    else:
        moves.set(gone, dissolved_on=order.on)
    change = _keep(ChangeKind.DISSOLVED, gone, order, before, moves, [heir] if heir else [])
    _record("places.dissolve_unit", gone, order, before=before, after={"successor": heir.pk if heir else None})
    return change


Shares = Mapping[str, Mapping[int, int]]  # key of a pointer → row → successor


@action
def split_unit(*, unit: Unit, successors: Sequence[Unit], shares: Shares, order: Order) -> UnitChange:
    """机构分设: the unit is dissolved; each open row goes to the successor that ``shares`` names, else to the first.

    Raises SameUnit, Dissolved, NotYet, Unit.DoesNotExist.
    """
    keys = [one.pk for one in successors]
    if unit.pk in keys or not keys:
        raise SameUnit(_("请选择另一个单位。"))
    locked = lock_units(unit.pk, *keys)
    _check(order, *locked.values())
    gone, moves = locked.pop(unit.pk), Moves()
    before = state(gone)
    for pointer in pointers(Unit):
        _share_out(moves, pointer, gone, [locked[key] for key in keys], shares.get(pointer.key, {}))
    moves.set(gone, dissolved_on=order.on)
    change = _keep(ChangeKind.SPLIT, gone, order, before, moves, locked.values())
    _record("places.split_unit", gone, order, before=before, after={"successors": keys})
    return change


def _share_out(
    moves: Moves, pointer: Pointer, gone: Unit, successors: Sequence[Unit], chosen: Mapping[int, int]
) -> None:
    rows = pointer.open_rows(gone.pk)
    for heir in successors[1:]:
        keys = [row for row, wanted in chosen.items() if wanted == heir.pk]
        moves.hand_over(pointer, rows.filter(pk__in=keys), heir)
    moves.hand_over(pointer, rows, successors[0])
    for heir in successors:
        _check_parents(heir)


def _hand_over_all(moves: Moves, gone: Unit, heir: Unit, order: Order) -> None:
    for pointer in pointers(Unit):
        moves.hand_over(pointer, pointer.open_rows(gone.pk), heir)
    _check_parents(heir)
    _learn(moves, heir, [gone.name, gone.short], by=order.by, at=order.at)
    moves.set(gone, dissolved_on=order.on)


def _check_parents(unit: Unit) -> None:
    """What stood below the other unit stands below this one now; that must not be above it as well."""
    if unit.pk in ancestors(unit.parents.all()):
        raise OwnParent(_("“%(name)s”的上级会变成它的下级。请先改好上级单位，再来办理。") % {"name": unit.short})


def _learn(moves: Moves, unit: Unit, names: Sequence[str], *, by: AbstractBaseUser, at: datetime) -> None:
    """The unit is called by these names too, so that plans go on being understood."""
    known = {unit.name, unit.short, *unit.aliases.values_list("name", flat=True)}
    for name in dict.fromkeys(names):
        if name not in known:
            moves.added(Alias.objects.create(name=name, unit=unit, learned_by_id=by.pk, learned_at=at))


def _check(order: Order, *units: Unit) -> None:
    if order.on > localdate(order.at):
        raise NotYet(_("这一天还没有到。请到那天再来办理。"))
    gone = next((unit for unit in units if unit.dissolved_on), None)
    if gone is not None:
        raise Dissolved(_("“%(name)s”已经撤销。") % {"name": gone.short})


def _keep(
    kind: ChangeKind,
    unit: Unit,
    order: Order,
    before: Mapping[str, object],
    moves: Moves,
    others: Collection[Unit] = (),
) -> UnitChange:
    change = UnitChange.objects.create(
        kind=kind,
        unit=unit,
        on=order.on,
        basis=order.basis,
        before=dict(before),
        moved=moves.notes,
        made_by_id=order.by.pk,
        made_at=order.at,
    )
    change.others.set(others)
    return change


def _record(verb: str, unit: Unit, order: Order, *, before: Mapping[str, object], after: Mapping[str, object]) -> None:
    after = {**after, "on": order.on, "basis": order.basis}
    record(verb, unit, by=order.by, at=order.at, before=before, after=after)
