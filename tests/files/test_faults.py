"""What people see when the store is away, or the disk full: one page, nothing half done, and it works again after."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.files.s3_server import Server
from tests.plans.making import make_area, make_person
from wenming.audit.models import Event
from wenming.files.storage import ContentStorage
from wenming.jobs.models import Job
from wenming.plans.models import Plan, PlanVersion

pytestmark = pytest.mark.django_db

IMPORT = "/plans/import/"


@pytest.fixture
def office() -> Client:
    make_area()
    client = Client(raise_request_exception=False)
    client.force_login(make_person())
    return client


def use(settings: Settings, **options: str) -> None:
    """Let the settings name the S3 server."""
    store = {"BACKEND": "wenming.files.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": store}


def document(content: bytes = b"x") -> dict[str, SimpleUploadedFile]:
    return {"documents": SimpleUploadedFile("方案.txt", content)}


def rows() -> list[int]:
    return [model.objects.count() for model in (Plan, PlanVersion, Job, Event)]


@pytest.mark.parametrize("wrong", [{"secret": "guessed"}, {"endpoint": "http://127.0.0.1:9"}], ids=["refused", "down"])
def test_a_store_that_is_away(office: Client, settings: Settings, server: Server, wrong: dict[str, str]) -> None:
    use(settings, **server.options)
    office.post(IMPORT, document(b"before"))
    version = PlanVersion.objects.get()
    before = rows()
    use(settings, **{**server.options, **wrong})
    for answer in (
        office.post(IMPORT, document(b"meanwhile")),
        office.get(reverse("plans:document", args=[version.pk])),
    ):
        assert (answer.status_code, "暂时连不上" in answer.text) == (503, True)
    assert rows() == before
    use(settings, **server.options)
    answer = office.get(reverse("plans:document", args=[version.pk]))
    assert answer.getvalue() == b"before"
    assert office.post(IMPORT, document(b"meanwhile")).status_code == 302


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of 64 kB; skips the test where one may not mount."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", folder], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk(office: Client, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "small"
    with small_disk(tmp_path / "small"):
        assert office.post(IMPORT, document(b"little")).status_code == 302
        before, kept = rows(), names()
        answer = office.post(IMPORT, document(b"x" * 200_000))
        assert (answer.status_code, "磁盘空间不够，没有保存" in answer.text) == (507, True)
        assert "系统管理员" in answer.text
        assert (rows(), names()) == (before, kept)
        parts = [path for path in (tmp_path / "small").rglob("*") if path.is_file()]
        assert len(parts) == len(kept)
        assert office.post(IMPORT, document(b"less")).status_code == 302


def names() -> set[str]:
    assert isinstance(default_storage, ContentStorage)
    return {name for name, _ in default_storage.kept()}
