import pytest

from tests.reading.files.making import compound, doc, package
from wenming.reading.files.fence import LONGEST_TEXT
from wenming.reading.files.old_word import SOUND, check_old_word
from wenming.reading.model import UnreadableDocument

RICH = rb"{\rtf1\ansi {\b a}\par \{\{ b\par}"
KIND = "application/vnd.oasis.opendocument.text"
SPACES = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'


def odt(content: str, **parts: str) -> bytes:
    return package(
        {"mimetype": KIND, "content.xml": content, **{f"META-INF/{name}.xml": parts[name] for name in parts}}
    )


GOOD = [
    pytest.param(doc(), id="Word 97"),
    pytest.param(doc(version=104), id="Word 95"),
    pytest.param(RICH, id="rich text"),
    pytest.param(RICH[:-1] + rb"{\b a}" * 50_000 + b"}", id="rich text of many groups"),
    pytest.param(rb"{\rtf1 " + rb"\{" * 5000 + b"}", id="braces that are text"),
    pytest.param(odt(f"<o:document-content {SPACES}><o:p>a</o:p></o:document-content>"), id="OpenDocument"),
    pytest.param(b"<?xml version='1.0'?><w/>", id="XML of Word 2003"),
]


@pytest.mark.parametrize("data", GOOD)
def test_what_may_be_read_passes(data: bytes) -> None:
    assert check_old_word(data) == SOUND


BAD = [
    pytest.param(doc()[:3000], "file_damaged", id="cut off"),
    pytest.param(doc()[:8] + b"\xa7" * 5000, "file_damaged", id="noise behind the magic bytes"),
    pytest.param(doc(at=99_999), "file_damaged", id="a table beyond its stream"),
    pytest.param(doc(table=b""), "file_damaged", id="no list of the text"),
    pytest.param(doc(flags=0), "file_damaged", id="the other table, which is not there"),
    pytest.param(doc(flags=0x0300), "file_locked", id="encrypted"),
    pytest.param(compound(Other=b"x"), "file_unknown", id="no document inside"),
    pytest.param(rb"{\rtf1 " + b"{" * 1_000_000, "file_damaged", id="groups in groups"),
    pytest.param(rb"{\rtf1 " + rb"\par" * 200_000, "file_huge", id="paragraphs without end"),
    pytest.param(rb"{\rtf1 " + rb"a\cell " * 200_000, "file_huge", id="cells without end"),
    pytest.param(odt("<x>"), "file_damaged", id="malformed"),
    pytest.param(odt("<x/>"), "file_empty", id="without text"),
    pytest.param(package({"mimetype": KIND}), "file_damaged", id="without its content"),
    pytest.param(odt("<!DOCTYPE x [<!ENTITY e 'ha'>]><x>&e;</x>"), "file_entities", id="entities"),
    pytest.param(odt("0" * 80_000_000), "file_bomb", id="bomb"),
    pytest.param(odt("noise", manifest="<m><encryption-data/></m>"), "file_locked", id="encrypted OpenDocument"),
    pytest.param(b"<?xml version='1.0'?><w>", "file_damaged", id="XML cut off"),
]


@pytest.mark.parametrize(("data", "code"), BAD)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        check_old_word(data)


def test_more_text_than_any_document_has() -> None:
    data = bytearray(doc())
    block = data.index(b"\xec\xa5")
    data[block + 0x4C : block + 0x50] = (LONGEST_TEXT + 1).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument, match="file_huge"):
        check_old_word(bytes(data))
