"""Looking into a file from outside before it is kept: what it is by its bytes, and whether that fits its name.

Here nothing is parsed or unpacked; that is done in a process of its own (docs/decisions/0006).
"""

from pathlib import PurePath

from django.core.files import File

from wenming.reading.files.kinds import ZIP_MAGIC, Kind, kind_of
from wenming.reading.files.unpacking import refuse_bomb

# Names that promise a text; a page is often saved under the name of a Word or Excel file, and can be read there.
_TEXTS = frozenset({".txt", ".md", ".markdown", ".text", ".html", ".htm", ".mht", ".mhtml"})


class NotWhatItSays(ValueError):
    """The bytes are of another kind than the name says."""


def look_into(file: File[bytes], name: str) -> Kind:
    """What the file is. Raises ``UnreadableDocument`` and ``NotWhatItSays`` for what should not be kept.

    The first, with the code of a sentence: an archive, a picture, a locked file, a zip that unpacks to too much.
    """
    file.seek(0)
    data = file.read()
    file.seek(0)
    kind = kind_of(data, name)
    if data.startswith(ZIP_MAGIC):
        refuse_bomb(data)
    if kind is Kind.PLAIN and (PurePath(name).suffix.lower() not in _TEXTS or b"\0" in _head(data)):
        raise NotWhatItSays(name)
    return kind


def _head(data: bytes) -> bytes:
    """The beginning of a text, in which UTF-16 has its zeros by right."""
    return b"" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data[:4096]
