"""Content and its hash; what can be wrong with what is stored."""

import hashlib
from collections.abc import Iterable
from typing import IO

from django.core.files import File


class NotItsContent(ValueError):
    """What was to be kept under a name is not the content that the name stands for."""


class Damaged(Exception):
    """What is stored under a name is no longer what was put there."""


class StoreAway(ConnectionError):
    """The store does not answer, or does not let us in; the reason is in the log. It may work again later."""


def sha256_of(file: File[bytes]) -> str:
    """The hash of a file from its beginning, in hexadecimal digits."""
    return copied(file.chunks(), None)


def refuse_other(found: str, wanted: str) -> None:
    """Raises NotItsContent where the content has another hash than its name says."""
    if found != wanted:
        raise NotItsContent(wanted)


def copied(chunks: Iterable[bytes], target: IO[bytes] | None) -> str:
    """Write the chunks to ``target``, where there is one, and return their hash."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        if target is not None:
            target.write(chunk)
    return digest.hexdigest()


def chunks_of(file: IO[bytes], size: int = 1 << 20) -> Iterable[bytes]:
    """What is left of a file, ``size`` bytes at a time."""
    return iter(lambda: file.read(size), b"")
