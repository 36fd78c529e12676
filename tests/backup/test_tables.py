"""Rows of every kind of column survive the way out of a database and into it."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from wenming.accounts.models import User
from wenming.backup.tables import (
    LEFT_OUT,
    Table,
    UnknownMigrations,
    applied,
    last_of,
    put_rows,
    remove_rows,
    rows_of,
    tables_at,
    written,
)

pytestmark = pytest.mark.django_db
ODD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | ODD,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(ODD, inside, max_size=3),
    max_leaves=8,
)
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1)).map(  # noqa: DTZ001 - the next line gives a zone
    lambda one: one.replace(tzinfo=UTC).isoformat()
)
DAYS = st.dates(date(1900, 1, 1), date(2999, 1, 1)).map(date.isoformat)


@pytest.fixture(scope="module")
def tables(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Table]:
    with django_db_blocker.unblock():
        return {table.label: table for table in tables_at(applied(connection))}


def value_of(field: models.Field[Any, Any]) -> st.SearchStrategy[Any]:
    """Any value of the column, as a backup writes it."""
    kinds: list[tuple[type, st.SearchStrategy[Any]]] = [
        (models.JSONField, JSON.map(lambda value: [value])),
        (models.BooleanField, st.booleans()),
        (models.DateTimeField, TIMES),
        (models.DateField, DAYS),
        (models.UUIDField, st.uuids().map(str)),
        (models.TextField, st.just("长" * 100_000) | ODD),
        (models.CharField, ODD.map(lambda text: text[: field.max_length])),
        (models.PositiveBigIntegerField, st.integers(0, 2**63 - 1)),
        (models.IntegerField, st.integers(0, 100)),
    ]
    found = next(strategy for kind, strategy in kinds if isinstance(field, kind))
    return found | st.none() if field.null else found


@pytest.mark.parametrize(
    "label", ["accounts.user", "places.unitclass", "audit.head", "django_tasks_database.dbtaskresult", "audit.tip"]
)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_was_put_is_what_is_there(tables: dict[str, Table], label: str, data: st.DataObject) -> None:
    table = tables[label]
    relations = {field.attname for field in table.fields if field.is_relation}
    columns = [st.none() if field.attname in relations else value_of(field) for field in table.fields]
    unique = [at for at, field in enumerate(table.fields) if field.unique]
    row = st.tuples(*columns).map(list)
    rows = data.draw(st.lists(row, max_size=4, unique_by=tuple(lambda one, at=at: one[at] for at in unique)))  # type: ignore[misc]
    with transaction.atomic():
        remove_rows(table, connection)
        assert put_rows(table, rows, connection) == len(rows)
        there = list(rows_of(table, connection))
        transaction.set_rollback(True)
    assert in_order(there) == in_order(rows)


def in_order(rows: list[list[Any]]) -> list[str]:
    """The rows, and the keys of JSON in them, each in one order."""
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_more_rows_than_one_statement_takes(tables: dict[str, Table]) -> None:
    table = tables["audit.tip"]
    rows: list[list[Any]] = [[number, number, "x"] for number in range(2, 2003)]
    assert put_rows(table, rows, connection) == 2001
    assert list(rows_of(table, connection))[-2001:] == rows


def test_a_null_in_json_is_not_the_databases(tables: dict[str, Table]) -> None:
    table = tables["places.unitclass"]
    place = table.columns.index("kinds")
    row: list[Any] = [None] * len(table.columns)
    row[table.columns.index("id")], row[table.columns.index("name")], row[place] = 1, "各社区", [None]
    put_rows(table, [row], connection)
    assert [one[place] for one in rows_of(table, connection)] == [[None]]


@pytest.mark.parametrize(
    ("value", "field", "expected"),
    [
        (None, models.JSONField(), None),
        ('{"a": 1}', models.JSONField(), [{"a": 1}]),
        ("null", models.JSONField(), [None]),
        (datetime(2026, 3, 1, 8, 0, 0, 1, tzinfo=UTC), models.DateTimeField(), "2026-03-01T08:00:00.000001+00:00"),
        (date(2026, 3, 1), models.DateField(), "2026-03-01"),
        (timedelta(days=1, microseconds=5), models.DurationField(), "P1DT00H00M00.000005S"),
        (Decimal("1.50"), models.DecimalField(), "1.50"),
        (UUID(int=5), models.UUIDField(), "00000000-0000-0000-0000-000000000005"),
        (b"\x00\xff", models.BinaryField(), "AP8="),
    ],
)
def test_each_kind_of_value_has_its_way_to_be_written(
    value: object, field: models.Field[Any, Any], expected: object
) -> None:
    assert written(value, field) == expected
    if not isinstance(field, models.JSONField) and value is not None:
        back = field.to_python(expected)
        assert (bytes(back) if isinstance(back, memoryview) else back) == value


def test_what_cannot_be_written_is_not_guessed() -> None:
    with pytest.raises(TypeError):
        written(object(), User._meta.get_field("username"))


def test_every_table_of_today_is_in_a_backup_or_left_out_with_a_reason(tables: dict[str, Table]) -> None:
    names = {table.name for table in tables.values()}
    left_out = {label.replace(".", "_") for label in LEFT_OUT} | {"django_session", "django_migrations"}
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    assert there - names <= left_out
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("unknown", [("plans", "9999_tomorrow"), ("tomorrow", "0001_initial")])
def test_migrations_of_others_are_unknown(unknown: tuple[str, str]) -> None:
    with pytest.raises(UnknownMigrations, match=unknown[1]):
        last_of([*applied(connection), unknown])


def test_a_state_with_a_gap_is_unknown() -> None:
    with pytest.raises(UnknownMigrations):
        last_of([one for one in applied(connection) if one != ("audit", "0001_initial")])


def test_an_earlier_state_has_its_own_tables() -> None:
    earlier = [one for one in applied(connection) if one[0] not in {"plans", "work", "frameworks", "scores"}]
    assert {table.label.split(".")[0] for table in tables_at(earlier)} & {"plans", "places"} == {"places"}
