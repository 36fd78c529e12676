"""What every store of content does, on a disk or elsewhere: Django's storage, so that a FileField works with it.

A name bears the hash of its content. So nothing is ever overwritten by something else, the same bytes are kept once,
and what is read back is compared with its name.
"""

import logging
from abc import abstractmethod
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from django.core.files import File
from django.core.files.storage import Storage

from wenming.files.content import Damaged, NotItsContent
from wenming.files.naming import sha256_in

log = logging.getLogger(__name__)


class ContentStorage(Storage):
    """A store of content; a subclass knows where it lies."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: what is there under it is the same content."""
        del max_length
        return name

    def _save(self, name: str, content: File[bytes]) -> str:
        sha256 = sha256_in(name)
        if not sha256:
            raise NotItsContent(name)
        self._put(name, content, sha256)
        return name

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        """The whole content, compared with its name before anybody sees it. Raises Damaged, FileNotFoundError."""
        if mode != "rb":
            raise ValueError(mode)
        file, sha256 = self._get(name)
        if sha256 != sha256_in(name):
            file.close()
            log.error("stored file %s is damaged: its content has the hash %s", name, sha256)
            raise Damaged(name)
        file.seek(0)
        return File(file, name=name)

    @abstractmethod
    def _put(self, name: str, content: File[bytes], sha256: str) -> None:
        """Keep the content, all of it or nothing. Raises NotItsContent where it has another hash."""

    @abstractmethod
    def _get(self, name: str) -> tuple[IO[bytes], str]:
        """The content and its hash. Raises FileNotFoundError."""

    @abstractmethod
    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Every name, and when its content was last put there."""

    @abstractmethod
    def drop_parts(self, before: datetime) -> int:
        """Remove what writers left behind that were ended before that time; how many pieces."""
