"""Rows that point at one thing are made to point at another, and put back: whichever rooms they belong to.

Each step is noted in plain JSON, so that it can be undone long after. What was changed again since is left as it is.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, models, transaction

from wenming.places.held import Held, Pointer, pointers

Note = dict[str, Any]
_BATCH = 500  # keys in one query: SQLite bears few variables


class Moves:
    """What one change moved, dropped, added and set; ``notes`` is what it takes to undo it."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def hand_over(self, pointer: Pointer, rows: models.QuerySet[Any], new: models.Model) -> None:
        """Let these rows of ``pointer`` point at ``new``; what says the same of ``new`` already takes it in."""
        if _is_free(pointer):
            olds = sorted(set(rows.order_by().values_list(pointer.field, flat=True)))
            for old in olds:
                keys = list(rows.filter(**{pointer.field: old}).order_by("pk").values_list("pk", flat=True))
                self._move(pointer.model, pointer.field, keys, old, new.pk)
            return
        for row in rows.order_by("pk"):
            self._hand_over_one(pointer, row, new)

    def _hand_over_one(self, pointer: Pointer, row: models.Model, new: models.Model) -> None:
        if _points_elsewhere_at(row, pointer, new):  # it would say something of one thing and itself
            self._drop(row)
        elif twin := _twin(row, pointer.field, new):
            self.fold(row, into=twin)
        else:
            old = getattr(row, f"{pointer.field}_id")
            self._move(pointer.model, pointer.field, [row.pk], old, new.pk)

    def fold(self, row: models.Model, *, into: models.Model) -> None:
        """``row`` goes, and all that points at it points at ``into``."""
        for pointer in pointers(type(row)):
            self.hand_over(pointer, pointer.rows(row.pk), into)
        self._drop(row, into=into)

    def added(self, row: models.Model) -> None:
        """``row`` was made by the change."""
        self.notes.append({"what": "added", "row": _written(row)})

    def set(self, row: models.Model, **fields: object) -> None:
        """Give ``row`` these fields."""
        for name, value in fields.items():
            old = _plain(row, name)
            setattr(row, name, value)
            self.was_set(row, name, old=old, new=_plain(row, name))
        row.save(update_fields=list(fields))

    def was_set(self, row: models.Model, field: str, *, old: str | None, new: str | None) -> None:
        """``row`` was given another value in a field; both as JSON has them."""
        note = {"what": "set", "model": row._meta.label_lower, "pk": row.pk, "field": field}
        self.notes.append(note | {"old": old, "new": new})

    def _move(self, model: type[models.Model], field: str, keys: list[int], old: int, new: int) -> None:
        for batch in _batches(keys):
            model._base_manager.filter(pk__in=batch).update(**{field: new})
        note = {"what": "moved", "model": model._meta.label_lower, "field": field}
        self.notes.append(note | {"pks": keys, "old": old, "new": new})

    def _drop(self, row: models.Model, *, into: models.Model | None = None) -> None:
        self.notes.append({"what": "dropped", "row": _written(row)} | ({"into": into.pk} if into else {}))
        row.delete()


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[at : at + _BATCH] for at in range(0, len(keys), _BATCH))


def _is_free(pointer: Pointer) -> bool:
    """Whether any number of rows may point at one thing, and none of them at two."""
    targets = [field for field in pointer.model._meta.fields if _same_target(field, pointer)]
    return len(targets) == 1 and not any(pointer.field in fields for fields, _condition in _unique(pointer.model))


def _same_target(field: Any, pointer: Pointer) -> bool:  # noqa: ANN401 - any of Django's fields
    return bool(field.is_relation) and field.related_model is _field(pointer.model, pointer.field).related_model


def _field(model: type[models.Model], name: str) -> Any:  # noqa: ANN401 - any of Django's fields
    return model._meta.get_field(name)


def _points_elsewhere_at(row: models.Model, pointer: Pointer, new: models.Model) -> bool:
    others = [field for field in row._meta.fields if field.name != pointer.field and _same_target(field, pointer)]
    return any(getattr(row, field.attname) == new.pk for field in others)


def _unique(model: type[models.Model]) -> Iterator[tuple[Sequence[str], models.Q | None]]:
    """The sets of fields that no two rows share."""
    options = model._meta
    for constraint in options.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            yield constraint.fields, constraint.condition
    yield from ((together, None) for together in options.unique_together)
    yield from (([field.name], None) for field in options.fields if field.unique and not field.primary_key)


def _twin(row: models.Model, field: str, new: models.Model) -> models.Model | None:
    """The row that says of ``new`` what ``row`` says, where there may be only one such."""
    rows = type(row)._base_manager
    for fields, condition in _unique(type(row)):
        if field not in fields or (condition and not rows.filter(condition, pk=row.pk).exists()):
            continue
        same = {name: getattr(row, _field(type(row), name).attname) for name in fields if name != field}
        if None in same.values():  # nothing is not the same as nothing
            continue
        twin = rows.filter(condition or models.Q(), **same, **{field: new}).first()
        if twin is not None:
            return twin
    return None


def _written(row: models.Model) -> Note:
    names = [field.name for field in row._meta.concrete_fields]
    written: Note = json.loads(serializers.serialize("json", [row], fields=names))[0]
    return written


def _plain(row: models.Model, name: str) -> Any:  # noqa: ANN401 - any value of JSON
    return _written(row)["fields"][name]


def put_back(notes: Sequence[Note]) -> tuple[int, int]:
    """Undo the steps, the last first; how many rows went back, and how many were left as they are by now."""
    counts = [_UNDO[note["what"]](note) for note in reversed(notes)]
    return sum(back for back, _left in counts), sum(left for _back, left in counts)


def _move_back(note: Note) -> tuple[int, int]:
    model = apps.get_model(note["model"])
    target = _field(model, note["field"]).related_model
    if not _exists(target, note["old"]):
        return 0, len(note["pks"])
    back = 0
    for batch in _batches(note["pks"]):
        there = model._base_manager.filter(pk__in=batch, **{note["field"]: note["new"]})
        back += _all_updated(there, note["field"], note["old"])
    return back, len(note["pks"]) - back


def _all_updated(rows: models.QuerySet[Any], field: str, value: object) -> int:
    keys = list(rows.values_list("pk", flat=True))
    there = rows.model._base_manager.filter(pk__in=keys)
    return _updated(there, field, value) or sum(_updated(there.filter(pk=key), field, value) for key in keys)


def _updated(rows: models.QuerySet[Any], field: str, value: object) -> int:
    try:
        with transaction.atomic():
            return rows.update(**{field: value})
    except IntegrityError:  # somebody has said the same again meanwhile
        return 0


def _restore(note: Note) -> tuple[int, int]:
    (found,) = serializers.deserialize("python", [note["row"]])
    row = found.object
    rows = type(row)._base_manager
    if rows.filter(pk=row.pk).exists() or not all(_target_exists(row, field) for field in row._meta.fields):
        return 0, 1
    if _has_ended(type(row), note.get("into")):
        return 0, 1
    try:
        with transaction.atomic():
            models.Model.save_base(row, raw=True, force_insert=True)
    except IntegrityError:  # it, or one that excludes it, is there again
        return 0, 1
    return 1, 0


def _has_ended(model: type[models.Model], key: int | None) -> bool:
    """Whether the row into which another was folded was ended since, and so that one with it."""
    declared: Mapping[str, Held] = getattr(model, "HELD", {})
    ends = {held.ended for held in declared.values() if held.ended}
    return any(model._base_manager.filter(pk=key, **{f"{end}__isnull": False}).exists() for end in ends)


def _target_exists(row: models.Model, field: Any) -> bool:  # noqa: ANN401 - any of Django's fields
    key = getattr(row, field.attname)
    return not field.is_relation or key is None or _exists(field.related_model, key)


def _exists(model: type[models.Model], key: object) -> bool:
    return model._base_manager.filter(pk=key).exists()


def _take_away(note: Note) -> tuple[int, int]:
    row = apps.get_model(note["row"]["model"])._base_manager.filter(pk=note["row"]["pk"]).first()
    if row is None or _written(row) != note["row"]:
        return 0, 1
    row.delete()
    return 1, 0


def _set_back(note: Note) -> tuple[int, int]:
    model = apps.get_model(note["model"])
    row = model._base_manager.filter(pk=note["pk"]).first()
    if row is None or _plain(row, note["field"]) != note["new"]:
        return 0, 1
    back = _updated(model._base_manager.filter(pk=note["pk"]), note["field"], note["old"])
    return back, 1 - back


_UNDO: Mapping[str, Any] = {"moved": _move_back, "dropped": _restore, "added": _take_away, "set": _set_back}
