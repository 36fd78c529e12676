"""The database itself refuses to change or remove events: what keeps the log append-only, for each kind of database.

Whoever may alter the database's schema can take this away again; then the chain still tells what was touched.
"""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "the log only grows: rows of audit_event are never changed or removed"
NAMES = {
    "sqlite": ("audit_event_unchanged", "audit_event_unremoved", "audit_event_unreplaced"),
    "postgresql": ("audit_event_kept", "audit_event_kept_whole"),
}
_BODY = f" BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END "

_REFUSE_HERE = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
_SQLITE = (
    f"CREATE TRIGGER audit_event_unchanged BEFORE UPDATE ON audit_event {_REFUSE_HERE}",
    f"CREATE TRIGGER audit_event_unremoved BEFORE DELETE ON audit_event {_REFUSE_HERE}",
    # INSERT OR REPLACE removes the row that is in its way without asking the trigger for removals.
    f"""CREATE TRIGGER audit_event_unreplaced BEFORE INSERT ON audit_event
    WHEN EXISTS (SELECT 1 FROM audit_event WHERE number = NEW.number OR digest = NEW.digest) {_REFUSE_HERE}""",  # noqa: S608 - nothing from outside is in it
)
_POSTGRESQL = (
    f"CREATE OR REPLACE FUNCTION audit_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$",
    """CREATE TRIGGER audit_event_kept BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_is_kept()""",
    """CREATE TRIGGER audit_event_kept_whole BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_kept()""",
    # Also for a session that calls itself a replica, to which triggers else do not apply.
    "ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_kept",
    "ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_kept_whole",
)
_MAKE = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
_REMOVE = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS {name}" for name in NAMES["sqlite"]),
    "postgresql": (
        *(f"DROP TRIGGER IF EXISTS {name} ON audit_event" for name in NAMES["postgresql"]),
        "DROP FUNCTION IF EXISTS audit_event_is_kept()",
    ),
}
# One that was made again to refuse nothing bears the same name: on what each stands, and what it does, count as well.
# PostgreSQL (its catalog pg_trigger): 27 is before each row is removed or changed, 34 before a table is emptied; A: for
# every session.
_STANDING = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'",
    "postgresql": """SELECT tgname || ' ' || tgtype || ' ' || prosrc
    FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE tgrelid = to_regclass('audit_event') AND tgenabled = 'A' AND tgqual IS NULL AND tgattr = ''::int2vector""",
}
_EXPECTED = {
    "sqlite": set(_SQLITE),
    "postgresql": {f"{name} {kind} {_BODY}" for name, kind in zip(NAMES["postgresql"], (27, 34), strict=True)},
}


def make(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses to change or remove an event; raises KeyError for an unknown database."""
    _run(connection, (*_REMOVE[connection.vendor], *_MAKE[connection.vendor]))


def remove(connection: BaseDatabaseWrapper) -> None:
    """The database refuses no more: for tests, which empty their tables."""
    _run(connection, _REMOVE[connection.vendor])


def is_guarded(connection: BaseDatabaseWrapper) -> bool:
    """Whether every trigger stands, as it was made."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        return {told for (told,) in cursor.fetchall()} >= _EXPECTED[connection.vendor]


def _run(connection: BaseDatabaseWrapper, statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
