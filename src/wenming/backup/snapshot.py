"""The database as it is at one moment, seen through a connection of its own while others go on writing."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "snapshot"

_BEGIN = {
    # The first look at the data fixes what is seen. Under WAL nobody waits for a reader.
    "sqlite": ("PRAGMA query_only = ON", "SELECT COUNT(*) FROM sqlite_master"),
    "postgresql": ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", "SELECT 1"),
}
_SIZE = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}


@contextmanager
def snapshot() -> Generator[BaseDatabaseWrapper, None, None]:
    """A connection that sees one moment, reads only, and holds nobody up."""
    connections[ALIAS] = connection = connections[DEFAULT_DB_ALIAS].copy(alias=ALIAS)
    connection.settings_dict["OPTIONS"] = _reading(connection.settings_dict["OPTIONS"])
    try:
        with transaction.atomic(using=ALIAS):
            with connection.cursor() as cursor:
                for statement in _BEGIN[connection.vendor]:
                    cursor.execute(statement)
            yield connection
    finally:
        connection.close()
        del connections[ALIAS]


def _reading(options: dict[str, Any]) -> dict[str, Any]:
    """Without a pool, and without taking the lock that only one writer can have."""
    kept = {name: value for name, value in options.items() if name != "pool"}
    return kept | ({"transaction_mode": "DEFERRED"} if "transaction_mode" in kept else {})


def size_in_bytes(connection: BaseDatabaseWrapper) -> int:
    """How much room the database takes."""
    with connection.cursor() as cursor:
        cursor.execute(_SIZE[connection.vendor])
        return int(cursor.fetchone()[0])
