"""A store in a folder of this computer."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.core.files import File
from django.core.files.storage import FileSystemStorage

from wenming.files.content import chunks_of, copied, refuse_other
from wenming.files.storage import ContentStorage

PARTS = ".parts"  # the folder of what is being written


class DiskStorage(ContentStorage, FileSystemStorage):
    """Files that only their owner may read, written beside and then renamed: under a name stands all or nothing."""

    def _put(self, name: str, content: File[bytes], sha256: str) -> None:
        path = Path(self.path(name))
        if _is_whole(path, sha256):
            os.utime(path)  # somebody is about to name it: no orphan for a while
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._written(content, sha256)
        try:
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    def _written(self, content: File[bytes], sha256: str) -> Path:
        """The content in a file of its own, on the disk for certain."""
        folder = Path(self.path(PARTS))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                found = copied(content.chunks(), file)
                file.flush()
                os.fsync(file.fileno())
            refuse_other(found, sha256)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

    def _get(self, name: str) -> tuple[IO[bytes], str]:
        with ExitStack() as until_read:
            file = until_read.enter_context(Path(self.path(name)).open("rb"))
            sha256 = copied(chunks_of(file), None)
            until_read.pop_all()
        return file, sha256

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Every name, and when its content was last put there."""
        root = Path(self.location)
        for path in root.rglob("*"):
            name = path.relative_to(root).as_posix()
            if not name.startswith(f"{PARTS}/") and (at := _changed(path)):
                yield name, at

    def drop_parts(self, before: datetime) -> int:
        """Remove what writers left behind that were ended before that time; how many pieces."""
        folder = Path(self.path(PARTS))
        old = [path for path in folder.glob("*") if (at := _changed(path)) and at < before]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


def _is_whole(path: Path, sha256: str) -> bool:
    """Whether the content is there already; what is there but damaged is written again."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        return copied(chunks_of(file), None) == sha256
    return False


def _changed(path: Path) -> datetime | None:
    """When a file was last written; None where it is none, or has gone."""
    with suppress(FileNotFoundError):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.is_file() else None
    return None


def _sync_folder(folder: Path) -> None:
    """Let the new name outlive a power cut, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
