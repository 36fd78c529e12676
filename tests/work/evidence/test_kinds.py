"""What a file is by its bytes, and what is no evidence."""

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from tests.work.evidence import files
from tests.work.evidence.files import box
from wenming.work.evidence.kinds import Refused, kind_of_file
from wenming.work.models import EvidenceKind

JPEG, WORD, VIDEO = files.photo(), files.word(), files.video()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        kind_of_file(ContentFile(data, name="照片.jpg"))
    return error.value.code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(JPEG, EvidenceKind.PHOTO, id="jpeg"),
        pytest.param(files.photo(kind="PNG"), EvidenceKind.PHOTO, id="png"),
        pytest.param(files.photo(kind="HEIF"), EvidenceKind.PHOTO, id="heic"),
        pytest.param(JPEG + b"\0" * 9000, EvidenceKind.PHOTO, id="a phone writes behind its photos"),
        pytest.param(VIDEO, EvidenceKind.VIDEO, id="mp4"),
        pytest.param(files.video(brand=b"qt  "), EvidenceKind.VIDEO, id="mov"),
        pytest.param(files.pdf(), EvidenceKind.PDF, id="pdf"),
        pytest.param(WORD, EvidenceKind.WORD, id="docx"),
        pytest.param(files.excel(), EvidenceKind.EXCEL, id="xlsx"),
        pytest.param(files.old_office("WordDocument"), EvidenceKind.WORD, id="doc and wps"),
        pytest.param(files.old_office("Workbook"), EvidenceKind.EXCEL, id="xls and et"),
    ],
)
def test_what_is_taken(data: bytes, kind: EvidenceKind) -> None:
    file = ContentFile(data, name="随便什么.txt")
    assert (kind_of_file(file), file.tell()) == (kind, 0)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\0" * 5000, "empty", id="only zeros"),
        pytest.param(SVG, "page", id="svg"),
        pytest.param(b"<?xml version='1.0'?>" + SVG, "page", id="svg as xml"),
        pytest.param(b"\xef\xbb\xbf<!DOCTYPE html><p>", "page", id="page"),
        pytest.param(b"MZ" + bytes(300), "program", id="exe"),
        pytest.param(b"\x7fELF" + bytes(300), "program", id="elf"),
        pytest.param(b"#!/bin/sh\nls\n", "program", id="script"),
        pytest.param(files.office("a.txt"), "archive", id="zip"),
        pytest.param(b"Rar!\x1a\x07\x00" + bytes(300), "unknown", id="rar"),
        pytest.param(files.saved(files.scene(), "GIF"), "picture", id="gif"),
        pytest.param(files.saved(files.scene(), "WEBP"), "picture", id="webp"),
        pytest.param(files.saved(files.scene(), "TIFF"), "picture", id="tiff"),
        pytest.param(files.word("word/vbaProject.bin"), "macros", id="docm"),
        pytest.param(files.excel("xl/macrosheets/sheet1.xml"), "macros", id="macros of Excel 4"),
        pytest.param(files.old_office("WordDocument", "Macros"), "macros", id="doc with macros"),
        pytest.param(files.old_office("Workbook", "_VBA_PROJECT_CUR"), "macros", id="xls with macros"),
        pytest.param(files.old_office("WordDocument", "EncryptedPackage"), "locked", id="locked"),
        pytest.param(files.old_office("PowerPoint Document"), "unknown", id="ppt"),
        pytest.param(files.office("ppt/presentation.xml"), "unknown", id="pptx"),
        pytest.param(files.office("word/document.xml", content=bytes(70_000_000)), "bomb", id="zip bomb"),
        pytest.param(WORD[:-30], "damaged", id="cut zip"),
        pytest.param(JPEG + WORD, "two_kinds", id="a zip behind a photo"),
        pytest.param(JPEG + b"7z\xbc\xaf\x27\x1c" + bytes(99), "two_kinds", id="a 7z behind a photo"),
        pytest.param(JPEG[:20] + b"%PDF-1.7\n" + JPEG[20:], "two_kinds", id="a PDF in a photo"),
        pytest.param(JPEG[:20] + b"<script>alert(1)</script>" + JPEG[20:], "two_kinds", id="a script in a photo"),
        pytest.param(b"<html>" + files.pdf(), "page", id="a page before a PDF"),
        pytest.param(b"GARBAGE" + files.pdf(), "two_kinds", id="something before a PDF"),
        pytest.param(files.pdf() + WORD, "two_kinds", id="a zip behind a PDF"),
        pytest.param(VIDEO + WORD, "two_kinds", id="a zip behind a video"),
        pytest.param(VIDEO[:-100], "video_cut", id="a video that was cut off"),
        pytest.param(box(b"ftyp", b"isom\0\0\2\0isom") + box(b"mdat", b"x"), "video_cut", id="without description"),
        pytest.param("只是一段话".encode(), "unknown", id="text"),
        pytest.param(b"{\\rtf1 hello}", "unknown", id="rtf"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_sizes(settings: Settings) -> None:
    settings.DOCUMENT_BYTES, settings.VIDEO_BYTES = 100, 300
    assert refused(JPEG) == "too_large"
    assert kind_of_file(ContentFile(files.video(film=b"x" * 20))) == EvidenceKind.VIDEO
    assert refused(files.video(film=b"x" * 300)) == "video_too_large"
