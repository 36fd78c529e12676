"""What a file is by its bytes, and which files are no evidence; here nothing is parsed or unpacked.

A file that is two things at once (a photo with an archive behind it, a PDF behind a web page) is refused: whoever opens
it elsewhere would open something else than what was looked at here.
"""

import re
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.core.files import File

from wenming.reading.files.kinds import OLE_MAGIC, ZIP_MAGIC, Kind, has_stream, kind_of, member_names
from wenming.reading.files.unpacking import refuse_bomb
from wenming.reading.model import UnreadableDocument
from wenming.work.evidence import boxes
from wenming.work.models import EvidenceKind

JPEG, PNG, PDF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-"
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
VIDEO_BRANDS = frozenset(
    {
        b"isom",
        b"iso2",
        b"iso3",
        b"iso4",
        b"iso5",
        b"iso6",
        b"mp41",
        b"mp42",
        b"avc1",
        b"qt  ",
        b"M4V ",
        b"M4VH",
        b"MSNV",
    }
    | {b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"dash", b"mp71", b"XAVC"}
)
_HEAD, _TAIL = 4096, 66_000  # bytes; the end of a zip stands within the last 65,557
_ZIP_END = b"PK\x05\x06\0\0\0\0"
_ARCHIVES_BEHIND = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_OTHER_PICTURES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|script|svg|iframe|\?php)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<[?!a-z]", re.IGNORECASE)
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("xl/macrosheets/", "word/activex/", "xl/activex/")
_MACRO_STREAMS = ("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros")
# What the reader of documents calls it, and what it is called here.
_CODES = {
    "file_empty": "empty",
    "file_archive": "archive",
    "file_bomb": "bomb",
    "file_damaged": "damaged",
    "file_locked": "locked",
    "file_picture": "picture",
}


class Refused(ValueError):
    """The file is no evidence; ``code`` names the sentence in ``words.REFUSALS``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Ends:
    head: bytes
    tail: bytes
    size: int


def kind_of_file(file: File[bytes]) -> EvidenceKind:
    """What the file is, whatever its name says; raises Refused. Afterwards the file stands at its beginning."""
    try:
        return _kind(file, _ends(file))
    except UnreadableDocument as error:
        raise Refused(_CODES.get(error.code, "unknown")) from error
    finally:
        file.seek(0)


def largest(kind: EvidenceKind) -> int:
    """How many bytes a file of that kind may have."""
    most: int = settings.VIDEO_BYTES if kind == EvidenceKind.VIDEO else settings.DOCUMENT_BYTES
    return most


def _ends(file: File[bytes]) -> _Ends:
    size = file.size
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    file.seek(0)
    return _Ends(head, tail, size)


def _kind(file: File[bytes], ends: _Ends) -> EvidenceKind:
    if not ends.size or not ends.head.strip(b"\0 \t\r\n"):
        raise Refused("empty")
    if boxes.brand(ends.head) in VIDEO_BRANDS:
        return _video(file, ends)
    if ends.size > largest(EvidenceKind.PHOTO):
        raise Refused("too_large")
    if _is_photo(ends.head):
        return _single(ends, EvidenceKind.PHOTO)
    if ends.head.startswith(PDF):
        return _single(ends, EvidenceKind.PDF)
    return _document(file, ends)


def _is_photo(head: bytes) -> bool:
    return head.startswith((JPEG, PNG)) or boxes.brand(head) in HEIC_BRANDS


def _video(file: IO[bytes] | File[bytes], ends: _Ends) -> EvidenceKind:
    if ends.size > largest(EvidenceKind.VIDEO):
        raise Refused("video_too_large")
    _single(ends, EvidenceKind.VIDEO)
    if not boxes.is_whole(file, ends.size):
        raise Refused("video_cut")
    return EvidenceKind.VIDEO


def _single(ends: _Ends, kind: EvidenceKind) -> EvidenceKind:
    """The kind; raises Refused where the file is something else as well."""
    is_paper_too = kind != EvidenceKind.PDF and PDF in ends.head[:1024]
    is_page_too = _PAGE.search(ends.head) is not None
    is_archive_too = _ZIP_END in ends.tail or any(mark in ends.tail for mark in _ARCHIVES_BEHIND)
    if is_paper_too or is_page_too or is_archive_too:
        raise Refused("two_kinds")
    return kind


def _document(file: File[bytes], ends: _Ends) -> EvidenceKind:
    _refuse_by_head(ends.head)
    if not ends.head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        raise Refused("two_kinds" if PDF in ends.head[:1024] else "unknown")
    data = file.read()
    kind = kind_of(data, "")
    _refuse_macros(data)
    if kind in {Kind.WORD, Kind.OLD_WORD}:
        return EvidenceKind.WORD
    return EvidenceKind.EXCEL


def _refuse_by_head(head: bytes) -> None:
    if head.startswith(_OTHER_PICTURES):
        raise Refused("picture")
    if head.startswith(_PROGRAMS):
        raise Refused("program")
    if _XML.match(head) or _PAGE.search(head[:1024]):
        raise Refused("page")


def _refuse_macros(data: bytes) -> None:
    """Programs inside a document; also a zip that unpacks to too much."""
    if data.startswith(OLE_MAGIC):
        has_macros = any(has_stream(data, name) for name in _MACRO_STREAMS)
    else:
        refuse_bomb(data)
        names = [name.lower() for name in member_names(data)]
        has_macros = any(name.endswith(_MACRO_PARTS) or name.startswith(_MACRO_FOLDERS) for name in names)
    if has_macros:
        raise Refused("macros")
