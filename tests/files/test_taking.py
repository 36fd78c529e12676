"""What a file is by its bytes, before it is kept."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile

from wenming.files.taking import NotWhatItSays, look_into
from wenming.reading.files.kinds import Kind
from wenming.reading.model import UnreadableDocument


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(f"word/{name}.xml", content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("方案.docx", zipped(document=b"<a/>"), Kind.WORD),
        ("方案.pdf", b"%PDF-1.7", Kind.PDF),
        ("方案.txt", "方案".encode("utf-16"), Kind.PLAIN),
        ("方案.TXT", "方案".encode("gb18030"), Kind.PLAIN),
        ("方案.doc", b"<html><body>", Kind.WEB_PAGE),
    ],
)
def test_what_is_kept(name: str, content: bytes, kind: Kind) -> None:
    file = ContentFile(content)
    assert look_into(file, name) is kind
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("方案.docx", b"text"), ("方案.pdf", b"MZ\x90\0"), ("方案.txt", b"\x7fELF\0"), ("方案", b"text")],
)
def test_what_is_not_what_it_says(name: str, content: bytes) -> None:
    with pytest.raises(NotWhatItSays):
        look_into(ContentFile(content), name)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Rar!\x1a\x07", "file_archive"),
        (b"\x89PNG\r\n", "file_picture"),
        (zipped(document=bytes(70_000_000)), "file_bomb"),
        (zipped(document=b"<a/>")[:60], "file_damaged"),
        (b"  ", "file_empty"),
    ],
    ids=["archive", "picture", "bomb", "cut off", "empty"],
)
def test_what_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        look_into(ContentFile(content), "方案.docx")
    assert caught.value.code == code
