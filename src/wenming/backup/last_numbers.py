"""The last number that a table has given: a number that was given once is given to nothing else, for the log tells
of things by their numbers."""

from django.db.backends.base.base import BaseDatabaseWrapper

from wenming.backup.tables import Table

_LAST = {
    "sqlite": "SELECT seq FROM sqlite_sequence WHERE name = %s AND %s <> ''",
    "postgresql": "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)",
}
_GO_ON = {
    "sqlite": (
        "DELETE FROM sqlite_sequence WHERE name = %(table)s",
        "INSERT INTO sqlite_sequence (name, seq) VALUES (%(table)s, %(last)s)",
    ),
    "postgresql": ("SELECT setval(pg_get_serial_sequence(%(table)s, %(column)s)::regclass, %(last)s)",),
}


def last_number(table: Table, connection: BaseDatabaseWrapper) -> int:
    """The highest number that the table ever gave, also to a row that is no more; 0 where it gave none."""
    if not table.numbered:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_LAST[connection.vendor], [_named(table, connection), table.numbered])
        given = cursor.fetchone()
        quote = connection.ops.quote_name
        cursor.execute(f"SELECT MAX({quote(table.numbered)}) FROM {quote(table.name)}")  # noqa: S608 - a table of ours
        highest = cursor.fetchone()
    return max((given and given[0]) or 0, (highest and highest[0]) or 0)


def go_on_after(last: int, table: Table, connection: BaseDatabaseWrapper) -> None:
    """The next row of the table gets a number above ``last``."""
    if not table.numbered or not last:
        return
    values: dict[str, str | int] = {"table": _named(table, connection), "column": table.numbered, "last": last}
    with connection.cursor() as cursor:
        for statement in _GO_ON[connection.vendor]:
            cursor.execute(statement, values)


def _named(table: Table, connection: BaseDatabaseWrapper) -> str:
    """PostgreSQL reads the name as it reads a statement, SQLite keeps it as it is."""
    return connection.ops.quote_name(table.name) if connection.vendor == "postgresql" else table.name
