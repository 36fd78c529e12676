"""Making the directory what a workbook says: all of it in one transaction, in few queries however many rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, models
from django.db.models import Value
from django.db.models.functions import Cast, Concat
from django.utils.timezone import localdate

from wenming.audit.recording import action, record
from wenming.places.actions.moving import Moves
from wenming.places.excel.found import Compared
from wenming.places.excel.standing import AreaFacts, ClassFacts, Standing, UnitFacts, standing
from wenming.places.models import (
    Alias,
    Area,
    AreaKind,
    ChangeKind,
    DirectoryImport,
    Unit,
    UnitChange,
    UnitClass,
    UnitKind,
)

_BATCH = 500  # rows of one query: SQLite bears few variables


class Stale(ValueError):
    """The directory is no longer what the workbook was compared with."""


@action
def import_directory(
    directory_import: DirectoryImport,
    compared: Compared,
    *,
    by: AbstractBaseUser,
    at: datetime,
    last: Callable[[], None],
) -> None:
    """Make it so, or nothing of it; ``last`` is called when all is written and may still stop it all.

    Raises Stale where the directory has changed since it was compared, also while this was being written.
    """
    _lock()
    now = standing()
    if now.fingerprint() != directory_import.fingerprint:
        raise Stale
    try:
        _Writing(now, compared, by, at).write()
    except IntegrityError as error:  # somebody has added a row meanwhile that bears the same name
        raise Stale from error
    directory_import.applied_by_id, directory_import.applied_at = by.pk, at
    directory_import.save(update_fields=["applied_by", "applied_at"])
    told = {"file_name": directory_import.file_name, "sha256": directory_import.sha256, "counts": compared.counts()}
    record("places.import_directory", directory_import, by=by, at=at, after=told)
    last()


def _lock() -> None:
    """Nobody changes areas, units or classes until this is over; what points at them may still be added."""
    for model in (Unit, UnitClass, Area):
        rows: models.QuerySet[Any] = model._base_manager.select_for_update(no_key=True)
        for _row in rows.order_by("pk").values_list("pk").iterator():
            pass


Row = TypeVar("Row", bound=models.Model)


@dataclass(slots=True)
class _Writing:
    """One import: how the directory stood, what is to be, and the keys that new areas, units and classes were given."""

    standing: Standing
    compared: Compared
    by: AbstractBaseUser
    at: datetime
    areas: dict[int, int] = field(default_factory=dict)
    units: dict[int, int] = field(default_factory=dict)

    def write(self) -> None:
        """Areas, the larger first, then units, then classes."""
        self._write_areas()
        self._write_units()
        self._write_classes()

    def _write_areas(self) -> None:
        changed = [key for key in self.compared.areas if key > 0]
        _give_up(Area, changed, name=_PLACEHOLDER, code=Value(""))
        for kind in AreaKind:
            wishes = {key: one for key, one in self.compared.areas.items() if one.kind == kind}
            self.areas |= _save({key: self._area(key, one) for key, one in wishes.items()}, Area)

    def _area(self, key: int, one: AreaFacts) -> Area:
        parent = self.areas.get(one.parent, one.parent) if one.parent else None
        return Area(pk=_known(key), name=one.name, kind=one.kind, code=one.code, parent_id=parent)

    def _write_units(self) -> None:
        wishes, before = self.compared.units, self.standing.units
        _give_up(Unit, _in_the_way(wishes, before, "name"), name=_PLACEHOLDER)
        _give_up(Unit, _in_the_way(wishes, before, "credit_code"), credit_code=Value(""))
        self.units |= _save({key: self._unit(key, one) for key, one in wishes.items()}, Unit)
        parents = {key: one.parents for key, one in wishes.items() if one.parents != _of(before, key).parents}
        _relate(Unit.parents.through, "from_unit_id", "to_unit_id", self._by_key(parents, self.units))
        aliases = {key: one.aliases for key, one in wishes.items() if one.aliases != _of(before, key).aliases}
        made = _relate(Alias, "unit_id", "name", {self.units.get(key, key): names for key, names in aliases.items()})
        self._tell_changes(made)

    def _unit(self, key: int, one: UnitFacts) -> Unit:
        return Unit(
            pk=_known(key),
            name=one.name,
            short=one.short,
            kind=one.kind,
            area_id=self.areas.get(one.area, one.area),
            credit_code=one.credit_code,
            dissolved_on=date.fromisoformat(one.dissolved_on) if one.dissolved_on else None,
        )

    def _by_key(self, wanted: Mapping[int, Collection[int]], owners: Mapping[int, int]) -> dict[int, set[int]]:
        """The same by the keys that new owners and new units were given."""
        return {owners.get(key, key): {self.units.get(one, one) for one in ones} for key, ones in wanted.items()}

    def _write_classes(self) -> None:
        wishes, before = self.compared.classes, self.standing.classes
        rows = {key: self._class(key, one) for key, one in wishes.items()}
        keys = _save(rows, UnitClass)
        members = {key: one.members for key, one in wishes.items()}
        _relate(UnitClass.named_members.through, "unitclass_id", "unit_id", self._by_key(members, keys))
        aliases = {key: one.aliases for key, one in wishes.items() if key not in before or one != before[key]}
        _relate(Alias, "unit_class_id", "name", {keys.get(key, key): names for key, names in aliases.items()})

    def _class(self, key: int, one: ClassFacts) -> UnitClass:
        area = self.areas.get(one.area, one.area) if one.area else None
        return UnitClass(pk=_known(key), name=one.name, kinds=_in_order(one.kinds), area_id=area)

    def _tell_changes(self, made: Iterable[models.Model]) -> None:
        """The history of units that are called otherwise now, or are no more."""
        learned: dict[int, list[Alias]] = defaultdict(list)
        for alias in made:
            if isinstance(alias, Alias) and alias.unit_id:
                learned[alias.unit_id].append(alias)
        changes = []
        for key, one in self.compared.units.items():
            old = self.standing.units.get(key)
            if old and old.name != one.name:
                changes.append(self._renamed(key, old, one, learned[key]))
            if old and one.dissolved_on and not old.dissolved_on:
                changes.append(self._dissolved(key, old, one))
        UnitChange.objects.bulk_create(changes, batch_size=_BATCH)

    def _renamed(self, key: int, old: UnitFacts, one: UnitFacts, learned: Iterable[Alias]) -> UnitChange:
        moves = Moves()
        for name in ("name", "short"):
            if getattr(old, name) != getattr(one, name):
                moves.was_set(Unit(pk=key), name, old=getattr(old, name), new=getattr(one, name))
        for alias in learned:
            if alias.name in {old.name, old.short}:
                moves.added(alias)
        return self._change(ChangeKind.RENAMED, key, old, moves, localdate(self.at))

    def _dissolved(self, key: int, old: UnitFacts, one: UnitFacts) -> UnitChange:
        moves = Moves()
        moves.was_set(Unit(pk=key), "dissolved_on", old=None, new=one.dissolved_on)
        return self._change(ChangeKind.DISSOLVED, key, old, moves, date.fromisoformat(one.dissolved_on))

    def _change(self, kind: ChangeKind, key: int, old: UnitFacts, moves: Moves, on: date) -> UnitChange:
        before = {"name": old.name, "short": old.short}
        made = {"made_by_id": self.by.pk, "made_at": self.at}
        return UnitChange(kind=kind, unit_id=key, on=on, before=before, moved=moves.notes, **made)


_PLACEHOLDER = Concat(Value("#"), Cast("pk", models.CharField()))  # a name that no other thing bears


def _known(key: int) -> int | None:
    return key if key > 0 else None


def _of(before: Mapping[int, UnitFacts], key: int) -> UnitFacts:
    return before.get(key, UnitFacts("", "", "", 0))


def _in_order(kinds: Collection[str]) -> list[str]:
    return [kind.value for kind in UnitKind if kind in kinds]


def _in_the_way(wishes: Mapping[int, UnitFacts], before: Mapping[int, UnitFacts], name: str) -> list[int]:
    """The units whose value in a field another is to have: they give it up before anything is written."""
    wanted = {getattr(one, name): key for key, one in wishes.items() if getattr(one, name)}
    return [key for key in wishes if key in before and wanted.get(getattr(before[key], name), key) != key]


def _give_up(model: type[models.Model], keys: Sequence[int], **fields: Any) -> None:  # noqa: ANN401 - expressions
    for some in _batches(keys):
        model._base_manager.filter(pk__in=some).update(**fields)


def _batches(keys: Sequence[Row | int]) -> Iterator[Any]:
    return (keys[at : at + _BATCH] for at in range(0, len(keys), _BATCH))


def _save(rows: Mapping[int, Row], model: type[Row]) -> dict[int, int]:
    """Write the rows, new ones and changed ones; the keys that new ones were given, by the keys they stood under."""
    rows_of: models.Manager[Row] = model._base_manager
    new = {key: row for key, row in rows.items() if key < 0}
    made = rows_of.bulk_create(list(new.values()), batch_size=_BATCH)
    fields = [one.name for one in model._meta.concrete_fields if not one.primary_key]
    there = [row for key, row in rows.items() if key > 0]
    rows_of.bulk_create(there, batch_size=_BATCH, update_conflicts=True, unique_fields=["pk"], update_fields=fields)
    return {key: row.pk for key, row in zip(new, made, strict=True)}


def _relate(
    model: type[models.Model], owner: str, value: str, wanted: Mapping[int, Collection[Any]]
) -> list[models.Model]:
    """Let each owner have exactly these values in rows of ``model``; returns the rows made."""
    rows = model._base_manager
    missing, extra = {key: set(values) for key, values in wanted.items()}, []
    for some in _batches(sorted(wanted)):
        for pk, key, one in rows.filter(**{f"{owner}__in": some}).values_list("pk", owner, value):
            if one in missing[key]:
                missing[key].discard(one)
            else:
                extra.append(pk)
    for some in _batches(extra):
        rows.filter(pk__in=some).delete()
    made = [model(**{owner: key, value: one}) for key, values in missing.items() for one in sorted(values)]
    return rows.bulk_create(made, batch_size=_BATCH)
