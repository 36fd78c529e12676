"""Office files are zips of XML: opened where their sizes are sane, parsed without entities or outside references."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any

from lxml import etree

from wenming.reading.files.kinds import member_names
from wenming.reading.files.unpacking import is_bomb, refuse_insane
from wenming.reading.model import UnreadableDocument

_PROLOGUE = 4096  # bytes before the root element in which a document type may stand

Element = Any  # lxml carries no types


class Package:
    """The members of an office file, each read when asked for; nothing is ever unpacked to disk."""

    def __init__(self, data: bytes) -> None:
        member_names(data)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {info.filename: info for info in self._zip.infolist()}
        refuse_insane(self._infos.values())

    def has(self, name: str) -> bool:
        """Whether there is a member ``name``."""
        return name in self._infos

    def names(self) -> list[str]:
        """The members' names in the order of the package."""
        return list(self._infos)

    def size(self, name: str) -> int:
        """The bytes of a member, unpacked, as the directory says."""
        return self._infos[name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises ``UnreadableDocument`` where it is missing, damaged or a bomb."""
        if name not in self._infos:
            raise UnreadableDocument("file_damaged")
        info = self._infos[name]
        if is_bomb(info):
            raise UnreadableDocument("file_bomb")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableDocument("file_damaged")
        try:
            # A member never gives more than the size in the directory: zipfile stops there.
            content = self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise UnreadableDocument("file_damaged") from error
        return content

    def parse(self, name: str, renamed: Iterable[tuple[bytes, bytes]] = ()) -> Element:
        """The root of an XML member; each pair in ``renamed`` is a namespace and the one that stands in for it."""
        content = self.read(name)
        for old, new in renamed:
            content = content.replace(old, new)
        return parse_xml(content)


def parse_xml(content: bytes) -> Element:
    """The root element of ``content``. Raises ``UnreadableDocument`` for bad XML, and for any document type.

    Office formats have no document type; one is only there to define entities or fetch something from outside.
    """
    if b"<!DOCTYPE" in content[:_PROLOGUE]:
        raise UnreadableDocument("file_entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("file_damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("file_entities")
    return root
