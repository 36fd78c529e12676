"""Whether a zip is of a sane size once it is unpacked: asked of its directory, before anything is unpacked."""

import io
import zipfile
from collections.abc import Collection

from wenming.reading.files.kinds import member_names
from wenming.reading.model import UnreadableDocument

MOST_MEMBERS = 10_000
LARGEST_PART = 64_000_000  # bytes of one XML part, unpacked
LARGEST_PACKAGE = 256_000_000  # bytes of all members, unpacked
STEEPEST_RATIO = 250  # unpacked to packed, beyond the size below which a repetitive document may reach it
_RATIO_MATTERS_FROM = 16_000_000


def refuse_bomb(data: bytes) -> None:
    """Raises ``UnreadableDocument`` for a zip that unpacks to too much, is locked or damaged."""
    member_names(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        refuse_insane(package.infolist())


def refuse_insane(infos: Collection[zipfile.ZipInfo]) -> None:
    """The same of the entries of its directory."""
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST_PACKAGE:
        raise UnreadableDocument("file_bomb")
    if any(is_bomb(info) for info in infos if info.filename.endswith((".xml", ".rels", ".bin"))):
        raise UnreadableDocument("file_bomb")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableDocument("file_locked")


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a part is larger, or was packed tighter, than a document's is."""
    is_steep = info.file_size > STEEPEST_RATIO * max(info.compress_size, 1)
    return info.file_size > LARGEST_PART or (is_steep and info.file_size > _RATIO_MATTERS_FROM)
