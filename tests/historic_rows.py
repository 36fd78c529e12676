"""Rows of every model as it was at some migration: each field holds something, so that nothing can be lost unseen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.db import models

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)

# Where a constraint forbids to fill every field, or a value has a shape of its own.
SHAPES: Mapping[str, Mapping[str, object]] = {
    "accounts.post": {"area": None},
    "command.link": {"name": ""},
    "command.seat": {"name": ""},
    "frameworks.assignment": {"unit_class": None},
    "frameworks.dispute": {"outcome": "moved"},
    "places.alias": {"unit_class": None},
    "plans.duty": {"unit_class": None},
    "plans.measure": {"start": 0, "end": 9},
    "reminders.delivery": {"bot": None},
    "work.commitment": {"unit_class": None},
}

Rows = dict[str, list[models.Model]]


def fill(apps: Apps, rooms: Iterable[str], *, each: int = 2) -> Rows:
    """Make ``each`` rows of every model of the rooms, those first that others point to."""
    made: Rows = {}
    waiting = [model for room in rooms for model in apps.get_app_config(room).get_models()]
    while waiting:
        ready = [model for model in waiting if not _needed(model) & {other._meta.label_lower for other in waiting}]
        assert ready, [model._meta.label for model in waiting]
        for model in ready:
            made[model._meta.label_lower] = [_row(model, number, made) for number in range(each)]
            waiting.remove(model)
    return made


def _needed(model: type[models.Model]) -> set[str]:
    """The other models that must have rows first."""
    related = {field.related_model._meta.label_lower for field in _keys(model)}  # type: ignore[union-attr]
    return related - {model._meta.label_lower}


def _keys(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _row(model: type[models.Model], number: int, made: Rows) -> models.Model:
    shape = SHAPES.get(model._meta.label_lower, {})
    values = {
        field.name: shape[field.name] if field.name in shape else _value(field, number, made)
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField)
    }
    row: models.Model = model._default_manager.create(**values)
    return row


def _value(field: models.Field[Any, Any], number: int, made: Rows) -> object:
    if field.is_relation:
        there = made.get(field.related_model._meta.label_lower, [])  # type: ignore[union-attr]
        return there[number] if there else None
    if field.choices:
        return list(field.flatchoices)[number % len(list(field.flatchoices))][0]
    return _plain(field, number)


_PLAIN: Sequence[tuple[tuple[type[models.Field[Any, Any]], ...], Callable[[int], object]]] = (
    ((models.CharField, models.TextField, models.FileField), lambda number: f"甲{number}"),
    ((models.DateTimeField,), lambda _number: NOON),  # it is a date as well, so it stands before
    ((models.DateField,), lambda _number: date(2026, 3, 5)),
    ((models.BooleanField,), bool),
    ((models.JSONField,), lambda number: {"甲": number}),
    ((models.IntegerField,), lambda number: number + 1),
    ((models.DecimalField, models.FloatField), lambda number: number + 1.5),
    ((models.UUIDField,), lambda number: UUID(int=number + 1)),
    ((models.GenericIPAddressField,), lambda number: f"192.0.2.{number + 1}"),
)


def _plain(field: models.Field[Any, Any], number: int) -> object:
    value = next(make(number) for kinds, make in _PLAIN if isinstance(field, kinds))  # a new kind stands nowhere yet
    return value[: field.max_length] if isinstance(value, str) else value


def values_of(row: models.Model) -> dict[str, object]:
    """What the row holds, by column."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
