"""The database refuses to change or remove events."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.serializers import serialize
from django.db import IntegrityError, connection, transaction

from tests.audit.making import tell
from wenming.audit import triggers
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def sql(statement: str) -> Callable[[], None]:
    """Do what the statement says, past the models."""

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


TOUCHES = {
    "update": sql("UPDATE audit_event SET verb = 'x' WHERE number = 2"),
    "update of all": lambda: Event.objects.update(succeeded=False),
    "save": lambda: Event.objects.get(number=2).save(),
    "delete": sql("DELETE FROM audit_event WHERE number = 2"),
    "delete by the models": lambda: Event.objects.filter(number=3).delete(),
}
_MADE, _NOTHING = "CREATE TRIGGER audit_event_unchanged", "BEGIN SELECT 1; END"
OF_ONE_KIND = {
    "sqlite": {
        "replace": sql(
            "INSERT OR REPLACE INTO audit_event SELECT number, at, role, held_for, 'x', thing_kind, thing_id, "
            "thing_name, before, after, succeeded, origin, details, previous, digest, by_id FROM audit_event"
        )
    },
    "postgresql": {
        "truncate": sql("TRUNCATE audit_event CASCADE"),
        "as a replica": sql("SET LOCAL session_replication_role = replica; DELETE FROM audit_event WHERE number = 2"),
    },
}


@pytest.fixture
def guarded(db: None) -> None:
    """Three events in a database that keeps them."""
    del db
    triggers.make(connection)
    tell("一县", "二县", "三县")
    connection.check_constraints()  # PostgreSQL alters no table while some wait for the end of the transaction


@pytest.mark.parametrize("touch", TOUCHES)
def test_events_cannot_be_touched(guarded: None, touch: str) -> None:
    refuses(TOUCHES[touch])


def test_nor_by_what_only_this_database_knows(guarded: None) -> None:
    for touch in OF_ONE_KIND[connection.vendor].values():
        refuses(touch)


def refuses(touch: Callable[[], object]) -> None:
    """The touch fails, and says why."""
    before = list(Event.objects.values())
    with pytest.raises(IntegrityError, match="the log only grows"), transaction.atomic():
        touch()
    assert list(Event.objects.values()) == before


def test_events_can_be_added(guarded: None) -> None:
    tell("四县")
    assert Event.objects.count() == 4


def test_the_guard_can_be_made_twice_and_taken_away(guarded: None) -> None:
    triggers.make(connection)
    assert triggers.is_guarded(connection)
    triggers.remove(connection)
    assert not triggers.is_guarded(connection)
    assert Event.objects.filter(number=3).update(verb="x") == 1


def test_other_events_are_not_loaded_over_it(guarded: None, tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text(serialize("json", Event.objects.all()), encoding="utf-8")
    with pytest.raises(IntegrityError, match="the log only grows"), transaction.atomic():
        call_command("loaddata", str(file), verbosity=0)


HOLLOW = {
    "sqlite": {
        "another": ["DROP TRIGGER audit_event_unchanged", f"{_MADE} BEFORE UPDATE ON audit_event WHEN 0 {_NOTHING}"],
        "elsewhere": ["DROP TRIGGER audit_event_unchanged", f"{_MADE} BEFORE UPDATE ON audit_tip {_NOTHING}"],
    },
    "postgresql": {
        "for replicas only": ["ALTER TABLE audit_event ENABLE REPLICA TRIGGER audit_event_kept"],
        "not for replicas": ["ALTER TABLE audit_event ENABLE TRIGGER audit_event_kept"],
        "does nothing": [
            """CREATE OR REPLACE FUNCTION audit_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RETURN NEW; END $$"""
        ],
        "for additions": [
            "DROP TRIGGER audit_event_kept ON audit_event",
            """CREATE TRIGGER audit_event_kept BEFORE INSERT ON audit_event
            FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_kept()""",
            "ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_kept",
        ],
    },
}


def test_a_guard_that_only_bears_the_name_is_none(guarded: None) -> None:
    for statements in HOLLOW[connection.vendor].values():
        assert triggers.is_guarded(connection)
        for statement in statements:
            sql(statement)()
        assert not triggers.is_guarded(connection)
        triggers.make(connection)
