"""Putting a backup back into an empty place: the database as it was, made by the same migrations, then brought up to
now; and every stored document."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from wenming.audit import checking as log
from wenming.audit import triggers
from wenming.audit.recording import action, record
from wenming.backup import archive, begun
from wenming.backup.checking import CannotRestore, check, newer
from wenming.backup.last_numbers import go_on_after
from wenming.backup.manifest import Manifest, TableEntry
from wenming.backup.tables import Table, UnknownMigrations, last_of, put_rows, remove_rows, tables_at
from wenming.files.disk import PARTS
from wenming.rules.chain import Json
from wenming.rules.tampering import Finding, Head

_IN_MEMORY = 4 * 1024 * 1024  # bytes of a document
# What a place that is full or away raises, and what rows raise that somebody has written by hand.
_FAILURES = (Error, OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError, ValidationError)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what is wrong with the log in it; nothing, as a rule."""

    manifest: Manifest
    findings: tuple[Finding, ...]


def restore(path: Path, *, at: datetime) -> Restored:
    """Put the backup back. Raises CannotRestore; then the place is as empty as before, or the sentence says that not.

    Where an earlier one was killed half-way its tables, which are empty, are removed first.
    """
    manifest = check(path)
    tables = _understood(manifest, path)
    left = _left_by_another(manifest) if begun.is_half_done(connection) else frozenset()
    _refuse_unless_empty(left)
    _refuse_without_room(manifest)
    new = [entry.path for entry in manifest.files if entry.path not in left]
    try:
        _put_back(path, manifest, tables)
    except _FAILURES as error:
        _empty_again(new)
        raise CannotRestore(_("没有恢复，一切照旧是空的：%(why)s") % {"why": error}) from error
    except BaseException:
        _empty_again(new)
        raise
    findings = _findings(manifest)
    _tell(manifest, at=at)
    return Restored(manifest, findings)


def _understood(manifest: Manifest, path: Path) -> tuple[Table, ...]:
    """The tables of the backup, as this program knows them. Raises CannotRestore."""
    try:
        tables = tables_at(manifest.migrations)
    except UnknownMigrations as error:
        raise newer(path, manifest.version) from error
    if [(one.label, one.columns) for one in tables] != [(one.label, one.columns) for one in manifest.tables]:
        raise newer(path, manifest.version)
    return tables


def _left_by_another(manifest: Manifest) -> frozenset[str]:
    """Of the documents those that a restore put there which was killed; its tables go.

    They are no others than those of the backup, else they stay and are refused: perhaps the settings lead to a store
    that is somebody's.
    """
    _drop_tables()
    return frozenset(entry.path for entry in manifest.files if default_storage.exists(entry.path))


def _refuse_unless_empty(left: frozenset[str]) -> None:
    if connection.introspection.table_names():
        said = {"database": settings.DATABASES["default"]["NAME"]}
        raise CannotRestore(
            _(
                "数据库 %(database)s 不是空的，没有写入任何内容。恢复只在空的地方进行："
                "请把 WENMING_DATA 指向一个新的文件夹，或把 WENMING_DATABASE_URL 指向一个空的数据库。"
            )
            % said
        )
    if name := _any_file("", left):
        raise CannotRestore(
            _("存放文件的地方不是空的（有 %(name)s），没有写入任何内容。请换一个新的文件夹。") % {"name": name}
        )


def _any_file(folder: str, left: frozenset[str]) -> str:
    """The name of some stored file that is not among those left; empty where there is none."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return ""
    if others := sorted({f"{folder}{file}" for file in files} - left):
        return others[0]
    below = (f"{folder}{one}/" for one in folders if one != PARTS)  # pieces of killed writers are nobody's
    return next((name for one in below if (name := _any_file(one, left))), "")


def _refuse_without_room(manifest: Manifest) -> None:
    """Indexes take as much as the rows, the journal of the writing as much again."""
    needed = 3 * sum(one.bytes for one in manifest.tables) + sum(one.bytes for one in manifest.files)
    free = shutil.disk_usage(settings.DATA).free
    if free < needed:
        said = {"folder": settings.DATA, "needed": -(-needed // 1_000_000), "free": free // 1_000_000}
        raise CannotRestore(
            _("%(folder)s 所在的磁盘空间不够：大约需要 %(needed)d MB，只剩 %(free)d MB。没有写入任何内容。") % said
        )


def _put_back(path: Path, manifest: Manifest, tables: tuple[Table, ...]) -> None:
    begun.set_mark(connection)
    executor = MigrationExecutor(connection)
    executor.migrate(last_of(manifest.migrations))
    with transaction.atomic():  # the database is full only when the documents are there, too
        for table in tables:
            remove_rows(table, connection)
        with archive.finding_damage():
            secret = _put_members(path, manifest, tables)
        for table, entry in zip(tables, manifest.tables, strict=True):
            _compare_count(table, entry)
            go_on_after(entry.last_number, table, connection)
        begun.take_mark_away(connection)
    if secret:
        _put_secret(secret)
    call_command("migrate", interactive=False, verbosity=0)


def _put_members(path: Path, manifest: Manifest, tables: tuple[Table, ...]) -> bytes:
    """Rows and documents; the secret is for the caller, who knows whether all went well."""
    named = {f"{archive.TABLES}{table.label}.jsonl": table for table in tables}
    secret = b""
    for member in archive.members(path):
        if member.name in named:
            put_rows(named[member.name], _rows(member.source), connection)
        elif member.name.startswith(archive.FILES):
            _put_file(member.name.removeprefix(archive.FILES), member.source)
        elif member.name == archive.SECRET and manifest.has_secret:
            secret = member.source.read()
    return secret


def _rows(source: IO[bytes]) -> Iterator[list[Json]]:
    for line in source:
        yield json.loads(line.decode("utf-8", "surrogatepass"))


def _put_file(name: str, source: IO[bytes]) -> None:
    """A document under its own name; a store may want to read it twice."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
        shutil.copyfileobj(source, spool)
        spool.seek(0)
        kept = default_storage.save(name, File(spool, name=name))
    if kept != name:
        raise ValueError(f"{name} → {kept}")


def _compare_count(table: Table, entry: TableEntry) -> None:
    there = table.model._base_manager.using(connection.alias).count()
    if there != entry.rows:
        raise ValueError(f"{entry.label}: {there} ≠ {entry.rows}")


def _put_secret(secret: bytes) -> None:
    """The key that was in the backup takes the place of the one that was made for the empty place."""
    with archive.new_file(settings.DATA / "secret-key") as file:
        file.write(secret)


def _empty_again(names: Iterable[str]) -> None:
    """Take back what was put there; it was empty before, so nothing else is lost."""
    connection.close()
    try:
        for name in names:  # first: a disk that is full needs room also to drop a table
            default_storage.delete(name)
        _drop_tables()
    except _FAILURES as error:
        raise CannotRestore(
            _("没有恢复完，写了一半的也没能清掉：%(why)s。排除原因后再运行一次同样的命令，它会从头来过。")
            % {"why": error}
        ) from error


def _drop_tables() -> None:
    triggers.remove(connection)
    with connection.schema_editor() as editor:
        for name in connection.introspection.table_names():
            editor.execute(editor.sql_delete_table % {"table": editor.quote_name(name)})


def _findings(manifest: Manifest) -> tuple[Finding, ...]:
    """What is wrong with the log that was put back, which has to end as the backup says."""
    given = [Head(manifest.head.number, manifest.head.digest, manifest.made_at)] if manifest.head.number else []
    return tuple(log.check(given).findings)


@action
def _tell(manifest: Manifest, *, at: datetime) -> None:
    """The log tells that it was put back, and to where it reached: what came later is not in it."""
    told = {"made_at": manifest.made_at, "head": manifest.head.number, "rows": manifest.rows}
    record("backup.restore", None, by=None, at=at, after=told)
