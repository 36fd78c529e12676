"""A document of a stranger, opened: its name, the hash of its bytes, its text."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from wenming.reading.files import fence, libreoffice, plain
from wenming.reading.files.kinds import Kind, kind_of
from wenming.reading.model import UnreadableDocument

LARGEST_FILE = 20 * 1024 * 1024  # bytes

_READERS = {
    Kind.WEB_PAGE: "wenming.reading.files.web_page",
    Kind.WEB_ARCHIVE: "wenming.reading.files.web_archive",
    Kind.WORD: "wenming.reading.files.word",
    Kind.PDF: "wenming.reading.files.pdf",
    Kind.SHEETS: "wenming.reading.files.sheets",
}
_GATE = "wenming.reading.files.old_word"


@dataclass(frozen=True, slots=True)
class Document:
    """What was opened. Where ``is_plain``, ``text`` is the decoded file itself, line ends kept."""

    name: str
    sha256: str
    text: str
    is_plain: bool


def open_document(path: Path, *, name: str | None = None) -> Document:
    """The text of the file at ``path``, whatever its format; ``name`` is the name it was uploaded under.

    Raises ``UnreadableDocument`` with the code of a sentence in ``reading.messages``, and nothing else.
    """
    return document_of(_bytes_of(path), name=name or path.name)


def document_of(data: bytes, *, name: str) -> Document:
    """The text of a file that was read already; ``name`` is the name it was uploaded under. Raises as above."""
    if len(data) > LARGEST_FILE:
        raise UnreadableDocument("file_huge")
    kind = kind_of(data, name)
    text = plain.decode(data) if kind is Kind.PLAIN else _text_of(data, kind)
    return Document(name, hashlib.sha256(data).hexdigest(), text, is_plain=kind is Kind.PLAIN)


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():  # a folder, a device or a pipe is never opened
            raise UnreadableDocument("file_missing")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise UnreadableDocument("file_missing") from error


def _text_of(data: bytes, kind: Kind) -> str:
    if kind is Kind.OLD_WORD:
        fence.read_inside(_GATE, data)
        return fence.read_inside(_READERS[Kind.WORD], libreoffice.to_docx(data))
    return fence.read_inside(_READERS[kind], data)
