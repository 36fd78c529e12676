"""Writes a file whole or not at all."""

import os
from pathlib import Path


class UnwritableOutput(Exception):
    """The result cannot be written; ``code`` and ``about`` name the sentence in ``reading.messages``."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code)
        self.code = code
        self.about = {"path": str(path)}


def save(data: bytes, path: Path, *, source: Path) -> None:
    """Write ``data`` to ``path``: beside it first, then renamed, so that nobody ever sees half a file.

    Raises ``UnwritableOutput`` where it cannot be written, is not an ordinary file, or is ``source`` itself.
    """
    try:
        if path.exists() and source.exists() and path.samefile(source):
            raise UnwritableOutput("output_is_source", path)
        if path.exists() and not path.is_file():  # a folder, a device: a rename would replace it
            raise UnwritableOutput("output_unwritable", path)
        _write_and_rename(data, path.with_name(f".{os.getpid()}.part"), path)
    except (OSError, ValueError) as error:
        raise UnwritableOutput("output_unwritable", path) from error


def _write_and_rename(data: bytes, part: Path, path: Path) -> None:
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError):
        part.unlink(missing_ok=True)
        raise
