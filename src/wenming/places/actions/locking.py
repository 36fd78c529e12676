"""Units locked for a change, in the order that all who change rows pointing at them keep.

What a room locks before it changes its own rows (a version before its duties) comes first, then the units by key, then
the rows. On PostgreSQL two who keep this order wait for each other but never block each other for good.
"""

from collections.abc import Collection

from django.db import models, transaction

from wenming.places.held import pointers
from wenming.places.models import Unit
from wenming.places.queries import current_unit

_TURNS = 5


def lock_units(*keys: int) -> dict[int, Unit]:
    """The units with these keys, locked against all that point at them; raises Unit.DoesNotExist."""
    units: dict[int, Unit] = {}
    for _turn in range(_TURNS):
        with transaction.atomic():
            first = _rows_before(keys)
            for model, rows in first.items():
                list(model._base_manager.select_for_update().filter(pk__in=rows).order_by("pk").values_list("pk"))
            units = {unit.pk: unit for unit in Unit.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
            if _rows_before(keys) == first:
                break
            transaction.set_rollback(True)  # meanwhile more has come to point at them: let go and begin again
    if len(units) < len(set(keys)):  # somebody has merged one of them meanwhile
        raise Unit.DoesNotExist
    return units


def _rows_before(keys: Collection[int]) -> dict[type[models.Model], set[int]]:
    """The rows that other rooms lock before they change what points at these units."""
    found: dict[type[models.Model], set[int]] = {}
    for pointer in pointers(Unit):
        if path := pointer.held.locked_first:
            model = _at_end_of(pointer.model, path)
            found.setdefault(model, set()).update(pointer.rows(*keys).order_by().values_list(path, flat=True))
    return found


def _at_end_of(model: type[models.Model], path: str) -> type[models.Model]:
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    return model


def hold_units(keys: Collection[int]) -> dict[int, int]:
    """Each key with that of the unit it means today, locked so that no merge comes between; gone ones are left out.

    A unit that was merged into another means that one. Other rows that a room locks come before this.
    """
    there = set(_held(keys))
    moved = {key: unit.pk for key in set(keys) - there if (unit := current_unit(key))}
    still = set(_held(moved.values()))
    return {key: key for key in there} | {key: unit for key, unit in moved.items() if unit in still}


def _held(keys: Collection[int]) -> list[int]:
    rows = Unit.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    return list(rows.values_list("pk", flat=True))
