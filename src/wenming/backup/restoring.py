"""Putting a backup back into an empty place: the database as it was, made by the same migrations, then brought up to
now; and every stored document."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from wenming.audit import checking as log
from wenming.audit import triggers
from wenming.audit.recording import action, record
from wenming.backup import archive
from wenming.backup.checking import CannotRestore, check, newer
from wenming.backup.last_numbers import go_on_after
from wenming.backup.manifest import Manifest, TableEntry
from wenming.backup.tables import Table, UnknownMigrations, last_of, put_rows, remove_rows, tables_at
from wenming.rules.chain import Json
from wenming.rules.tampering import Finding, Head

_IN_MEMORY = 4 * 1024 * 1024  # bytes of a document


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what is wrong with the log in it; nothing, as a rule."""

    manifest: Manifest
    findings: tuple[Finding, ...]


def restore(path: Path, *, at: datetime) -> Restored:
    """Put the backup back. Raises CannotRestore; then the place is as empty as before."""
    manifest = check(path)
    tables = _understood(manifest, path)
    _refuse_unless_empty()
    _refuse_without_room(manifest)
    try:
        _put_back(path, manifest, tables)
    except (Error, OSError, ValueError, TypeError) as error:
        _empty_again(manifest)
        raise CannotRestore(_("没有恢复，一切照旧是空的：%(why)s") % {"why": error}) from error
    except BaseException:
        _empty_again(manifest)
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


def _refuse_unless_empty() -> None:
    if connection.introspection.table_names():
        said = {"database": settings.DATABASES["default"]["NAME"]}
        raise CannotRestore(
            _(
                "数据库 %(database)s 不是空的，没有写入任何内容。恢复只在空的地方进行："
                "请把 WENMING_DATA 指向一个新的文件夹，或把 WENMING_DATABASE_URL 指向一个空的数据库。"
            )
            % said
        )
    if name := _any_file(""):
        raise CannotRestore(
            _("存放文件的地方不是空的（有 %(name)s），没有写入任何内容。请换一个新的文件夹。") % {"name": name}
        )


def _any_file(folder: str) -> str:
    """The name of some stored file; empty where there is none."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return ""
    if files:
        return f"{folder}{files[0]}"
    return next((name for one in folders if (name := _any_file(f"{folder}{one}/"))), "")


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
    call_command("migrate", interactive=False, verbosity=0)
    if secret:
        _put_secret(secret)


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
    path = settings.DATA / "secret-key"
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)


def _empty_again(manifest: Manifest) -> None:
    """Take back what was put there; it was empty before, so nothing else is lost."""
    connection.close()
    triggers.remove(connection)
    with connection.schema_editor() as editor:
        for name in connection.introspection.table_names():
            editor.execute(editor.sql_delete_table % {"table": editor.quote_name(name)})
    for entry in manifest.files:
        default_storage.delete(entry.path)


def _findings(manifest: Manifest) -> tuple[Finding, ...]:
    """What is wrong with the log that was put back, which has to end as the backup says."""
    given = [Head(manifest.head.number, manifest.head.digest, manifest.made_at)] if manifest.head.number else []
    return tuple(log.check(given).findings)


@action
def _tell(manifest: Manifest, *, at: datetime) -> None:
    """The log tells that it was put back, and to where it reached: what came later is not in it."""
    told = {"made_at": manifest.made_at, "head": manifest.head.number, "rows": manifest.rows}
    record("backup.restore", None, by=None, at=at, after=told)
