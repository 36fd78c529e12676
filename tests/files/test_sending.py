"""Downloads, and that there is no other way to what is stored."""

import hashlib
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.test import Client, RequestFactory
from pytest_django import Settings

from tests.plans.making import make_person
from wenming.files.naming import content_name
from wenming.files.sending import download, picture

pytestmark = pytest.mark.django_db  # an answer that ends closes the database

CONTENT = b"<script>alert(1)</script>"
NAME = content_name("plans", hashlib.sha256(CONTENT).hexdigest())


@pytest.fixture(autouse=True)
def stored(settings: Settings, tmp_path: Path) -> None:
    """One file in a store of the test's own."""
    settings.MEDIA_ROOT = tmp_path
    default_storage.save(NAME, ContentFile(CONTENT))


def sent(name: str) -> FileResponse:
    answer = download(RequestFactory().get("/"), NAME, name)
    assert isinstance(answer, FileResponse)
    return answer


def test_what_was_never_stored() -> None:
    with pytest.raises(Http404):
        download(RequestFactory().get("/"), "", "方案.docx")
    with pytest.raises(Http404):
        picture("")


def test_a_picture_may_be_kept_under_its_own_hash_only() -> None:
    for wanted, is_kept in (("", False), ("0" * 64, False), (NAME.rpartition("/")[2], True)):
        with closing(picture(NAME, wanted=wanted)) as answer:
            assert ("immutable" in answer.headers.get("Cache-Control", "")) == is_kept
            assert answer.headers["Content-Type"] == "image/webp"
            assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("name", ["方案.html", "图.svg", "方案.docx"])
def test_it_is_saved_never_shown(name: str) -> None:
    with closing(sent(name)) as answer:
        assert answer.getvalue() == CONTENT
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(name)}"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Content-Length"] == str(len(CONTENT))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.txt", 'attachment; filename="plan.txt"'),
        ('a"b\\c.txt', 'attachment; filename="c.txt"'),
        ("a\u202etxt.exe", 'attachment; filename="atxt.exe"'),
        ("a\r\nX-Other: 1.txt", 'attachment; filename="a X-Other: 1.txt"'),
    ],
)
def test_a_name_cannot_deceive(name: str, said: str) -> None:
    with closing(sent(name)) as answer:
        assert answer["Content-Disposition"] == said


def test_what_has_gone() -> None:
    default_storage.delete(NAME)
    with pytest.raises(Http404):
        download(RequestFactory().get("/"), NAME, "a")


def test_what_is_damaged_is_not_sent(client: Client) -> None:
    Path(default_storage.path(NAME)).write_bytes(b"other")
    answer = download(client.get("/sign-in/").wsgi_request, NAME, "方案.docx")
    assert answer.status_code == 500
    assert "方案.docx”和当初上传的不一样了" in answer.getvalue().decode()


@pytest.mark.parametrize(
    "prefix", ["/", "/media/", "/files/", "/static/", "/static/../files/", "/static/%2e%2e/files/"]
)
def test_no_address_leads_to_the_store(prefix: str) -> None:
    client = Client()
    client.force_login(make_person())
    assert client.get(prefix + NAME).status_code == 404
    assert settings.MEDIA_URL in {"", "/"}
    assert not Path(settings.MEDIA_ROOT).is_relative_to(settings.STATIC_ROOT)
