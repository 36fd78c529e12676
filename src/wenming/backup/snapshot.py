"""The database as it is at one moment, seen through a connection of its own while others go on writing."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "snapshot"

_BEGIN = {
    # The first look at the data fixes what is seen. Under WAL nobody waits for a reader.
    "sqlite": ("SELECT COUNT(*) FROM sqlite_master",),
    "postgresql": ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", "SELECT 1"),
}
_SIZE = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}


@contextmanager
def snapshot() -> Generator[BaseDatabaseWrapper, None, None]:
    """A connection that sees one moment, reads only, and holds nobody up."""
    connections.databases[ALIAS] = _reading(connections[DEFAULT_DB_ALIAS].settings_dict)
    try:
        with transaction.atomic(using=ALIAS):
            with connections[ALIAS].cursor() as cursor:
                for statement in _BEGIN[connections[ALIAS].vendor]:
                    cursor.execute(statement)
            yield connections[ALIAS]
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.databases[ALIAS]


def _reading(settings: dict[str, Any]) -> dict[str, Any]:
    """The same database, without a pool, and without taking the lock that only one writer can have."""
    options = {name: value for name, value in settings["OPTIONS"].items() if name != "pool"}
    if "transaction_mode" in options:
        options["transaction_mode"] = "DEFERRED"
    return {**settings, "OPTIONS": options}


def size_in_bytes(connection: BaseDatabaseWrapper) -> int:
    """How much room the database takes."""
    with connection.cursor() as cursor:
        cursor.execute(_SIZE[connection.vendor])
        return int(cursor.fetchone()[0])
