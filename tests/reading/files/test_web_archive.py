import pytest

from wenming.reading.files.web_archive import read_web_archive
from wenming.reading.model import UnreadableDocument

HEAD = b'From: <saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
PART = b"--b\nContent-Type: %s\nContent-Transfer-Encoding: %s\n\n%s\n"


@pytest.mark.parametrize(
    ("packing", "content"),
    [
        (b"8bit", "<html><p>一、总体要求</p>".encode()),
        (b"quoted-printable", b"<html><meta charset=3Dgb2312><p>=D2=BB=A1=A2=\n=D7=DC=CC=E5=D2=AA=C7=F3</p>"),
        (b"base64", b"PGh0bWw+PHA+5LiA44CB5oC75L2T6KaB5rGCPC9wPg=="),
    ],
)
def test_the_page_inside(packing: bytes, content: bytes) -> None:
    picture = PART % (b"image/png", b"base64", b"iVBORw0KGgo=")
    assert read_web_archive(HEAD + picture + PART % (b"text/html", packing, content) + b"--b--\n") == "一、总体要求"


@pytest.mark.parametrize("data", [HEAD, HEAD + PART % (b"text/css", b"8bit", b"p{}"), b""])
def test_archives_without_a_page(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        read_web_archive(data)
