import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.files.making import docx, ole, package, paragraph, pdf_of_pages
from wenming.reading.files.kinds import Kind, kind_of, member_names
from wenming.reading.model import UnreadableDocument

ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ODT = b"application/vnd.oasis.opendocument.text"
ODP = b"application/vnd.oasis.opendocument.presentation"
WORD_2003 = b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
MAIL = b"From: <saved>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n"
MAIL += b"Content-Type: multipart/related;\r\n boundary=b\r\n\r\n"


def open_document(kind: bytes) -> bytes:
    return package({"mimetype": kind, "content.xml": b"<x/>"}, packed=False)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(docx(paragraph("甲")), "a.docx", Kind.WORD, id="docx"),
        pytest.param(docx(paragraph("甲")), "a.txt", Kind.WORD, id="docx named txt"),
        pytest.param(package({"xl/workbook.xml": "<x/>"}), "a.docx", Kind.SHEETS, id="xlsx named docx"),
        pytest.param(open_document(ODS), "a.ods", Kind.SHEETS, id="ods"),
        pytest.param(open_document(ODT), "a.odt", Kind.OLD_WORD, id="odt"),
        pytest.param(pdf_of_pages([b""]), "a.doc", Kind.PDF, id="pdf named doc"),
        pytest.param(b"\xef\xbb\xbf\n%PDF-1.4", "a.pdf", Kind.PDF, id="pdf after a mark"),
        pytest.param(ole("Root Entry", "WordDocument"), "a.wps", Kind.OLD_WORD, id="doc"),
        pytest.param(ole("Workbook"), "a.et", Kind.SHEETS, id="xls"),
        pytest.param(ole("Book"), "a.xls", Kind.SHEETS, id="older xls"),
        pytest.param(b"{\\rtf1 x}", "a.doc", Kind.OLD_WORD, id="rtf named doc"),
        pytest.param(b"<!DOCTYPE html><p>", "a.doc", Kind.WEB_PAGE, id="page named doc"),
        pytest.param(b"<!-- saved from x --><!-- y -->\n<HTML>", "a.txt", Kind.WEB_PAGE, id="page after comments"),
        pytest.param(b'<?xml version="1.0"?>\n<html>', "a.html", Kind.WEB_PAGE, id="xhtml"),
        pytest.param("<html>".encode("utf-16"), "a.html", Kind.WEB_PAGE, id="page in utf-16"),
        pytest.param(b"<div>x</div>", "a.html", Kind.WEB_PAGE, id="part of a page"),
        pytest.param(b"<div>x</div>", "a.md", Kind.PLAIN, id="markdown with tags"),
        pytest.param(b"<table><tr>", "a.xls", Kind.WEB_PAGE, id="table named xls"),
        pytest.param(WORD_2003, "a.doc", Kind.OLD_WORD, id="Word of 2003 as XML"),
        pytest.param(b"no tags", "a.html", Kind.PLAIN, id="text named html"),
        pytest.param(MAIL, "a.mht", Kind.WEB_ARCHIVE, id="mht"),
        pytest.param("通知：各单位".encode(), "a.mht", Kind.PLAIN, id="text named mht"),
        pytest.param("一、目标".encode(), "a.docx", Kind.PLAIN, id="text named docx"),
    ],
)
def test_told_by_content(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\t\0", "file_empty"),
        (package({}), "file_archive"),
        (package({"方案.docx": docx("")}), "file_archive"),
        (b"Rar!\x1a\x07\x00", "file_archive"),
        (b"7z\xbc\xaf\x27\x1c", "file_archive"),
        (b"\x89PNG\r\n\x1a\n", "file_picture"),
        (b"\xff\xd8\xff\xe0", "file_picture"),
        (b"RIFF\0\0\0\0WEBP", "file_picture"),
        (b"\0\0\0\x18ftypheic", "file_picture"),
        (package({"ppt/presentation.xml": "<x/>"}), "file_slides"),
        (open_document(ODP), "file_slides"),
        (ole("PowerPoint Document"), "file_slides"),
        (package({"OFD.xml": "<x/>"}), "file_ofd"),
        (ole("EncryptedPackage", "EncryptionInfo"), "file_locked"),
        (ole("WordDocument", content=b"\xec\xa5" + b"\0" * 9 + b"\x01"), "file_locked"),
        (ole("Root Entry"), "file_unknown"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "file_unknown"),
        (docx(paragraph("甲"))[:-30], "file_damaged"),
        (b"PK\x03\x04", "file_damaged"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        kind_of(data, "a.docx")


def test_a_directory_of_names_without_end() -> None:
    with pytest.raises(UnreadableDocument, match="file_bomb"):
        member_names(package({f"member-{number}": b"" for number in range(20_000)}))


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"<!--", b"MIME-Version:", ole("x")[:600]])
)
def test_any_bytes_are_told_or_refused(data: bytes, start: bytes) -> None:
    try:
        assert kind_of(start + data, "a.html") in Kind
    except UnreadableDocument as refusal:
        assert refusal.code.startswith("file_")
