"""A pack of one's own, or one that comes with the program."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.frameworks.making import PACK
from wenming.frameworks.imports.forms import MOST_BYTES, BringForm
from wenming.frameworks.models import Framework

pytestmark = pytest.mark.django_db


def form(content: bytes | None = None, **given: str) -> BringForm:
    """What somebody sends."""
    files = {} if content is None else {"file": SimpleUploadedFile("体系.yaml", content)}
    return BringForm(given, files, frameworks=Framework.objects.all())


def test_a_pack_is_read() -> None:
    sent = form(PACK.encode())
    assert sent.is_valid()
    assert sent.pack is not None
    assert sent.pack.root.title == "县城文明程度测评体系"


def test_one_that_comes_with_the_program() -> None:
    sent = form(shipped="minors-2017")
    assert sent.is_valid()
    assert sent.pack is not None
    assert not form(shipped="../pack").is_valid()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "请先选择"),
        (PACK.encode("gbk", "replace"), "UTF-8"),
        (PACK.replace("points: 2.5", "points: 两分").encode(), "第12行"),
        (b"items: [", "YAML"),
        (b'items: [{code: "a\\0"}]', "YAML"),
        (b'items: [{code: "a\\ud800"}]', "YAML"),
        (b"a" * (MOST_BYTES + 1), "4 MB"),
        (b"items: []", "code"),
        (b"\xff\xfe\x00\x01", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(content: bytes | None, words: str) -> None:
    sent = form(content)
    assert not sent.is_valid()
    assert words in "".join(map(str, sent.errors["file"]))
    assert sent.pack is None
