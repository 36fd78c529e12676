"""Tells what a file is by its bytes; its name is a hint only where the bytes leave it open."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import PurePath

from wenming.reading.model import UnreadableDocument

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
HEAD = 4096  # bytes looked at for marks at the start of a file

# A list of members longer than this (some 10,000 names) is no office file's.
_LONGEST_DIRECTORY = 1_000_000

_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"PK\x05\x06", b"PK\x07\x08")
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PICTURE_BRANDS = (b"WEBP", b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")

# The groups are atomic: a comment ends at its first mark, so that rows of comments are not tried in every combination.
_COMMENTS = rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+"
_WEB_PAGE = re.compile(_COMMENTS + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_WEB_FRAGMENT = re.compile(_COMMENTS + rb"</?[a-z]", re.IGNORECASE | re.DOTALL)
_PLAIN_NAMES = frozenset({".txt", ".md", ".markdown", ".text"})
_SAVED_MAIL = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)*?(?:mime-version:|content-type:\s*multipart/)", re.IGNORECASE
)


class Kind(StrEnum):
    """The formats that can be read."""

    PLAIN = "plain"
    WEB_PAGE = "web_page"
    WEB_ARCHIVE = "web_archive"  # .mht: a page saved as a mail
    WORD = "word"
    OLD_WORD = "old_word"  # .doc, .wps, .rtf, .odt: LibreOffice turns them into .docx
    PDF = "pdf"
    SHEETS = "sheets"


def kind_of(data: bytes, name: str) -> Kind:
    """The format of ``data``; ``name`` only decides between a web page and plain text.

    Raises ``UnreadableDocument`` for what no text can be read from: empty, archives, pictures, locked files.
    """
    if not data.strip(b"\0 \t\r\n\x0c"):
        raise UnreadableDocument("file_empty")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(ZIP_MAGIC):
        return _kind_of_zip(data)
    if data.startswith(OLE_MAGIC):
        return _kind_of_ole(data)
    if data.startswith(b"{\\rt"):
        return Kind.OLD_WORD
    _refuse_by_magic(data)
    return _kind_of_text(data, name)


def _refuse_by_magic(data: bytes) -> None:
    if data.startswith(_ARCHIVES):
        raise UnreadableDocument("file_archive")
    if data.startswith(_PICTURES) or data[4:12].startswith(_PICTURE_BRANDS) or data[8:12] in _PICTURE_BRANDS:
        raise UnreadableDocument("file_picture")


def _kind_of_text(data: bytes, name: str) -> Kind:
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    if _WEB_PAGE.match(head):
        return Kind.WEB_PAGE
    if head.lstrip().startswith(b"<?xml"):
        return _kind_of_xml(head)
    if PurePath(name).suffix.lower() not in _PLAIN_NAMES and _WEB_FRAGMENT.match(head):
        return Kind.WEB_PAGE
    if _SAVED_MAIL.match(head) and b"boundary=" in data[: 4 * HEAD].lower():
        return Kind.WEB_ARCHIVE
    return Kind.PLAIN


def _kind_of_xml(head: bytes) -> Kind:
    """Word wrote one XML file in 2003; LibreOffice reads it. No other XML holds a document that we know."""
    if b"office/word/2003/wordml" in head:
        return Kind.OLD_WORD
    raise UnreadableDocument("file_unknown")


def _kind_of_zip(data: bytes) -> Kind:
    names = member_names(data)
    if any(name.startswith("word/") for name in names):
        return Kind.WORD
    if any(name.startswith("xl/") for name in names):
        return Kind.SHEETS
    if "OFD.xml" in names:
        raise UnreadableDocument("file_ofd")
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableDocument("file_slides")
    if "mimetype" in names and "content.xml" in names:
        return _kind_of_open_document(data)
    raise UnreadableDocument("file_archive")


def _kind_of_open_document(data: bytes) -> Kind:
    with _opened(data) as package, package.open("mimetype") as member:
        kind = member.read(100)
    if b"opendocument.spreadsheet" in kind:
        return Kind.SHEETS
    if b"opendocument.text" in kind:
        return Kind.OLD_WORD
    raise UnreadableDocument("file_slides")


def member_names(data: bytes) -> frozenset[str]:
    """The names in a zip's directory, which is read only when its own length says that it is of a sane size."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(data):
        raise UnreadableDocument("file_damaged")
    (directory_length,) = struct.unpack_from("<I", data, end + 12)
    if directory_length > _LONGEST_DIRECTORY:
        raise UnreadableDocument("file_bomb")
    with _opened(data) as package:
        return frozenset(package.namelist())


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield package
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, struct.error) as error:
        raise UnreadableDocument("file_damaged") from error


def _kind_of_ole(data: bytes) -> Kind:
    """Old office files are small file systems; the names of their streams say what they are."""
    if has_stream(data, "EncryptedPackage"):
        raise UnreadableDocument("file_locked")
    if has_stream(data, "WordDocument"):
        if _is_locked_word(data):
            raise UnreadableDocument("file_locked")
        return Kind.OLD_WORD
    if has_stream(data, "Workbook") or has_stream(data, "Book"):
        return Kind.SHEETS
    if has_stream(data, "PowerPoint Document"):
        raise UnreadableDocument("file_slides")
    raise UnreadableDocument("file_unknown")


def has_stream(data: bytes, name: str) -> bool:
    """Whether a directory entry of an old office file (128 bytes, aligned, the name first) bears ``name``."""
    entry = (name + "\0").encode("utf-16-le")
    return any(data.startswith(entry, at) for at in range(0, len(data), 128))


def _is_locked_word(data: bytes) -> bool:
    """Word's file information block starts a sector with 0xA5EC; bit 8 of its flags at byte 10 means encrypted."""
    starts = (at for at in range(512, len(data) - 12, 512) if data.startswith(b"\xec\xa5", at))
    return any(data[at + 11] & 0x01 for at in starts)
