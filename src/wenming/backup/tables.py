"""Which tables there are at a state of the migrations, and how their rows are read from a database and put into one.

The models are those of the state, not of today, so that a backup is made and restored by the same words, whatever
version of the program the database was left by.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.functions import Cast
from django.utils.duration import duration_iso_string

from wenming.rules.chain import Json

Migration = tuple[str, str]  # app, name
Told = Sequence[tuple[int, models.Field[Any, Any]]]  # places in a row, each with its column

LEFT_OUT = {
    "sessions.session": "who is signed in is asked again: a copy of a session would be a key to somebody's account",
    "usersessions.usersession": "tells of those sessions",
    "jobs.workerbeat": "those workers are not where it is restored; what they had at work is given out again",
}
_AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)  # in JSON
CHUNK = 2000  # rows read at once
FEWEST_PARAMETERS = 999  # that every database takes in one statement


class UnknownMigrations(ValueError):
    """These migrations are not this program's: another version of it has been at work."""

    def __init__(self, unknown: Iterable[Migration]) -> None:
        self.unknown = tuple(sorted(unknown))
        super().__init__(", ".join(f"{app}.{name}" for app, name in self.unknown))


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``label`` names it in a backup."""

    label: str
    name: str  # in the database
    model: type[models.Model]
    fields: tuple[models.Field[Any, Any], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order in which a row has them."""
        return tuple(str(field.column) for field in self.fields)

    @property
    def told(self) -> Told:
        """The columns, and their places in a row, whose values JSON does not hold as they are."""
        return [
            (at, field) for at, field in enumerate(self.fields) if not isinstance(_last_target(field), _AS_THEY_ARE)
        ]

    @property
    def numbered(self) -> str:
        """The column that the database numbers by itself; empty where there is none."""
        return next((str(field.column) for field in self.fields if isinstance(field, models.AutoField)), "")

    @property
    def files(self) -> tuple[int, ...]:
        """At which places of a row the name of a stored file stands."""
        return tuple(at for at, field in enumerate(self.fields) if isinstance(field, models.FileField))


def _last_target(field: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """Whose kind of value a column has: that of the key to which it leads."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return field


def applied(connection: BaseDatabaseWrapper) -> tuple[Migration, ...]:
    """The migrations that made this database."""
    return tuple(sorted(MigrationRecorder(connection).applied_migrations()))


def last_of(migrations: Iterable[Migration]) -> list[Migration]:
    """Those that no other of the same app follows: where to migrate to. Raises UnknownMigrations."""
    wanted, graph = set(migrations), MigrationLoader(None).graph
    if unknown := wanted - graph.nodes.keys():
        raise UnknownMigrations(unknown)
    last = [key for key in sorted(wanted) if not _followers(graph.node_map[key]) & wanted]
    needed = {step for key in last for step in graph.forwards_plan(key)}
    if needed != wanted:
        raise UnknownMigrations(needed ^ wanted)
    return last


def _followers(node: Any) -> set[Migration]:  # noqa: ANN401  # Django's own, without types
    return {child.key for child in node.children if child.key[0] == node.key[0]}


def tables_at(migrations: Iterable[Migration]) -> tuple[Table, ...]:
    """Every table that a backup holds, by label. Raises UnknownMigrations."""
    state = MigrationLoader(None).project_state(last_of(migrations))
    models_then = state.apps.get_models(include_auto_created=True)
    kept = [model for model in models_then if model._meta.managed and not model._meta.proxy]
    return tuple(sorted((_table(model) for model in kept if _label(model) not in LEFT_OUT), key=lambda one: one.label))


def _label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def _table(model: type[models.Model]) -> Table:
    meta = model._meta
    return Table(meta.label_lower, meta.db_table, model, tuple(meta.local_concrete_fields))


def rows_of(table: Table, connection: BaseDatabaseWrapper) -> Iterator[list[Json]]:
    """Every row, in the order of the primary key, as JSON can hold it; a few at a time in memory."""
    chosen = [
        Cast(field.attname, models.TextField()) if isinstance(field, models.JSONField) else field.attname
        for field in table.fields
    ]
    rows = table.model._base_manager.using(connection.alias).order_by("pk").values_list(*chosen)
    told = table.told
    for values in rows.iterator(chunk_size=CHUNK):
        row = list(values)
        for at, field in told:
            row[at] = written(row[at], field)
        yield row


def written(value: object, field: models.Field[Any, Any]) -> Json:
    """A value of a column as JSON. What a JSON column holds stands in a list of one: its ``null`` is not NULL."""
    if isinstance(field, models.JSONField):
        return None if value is None else [json.loads(str(value))]
    match value:
        case None | bool() | int() | str() | float():
            return value  # type: ignore[return-value]  # a float of the database stands in no sealed event
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return duration_iso_string(value)
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"{field.column}: {type(value).__name__} has no place in a backup")


def put_rows(table: Table, rows: Iterable[Sequence[Json]], connection: BaseDatabaseWrapper) -> int:
    """Insert the rows as they are and return how many; what is stored by itself elsewhere (today's date) is not."""
    at_once = max(1, (connection.features.max_query_params or FEWEST_PARAMETERS) // len(table.fields))
    quote, count, waiting, told = connection.ops.quote_name, 0, iter(rows), table.told
    one = f"({', '.join(['%s'] * len(table.fields))})"
    columns = ", ".join(quote(column) for column in table.columns)
    into = f"INSERT INTO {quote(table.name)} ({columns}) VALUES "  # noqa: S608 - names of ours
    with connection.cursor() as cursor:
        while batch := list(islice(waiting, at_once)):
            values = [value for row in batch for value in _parameters(row, table, told, connection)]
            cursor.execute(into + ", ".join([one] * len(batch)), values)
            count += len(batch)
    return count


def _parameters(row: Sequence[Json], table: Table, told: Told, connection: BaseDatabaseWrapper) -> list[Any]:
    if len(row) != len(table.fields):
        raise ValueError(table.label)
    values: list[Any] = list(row)
    for at, field in told:
        values[at] = _parameter(values[at], field, connection)
    return values


def _parameter(value: Json, field: models.Field[Any, Any], connection: BaseDatabaseWrapper) -> object:
    if isinstance(field, models.JSONField):
        return json.dumps(value[0]) if isinstance(value, list) else None
    return field.get_db_prep_save(field.to_python(value), connection=connection)


def remove_rows(table: Table, connection: BaseDatabaseWrapper) -> None:
    """Empty the table of what its migrations have put there; those that are empty already are not touched."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(table.name)}")  # noqa: S608 - a table of ours
