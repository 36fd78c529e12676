"""All migrations on rows that are there already: from every state that an installation may stand at, to now."""

from collections.abc import Iterator, Mapping

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.historic_rows import Rows, fill, values_of
from wenming.audit import triggers

pytestmark = pytest.mark.django_db(transaction=True)

# The last migration of each room in what was given out; a line for each time.
GIVEN_OUT: Mapping[str, Mapping[str, str]] = {
    "2026-11-22": {
        "jobs": "0001_initial",
        "places": "0001_initial",
        "accounts": "0002_initial",
        "plans": "0001_initial",
    },
}
EMPTY = {  # what may hold nothing: pointers to the model itself, and what a constraint forbids beside another
    "accounts.post.area_id",
    "accounts.user.added_by_id",
    "places.alias.unit_class_id",
    "places.area.parent_id",
    "plans.duty.unit_class_id",
    "plans.measure.parent_id",
}
RENAMED: dict[str, str] = {}  # "room.model.column" as it was: the column as it is now; empty: gone, with the reason


def migrate(targets: list[tuple[str, str]]) -> Apps:
    """Bring the database there; the models as they are then."""
    return MigrationExecutor(connection).migrate(targets).apps


def newest() -> list[tuple[str, str]]:
    """The last migrations of all."""
    return [key for key in MigrationExecutor(connection).loader.graph.leaf_nodes() if key[1]]


@pytest.fixture
def back_again() -> Iterator[None]:
    """Whatever happens, the database of the tests is of today afterwards."""
    yield
    migrate(newest())
    triggers.remove(connection)


@pytest.mark.parametrize("given_out", GIVEN_OUT)
def test_no_row_and_no_value_is_lost(given_out: str, back_again: None) -> None:
    rooms = GIVEN_OUT[given_out]
    before = fill(migrate(list(rooms.items())), rooms)
    assert empty_fields(before) - EMPTY == set()
    apps = migrate(newest())
    assert lost(before, apps) == []
    first = before["plans.plan"][0]  # and what were lost would be seen
    apps.get_model("plans", "Plan").objects.filter(pk=first.pk).update(title="乙")
    apps.get_model("plans", "Presence").objects.all().delete()
    found = lost(before, apps)
    assert f"plans.plan {first.pk}: title" in found
    assert any(name.startswith("plans.presence") for name in found)


def empty_fields(rows: Rows) -> set[str]:
    """The columns in which nothing stands."""
    return {
        f"{label}.{name}"
        for label, made in rows.items()
        for name, value in values_of(made[0]).items()
        if value in (None, "")
    }


def lost(before: Rows, apps: Apps) -> list[str]:
    """Every row and value that was there and is not."""
    return [
        f"{label} {row.pk}: {name}"
        for label, rows in before.items()
        for row in rows
        for name in _lost_values(values_of(row), values_now(apps, label, row.pk), label)
    ]


def values_now(apps: Apps, label: str, key: object) -> dict[str, object]:
    """What the row holds today; nothing where it is gone."""
    row = apps.get_model(label)._default_manager.filter(pk=key).first()
    return values_of(row) if row else {}


def _lost_values(before: dict[str, object], now: dict[str, object], label: str) -> list[str]:
    gone = object()
    names = {name: RENAMED.get(f"{label}.{name}", name) for name in before}
    return [name for name, today in names.items() if today and now.get(today, gone) != before[name]]
