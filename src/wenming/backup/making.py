"""Making a backup: one moment of the database, and every stored document that it names."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from wenming.audit.recording import action, record
from wenming.backup import archive
from wenming.backup.archive import Writer
from wenming.backup.last_numbers import last_number
from wenming.backup.manifest import FORMAT, FileEntry, Head, Manifest, TableEntry, to_json
from wenming.backup.snapshot import size_in_bytes, snapshot
from wenming.backup.tables import Table, UnknownMigrations, applied, rows_of, tables_at
from wenming.files.content import Damaged


class CannotBackUp(RuntimeError):
    """No backup can be made; the text is a sentence for the administrator. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that is there, and what was put into it."""

    path: Path
    manifest: Manifest


def make(path: Path, *, with_secret: bool, at: datetime) -> Made:
    """Write a backup to ``path``, which must not be there yet. Raises CannotBackUp.

    Others may go on working: what they do after the beginning is not in it.
    """
    if path.exists():
        raise CannotBackUp(_("%(path)s 已经存在，不会覆盖。请换一个文件名。") % {"path": path})
    try:
        with snapshot() as connection:
            manifest = _write(path, connection, with_secret=with_secret, at=at)
    except UnknownMigrations as error:
        raise CannotBackUp(
            _("数据库由更新的版本写成（%(migrations)s），请用那个版本的程序备份。") % {"migrations": error}
        ) from error
    except (OSError, Error) as error:
        said = {"path": path, "why": getattr(error, "strerror", None) or error}
        raise CannotBackUp(_("备份没有写成 %(path)s：%(why)s。") % said) from error
    return Made(path, manifest)


@action
def tell(made: Made, *, at: datetime) -> None:
    """The log tells that everything was copied, and where to."""
    told = {"file": str(made.path), "rows": made.manifest.rows, "files": len(made.manifest.files)}
    record("backup.make", None, by=None, at=at, after=told)


def _write(path: Path, connection: BaseDatabaseWrapper, *, with_secret: bool, at: datetime) -> Manifest:
    migrations = applied(connection)
    if not migrations:
        raise CannotBackUp(_("数据库是空的，没有可备份的内容。请检查 WENMING_DATA 和 WENMING_DATABASE_URL。"))
    tables = tables_at(migrations)
    names = sorted({name for table in tables for name in _stored(table, connection)})
    _refuse_without_room(path.parent, names, connection)
    with archive.new_file(path) as file, archive.writing(file) as writer:
        about = {"version": version("wenming"), "made_at": at.astimezone(UTC).isoformat()}
        _add_bytes(writer, archive.ABOUT, json.dumps({"format": FORMAT, **about}).encode())
        entries = tuple(_add_table(writer, table, connection, path.parent) for table in tables)
        files, absent = _add_files(writer, names)
        missing = _still_named(absent, tables)
        if with_secret:
            _add_bytes(writer, archive.SECRET, settings.SECRET_KEY.encode())
        manifest = Manifest(
            format=FORMAT,
            version=about["version"],
            made_at=about["made_at"],
            vendor=connection.vendor,
            migrations=migrations,
            tables=entries,
            files=files,
            missing=missing,
            gone=tuple(name for name in absent if name not in missing),
            head=_head(tables, connection),
            has_secret=with_secret,
        )
        _add_bytes(writer, archive.MANIFEST, to_json(manifest))
    return manifest


def _add_bytes(writer: Writer, name: str, data: bytes) -> None:
    writer.add(name, BytesIO(data), len(data))


def _refuse_without_room(folder: Path, names: list[str], connection: BaseDatabaseWrapper) -> None:
    """What is copied fits in uncompressed: then it fits in for certain."""
    needed = size_in_bytes(connection) + sum(
        default_storage.size(name) for name in names if default_storage.exists(name)
    )
    free = shutil.disk_usage(folder).free
    if free < needed:
        said = {"folder": folder, "needed": _megabytes(needed), "free": _megabytes(free)}
        raise CannotBackUp(
            _("%(folder)s 所在的磁盘空间不够：需要 %(needed)d MB，只剩 %(free)d MB。请清理或换一个位置。") % said
        )


def _megabytes(count: int) -> int:
    return -(-count // 1_000_000)


def _stored(table: Table, connection: BaseDatabaseWrapper) -> Iterator[str]:
    """The names of the stored documents that rows of the table have."""
    for at in table.files:
        column = table.fields[at].attname
        rows = table.model._base_manager.using(connection.alias).exclude(**{column: ""})
        yield from rows.order_by(column).values_list(column, flat=True).distinct().iterator()


def _add_table(writer: Writer, table: Table, connection: BaseDatabaseWrapper, folder: Path) -> TableEntry:
    written = writer.add_lines(f"{archive.TABLES}{table.label}.jsonl", _lines(table, connection), folder)
    given = last_number(table, connection)
    return TableEntry(table.label, table.columns, written.lines, written.bytes, written.sha256, given)


def _lines(table: Table, connection: BaseDatabaseWrapper) -> Iterator[bytes]:
    for row in rows_of(table, connection):
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        yield line.encode("utf-8", "surrogatepass") + b"\n"


def _add_files(writer: Writer, names: list[str]) -> tuple[tuple[FileEntry, ...], tuple[str, ...]]:
    """Every document that is there, and the names of the others."""
    files: list[FileEntry] = []
    absent: list[str] = []
    for name in names:
        source = _opened(name)
        if source is None:
            absent.append(name)
            continue
        with source:
            written = writer.add(f"{archive.FILES}{name}", source, source.size)
        files.append(FileEntry(name, written.bytes, written.sha256))
    return tuple(files), tuple(absent)


def _opened(name: str) -> File[bytes] | None:
    """The document; None where it is not there, or no more what was stored. Raises OSError where the store is away."""
    try:
        return default_storage.open(name, "rb")
    except (FileNotFoundError, Damaged):
        return None


def _still_named(absent: tuple[str, ...], tables: tuple[Table, ...]) -> tuple[str, ...]:
    """Those that a row asks for also now; the others have been removed, with their rows, since the moment began."""
    here = connections[DEFAULT_DB_ALIAS]
    still = {name for table in tables for name in _stored(table, here)} if absent else set()
    return tuple(name for name in absent if name in still)


def _head(tables: tuple[Table, ...], connection: BaseDatabaseWrapper) -> Head:
    """The end of the log at that moment; before there was one: nothing."""
    for table in tables:
        if table.label == "audit.tip":
            for number, digest in table.model._base_manager.using(connection.alias).values_list("number", "digest"):
                return Head(number, digest)
    return Head(0, "")
