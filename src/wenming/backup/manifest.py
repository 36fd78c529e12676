"""What a backup says of itself: written last, so that a file which ends without it was cut short."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

FORMAT = 1  # goes up when a reader of the old one would misread the new one


class NotUnderstood(ValueError):
    """The bytes are no manifest of this format."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table in the backup."""

    label: str
    columns: tuple[str, ...]
    rows: int
    bytes: int
    sha256: str
    last_number: int  # the highest that the table ever gave


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A stored document in the backup; ``path`` is its name in the store."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is in a backup."""

    format: int
    version: str  # of the product
    made_at: str  # ISO 8601, UTC
    vendor: str  # of the database
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[TableEntry, ...]
    files: tuple[FileEntry, ...]
    missing: tuple[str, ...]  # documents that rows name and the store did not have
    gone: tuple[str, ...]  # documents that somebody removed, with their rows, while the backup was being made
    head: Head
    has_secret: bool

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(table.rows for table in self.tables)

    @property
    def bytes(self) -> int:
        """Of all tables and files, unpacked."""
        return sum(one.bytes for one in self.tables) + sum(one.bytes for one in self.files)


def to_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in the file."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()


def from_json(data: bytes) -> Manifest:
    """The manifest that the bytes hold; raises NotUnderstood."""
    try:
        said = json.loads(data)
        manifest = Manifest(
            **{
                **said,
                "migrations": tuple((str(app), str(name)) for app, name in said["migrations"]),
                "tables": tuple(_entry(TableEntry, one) for one in said["tables"]),
                "files": tuple(_entry(FileEntry, one) for one in said["files"]),
                "missing": tuple(said["missing"]),
                "gone": tuple(said["gone"]),
                "head": _entry(Head, said["head"]),
            }
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotUnderstood(str(error)) from error
    return manifest


def _entry(kind: type[Any], said: Mapping[str, Any]) -> Any:  # noqa: ANN401  # one of the three above
    for field in fields(kind):
        wanted = {"columns": list}.get(field.name, int if field.type is int else str)
        if not isinstance(said[field.name], wanted):
            raise TypeError(field.name)
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in said.items()})
