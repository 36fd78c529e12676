"""The file of a backup: a compressed tar of plain members, written under another name until it is whole.

wenming-backup.json        what kind of file this is
tables/places.unit.jsonl   a row a line, as a JSON list in the order of the columns
files/plans/3f/3fa2….docx  a stored document under its name in the store
secret-key                 only where it was asked for
manifest.json              what all of this is, with its checksums; the last member
"""

import fcntl
import gzip
import hashlib
import os
import tarfile
import tempfile
import time
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

ABOUT, MANIFEST, SECRET = "wenming-backup.json", "manifest.json", "secret-key"
TABLES, FILES = "tables/", "files/"
_LEVEL = 6  # of compression: nearly as small as 9, in half the time
_UNFINISHED = ".part"
_AT_ONCE = 1024 * 1024  # bytes
_STALE = 3600  # seconds after which nobody can be about to lock an unfinished file


class Damaged(ValueError):
    """The file is no backup, or not a whole one; the text says where that was seen."""


@dataclass(frozen=True, slots=True)
class Written:
    """A member that was written or read: its size, the checksum of its bytes, and its lines."""

    bytes: int
    sha256: str
    lines: int = 0


class _Counting:
    """Reads through another file and keeps count of what went by."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.digest, self.bytes, self.lines = source, hashlib.sha256(), 0, 0

    def read(self, size: int = -1) -> bytes:
        data = self.source.read(size)
        self.digest.update(data)
        self.bytes += len(data)
        self.lines += data.count(b"\n")
        return data

    @property
    def written(self) -> Written:
        return Written(self.bytes, self.digest.hexdigest(), self.lines)


@contextmanager
def new_file(path: Path) -> Generator[BinaryIO, None, None]:
    """A file that gets its name only when it is whole and on the disk; if that fails it leaves nothing behind."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # while it is held somebody is at work on it
            yield file
            file.flush()
            os.fsync(file.fileno())
            Path(name).rename(path)
        _sync_folder(path.parent)
    finally:
        Path(name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a share of another computer may not know this
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_leftovers(folder: Path) -> int:
    """Remove what killed backups left in the folder, and return how many; one that is being written stays."""
    return sum(_remove_if_left(path) for path in folder.glob(f".wenming-*{_UNFINISHED}"))


def _remove_if_left(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        if path.stat().st_mtime > time.time() - _STALE:
            return False
        path.unlink(missing_ok=True)
    return True


class Writer:
    """Puts members into a backup, one after the other."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def add(self, name: str, source: IO[bytes], size: int) -> Written:
        """The next ``size`` bytes of ``source`` as a member; raises OSError where there are fewer."""
        member, counting = tarfile.TarInfo(name), _Counting(source)
        member.size, member.mode = size, 0o600
        self._tar.addfile(member, counting)
        _forget(self._tar)
        return counting.written

    def add_lines(self, name: str, lines: Iterator[bytes], folder: Path) -> Written:
        """The lines as a member; they wait in ``folder``, because a tar says first how long a member is."""
        with tempfile.TemporaryFile(dir=folder) as spool:
            spool.writelines(lines)
            size = spool.tell()
            spool.seek(0)
            return self.add(name, spool, size)


@contextmanager
def writing(file: BinaryIO) -> Generator[Writer, None, None]:
    """Write members into the open file."""
    with (
        gzip.GzipFile(fileobj=file, mode="wb", compresslevel=_LEVEL, filename="", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        yield Writer(tar)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a backup that is being read; ``source`` can be read until the next one comes."""

    name: str
    source: IO[bytes]


@contextmanager
def finding_damage() -> Generator[None, None, None]:
    """What a broken file makes the readers of tar and gzip raise is Damaged."""
    try:
        yield
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Damaged(str(error)) from error


def members(path: Path) -> Iterator[Member]:
    """The members in their order, to the very end of the file. Raises Damaged, OSError."""
    with finding_damage(), gzip.open(path, "rb") as packed, tarfile.open(fileobj=packed, mode="r:") as tar:
        for member in _headers(tar):
            _forget(tar)
            source = tar.extractfile(member) if member.isreg() and not member.issparse() else None
            if source is None or not _is_plain(member.name):
                raise Damaged(f"{member.name!r}")
            yield Member(member.name, source)
        while packed.read(_AT_ONCE):
            pass  # its own checksum is looked at when all has been read


def _headers(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The headers of the members; raises Damaged where one says what cannot be."""
    try:
        yield from tar
    except (ValueError, OverflowError) as error:  # a size beyond all files
        raise Damaged(str(error)) from error


def _forget(tar: tarfile.TarFile) -> None:
    """A tar remembers every member it has seen; thousands of documents need not be in memory."""
    tar.members = []  # type: ignore[attr-defined]  # documented, but missing in the types


def _is_plain(name: str) -> bool:
    """Whether the name leads nowhere but down."""
    return "\\" not in name and "\0" not in name and not {"", ".", ".."} & set(name.split("/"))


def measured(source: IO[bytes]) -> Written:
    """Read it to its end."""
    counting = _Counting(source)
    while counting.read(_AT_ONCE):
        pass
    return counting.written
