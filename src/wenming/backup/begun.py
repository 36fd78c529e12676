"""A mark in the database that restoring has begun. It goes with the rows in one transaction, so as long as it is there
nothing was put back: a restore that was killed left empty tables, and perhaps documents that no row names."""

from django.db.backends.base.base import BaseDatabaseWrapper

_MARK = "wenming_restoring"
_LOG = "audit_event"  # everything that matters and is done in a place is told there


def set_mark(connection: BaseDatabaseWrapper) -> None:
    """Restoring begins."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {_MARK} (begun integer)")


def take_mark_away(connection: BaseDatabaseWrapper) -> None:
    """All is there once this transaction is over."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {_MARK}")


def is_half_done(connection: BaseDatabaseWrapper) -> bool:
    """Whether a restore was ended before its end, and nobody has done anything in this place since."""
    tables = connection.introspection.table_names()
    if _MARK not in tables:
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {_LOG}" if _LOG in tables else "SELECT 0")  # noqa: S608 - a table of ours
        return not cursor.fetchone()[0]
