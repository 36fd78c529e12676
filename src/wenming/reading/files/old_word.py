"""A cheap look at the older formats of word processors before LibreOffice is started, which takes a second to say no.

What is damaged, locked, without end or no such file at all is refused here. What passes may still be anything:
LibreOffice is watched.
"""

import re
import struct
from collections.abc import Mapping

from wenming.reading.files import fence
from wenming.reading.files.compound import Compound, Stream
from wenming.reading.files.kinds import OLE_MAGIC, ZIP_MAGIC
from wenming.reading.files.package import Package, parse_xml
from wenming.reading.model import UnreadableDocument

SOUND = "sound"

_DEEPEST = 500  # groups within groups of an .rtf; Word writes some ten
_MOST_PARAGRAPHS = 100_000  # and cells
# A group's bounds; a backslash before one makes it a character.
_BOUND = re.compile(rb"\\[\\{}]|[{}]")
_PARAGRAPH = re.compile(rb"\\(?:par|line|cell|row|sect)(?![a-z])")


def check_old_word(data: bytes) -> str:
    """``SOUND``. Raises ``UnreadableDocument`` for what no word processor could read."""
    if data.startswith(OLE_MAGIC):
        _check_binary(data)
    elif data.startswith(ZIP_MAGIC):
        _check_open_document(Package(data))
    elif data.startswith(b"{"):
        _check_rich_text(data)
    else:
        parse_xml(data)
    return SOUND


def _check_open_document(package: Package) -> None:
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableDocument("file_locked")
    if package.has("styles.xml"):
        package.parse("styles.xml")
    if not any(text.strip() for text in package.parse("content.xml").itertext()):
        raise UnreadableDocument("file_empty")


def _check_rich_text(data: bytes) -> None:
    depth = 0
    for bound in _BOUND.finditer(data):
        depth += {b"{": 1, b"}": -1}.get(bound[0], 0)
        if depth > _DEEPEST:
            raise UnreadableDocument("file_damaged")
    if sum(1 for _ in _PARAGRAPH.finditer(data)) > _MOST_PARAGRAPHS:
        raise UnreadableDocument("file_huge")


# [MS-DOC], the file information block: since Word 97 the text is found through a table in a stream of its own.
_BLOCK = 0x01AA  # bytes of it that are looked at
_WORD_SINCE_95, _WORD_97 = 0xA5EC, 193  # the mark, and the first version of the block as it is now
_LOCKED, _IN_TABLE_1 = 0x0100, 0x0200  # flags


def _check_binary(data: bytes) -> None:
    """Whether the streams of a .doc lie within the file, and the list of its text within its stream."""
    file = Compound(data)
    document = file.streams.get("WordDocument")
    if document is None:
        raise UnreadableDocument("file_unknown")
    if document.size < file.smallest:
        return
    block = file.head(document, _BLOCK)
    if len(block) == _BLOCK and struct.unpack_from("<H", block)[0] == _WORD_SINCE_95:
        _check_block(block, file.streams)


def _check_block(block: bytes, streams: Mapping[str, Stream]) -> None:
    version, flags = struct.unpack_from("<2xH6xH", block)
    if flags & _LOCKED:
        raise UnreadableDocument("file_locked")
    if version < _WORD_97:
        return  # Word 95 keeps the text in one piece
    (characters,), (place, size) = struct.unpack_from("<i", block, 0x4C), struct.unpack_from("<II", block, 0x01A2)
    table = streams.get("1Table" if flags & _IN_TABLE_1 else "0Table", Stream(0, 0))
    if characters < 0 or not size or place + size > table.size:
        raise UnreadableDocument("file_damaged")
    if characters > fence.LONGEST_TEXT:
        raise UnreadableDocument("file_huge")


if __name__ == "__main__":
    fence.answer(check_old_word)
