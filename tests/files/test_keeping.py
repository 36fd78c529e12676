"""Keeping content, and removing it: only when no row names it."""

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from tests.plans.making import make_area, make_person
from wenming.files.content import NotItsContent, sha256_of
from wenming.files.disk import PARTS
from wenming.files.keeping import forget, forget_later, keep, sweep
from wenming.files.naming import content_name
from wenming.files.storage import ContentStorage
from wenming.plans.models import Plan, PlanVersion

NOW = datetime.now(UTC)
TOMORROW = NOW + timedelta(days=1, minutes=10)


def kept(content: bytes) -> str:
    file = ContentFile(content)
    return keep("plans", file, sha256=sha256_of(file))


def named(name: str) -> PlanVersion:
    """A row that names the content."""
    person = make_person()
    plan = Plan.objects.create(title="方案", area=make_area(), created_by=person, created_at=NOW)
    return PlanVersion.objects.create(
        plan=plan, number=1, document=name, uploaded_by=person, uploaded_at=NOW, handled_by=person
    )


@pytest.fixture(autouse=True)
def empty_store(settings: Settings, tmp_path: Path) -> None:
    """A store of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.mark.django_db
class TestKeep:
    def test_the_same_content_is_kept_once(self) -> None:
        assert kept(b"a") == kept(b"a") == content_name("plans", sha256_of(ContentFile(b"a")))
        assert len(everything()) == 1

    def test_other_content_than_was_said_is_refused(self) -> None:
        with pytest.raises(NotItsContent):
            keep("plans", ContentFile(b"a"), sha256=sha256_of(ContentFile(b"b")))
        assert everything() == set()


@pytest.mark.django_db(transaction=True)
def test_only_within_a_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        kept(b"a")


@pytest.mark.django_db
class TestForget:
    def test_what_no_row_names(self) -> None:
        assert forget(kept(b"a"))
        assert everything() == set()

    def test_not_what_a_row_names(self) -> None:
        name = kept(b"a")
        named(name)
        assert not forget(name)
        assert everything() == {name}

    def test_nothing_has_no_name(self) -> None:
        assert not forget("")

    def test_later_is_after_the_transaction(
        self, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        name = kept(b"a")
        version = named(name)
        with django_capture_on_commit_callbacks(execute=True):
            forget_later(name)
            version.delete()
        assert everything() == set()


@pytest.mark.django_db
class TestSweep:
    def test_orphans_go_after_a_day(self) -> None:
        name, orphan = kept(b"named"), kept(b"orphan")
        named(name)
        assert (sweep(NOW), everything()) == (0, {name, orphan})
        assert (sweep(TOMORROW), everything()) == (1, {name})

    def test_not_what_was_put_there_again(self) -> None:
        name = kept(b"a")
        old = (NOW - timedelta(days=3)).timestamp()
        os.utime(default_storage.path(name), (old, old))
        kept(b"a")
        assert sweep(NOW) == 0

    def test_not_what_others_put_there(self, tmp_path: Path) -> None:
        kept(b"a")
        for name in ("wenming-2026-03-05-0300.tar.gz", "lost+found/readme", "plans/ab/short"):
            (tmp_path / "files" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "files" / name).write_bytes(b"of somebody else")
        assert (sweep(TOMORROW), len(everything())) == (1, 3)

    def test_what_a_writer_left(self, tmp_path: Path) -> None:
        kept(b"a")
        (tmp_path / "files" / PARTS / "left").write_bytes(b"half")
        assert sweep(NOW) == 0
        assert sweep(TOMORROW) == 2


@pytest.mark.django_db(transaction=True)
def test_who_removes_waits_for_who_keeps() -> None:
    """An orphan, kept again by somebody whose row nobody sees yet, is not taken away from under that row."""
    with transaction.atomic():
        name = kept(b"both at once")
    is_kept, waits = Event(), Event()
    removed: list[bool] = []

    def keep_slowly() -> None:
        with closing(connection), transaction.atomic():
            kept(b"both at once")
            is_kept.set()
            waits.wait(1)  # longer than removing takes
            named(name)

    def remove() -> None:
        with closing(connection):
            is_kept.wait(10)
            removed.append(forget(name))
            waits.set()

    threads = [Thread(target=keep_slowly), Thread(target=remove)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert removed == [False]
    assert everything() == {name}


def everything() -> set[str]:
    """The names of all that is kept."""
    assert isinstance(default_storage, ContentStorage)
    return {name for name, _ in default_storage.kept()}
