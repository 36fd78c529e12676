"""What every store promises, on a disk and on a real S3 server."""

import errno
import hashlib
import io
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from django.core.files import File
from django.core.files.base import ContentFile

from tests.files.s3_server import BUCKET, Server
from wenming.files.content import Damaged, NotItsContent
from wenming.files.disk import DiskStorage
from wenming.files.naming import content_name
from wenming.files.s3 import S3Storage
from wenming.files.storage import ContentStorage


class Place(Protocol):
    """A store, and a way past it."""

    store: ContentStorage

    def spoil(self, name: str, content: bytes) -> None:
        """Put other bytes under a name."""


class OnDisk:
    """A folder."""

    def __init__(self, folder: Path) -> None:
        self.store: ContentStorage = DiskStorage(location=folder)

    def spoil(self, name: str, content: bytes) -> None:
        """Put other bytes under a name."""
        Path(self.store.path(name)).write_bytes(content)


class OnS3:
    """A bucket."""

    def __init__(self, server: Server) -> None:
        self.store: ContentStorage = S3Storage(**server.options)
        self.client = server.client

    def spoil(self, name: str, content: bytes) -> None:
        """Put other bytes under a name."""
        self.client.put_object(Bucket=BUCKET, Key=name, Body=content)


@pytest.fixture(params=["disk", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return OnDisk(tmp_path) if request.param == "disk" else OnS3(request.getfixturevalue("server"))


@pytest.fixture
def store(place: Place) -> ContentStorage:
    """A store without anything in it."""
    for name, _ in place.store.kept():
        place.store.delete(name)
    return place.store


def named(content: bytes, folder: str = "plans") -> str:
    return content_name(folder, hashlib.sha256(content).hexdigest())


def keep(store: ContentStorage, content: bytes) -> str:
    return store.save(named(content), ContentFile(content))


def test_what_was_kept_is_read(store: ContentStorage) -> None:
    for content in (b"", b"a", "创建文明城市".encode() * 100_000):
        name = keep(store, content)
        assert name == named(content)
        with store.open(name) as file:
            assert file.read() == content
        assert (store.exists(name), store.size(name)) == (True, len(content))


def test_twice_is_once(store: ContentStorage) -> None:
    assert keep(store, b"a") == keep(store, b"a")
    assert [name for name, _ in store.kept()] == [named(b"a")]


def test_it_is_told_when_it_was_put_there(store: ContentStorage) -> None:
    name = keep(store, b"a")
    ((_, at),) = store.kept()
    assert abs(at - datetime.now(UTC)) < timedelta(minutes=5)
    assert abs(store.get_modified_time(name).astimezone(UTC) - at) < timedelta(seconds=2)


def test_only_its_own_content(store: ContentStorage) -> None:
    with pytest.raises(NotItsContent):
        store.save(named(b"a"), ContentFile(b"b"))
    assert list(store.kept()) == []


@pytest.mark.parametrize("name", ["方案.docx", "plans/aa/1.txt", f"plans/{'AB' * 32}"])
def test_no_name_from_outside(store: ContentStorage, name: str) -> None:
    with pytest.raises(NotItsContent):
        store.save(name, ContentFile(b"a"))
    assert list(store.kept()) == []


def test_what_is_damaged_is_not_read_and_is_mended(
    store: ContentStorage, place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    name = keep(store, b"a plan")
    place.spoil(name, b"no plan")
    with pytest.raises(Damaged):
        store.open(name)
    assert [name in record.getMessage() for record in caplog.records] == [True]
    keep(store, b"a plan")
    with store.open(name) as file:
        assert file.read() == b"a plan"


def test_what_is_not_there(store: ContentStorage) -> None:
    name = named(b"nothing")
    for ask in (store.open, store.size, store.get_modified_time):
        with pytest.raises(FileNotFoundError):
            ask(name)
    assert not store.exists(name)
    store.delete(name)


def test_it_is_only_read(store: ContentStorage) -> None:
    with pytest.raises(ValueError, match="wb"):
        store.open(keep(store, b"a"), "wb")


def test_folders(store: ContentStorage) -> None:
    for content, folder in ((b"a", "plans"), (b"b", "directory")):
        store.save(named(content, folder), ContentFile(content))
    assert {"plans", "directory"} <= set(store.listdir("")[0])
    assert store.listdir(named(b"a").rpartition("/")[0]) == ([], [hashlib.sha256(b"a").hexdigest()])


def test_many_write_the_same_at_once(store: ContentStorage) -> None:
    content = b"the same of all" * 20_000
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: keep(store, content), range(16))) == {named(content)}
    assert [name for name, _ in store.kept()] == [named(content)]
    with store.open(named(content)) as file:
        assert file.read() == content


class Failing(io.BytesIO):
    """Content that cannot be read beyond a third, once it was read ``whole`` times."""

    def __init__(self, content: bytes, *, whole: int) -> None:
        super().__init__(content)
        self.third, self.whole = len(content) // 3, whole

    def read(self, size: int | None = -1) -> bytes:
        """As it is, or no more."""
        if self.tell() > self.third and self.whole == 0:
            raise OSError(errno.EIO, "gone")
        read = super().read(size)
        self.whole -= self.tell() == len(self.getvalue()) and bool(read)
        return read


@pytest.mark.parametrize("whole", [0, 1, 2], ids=["comparing", "signing", "sending"])
def test_a_writer_that_fails_in_the_middle_leaves_nothing(store: ContentStorage, whole: int) -> None:
    content = bytes(3_000_000)
    file = Failing(content, whole=whole)
    if isinstance(store, DiskStorage) and whole:
        pytest.skip("a disk takes it in one go")
    with pytest.raises(OSError):
        store.save(named(content), File(file, name="a"))
    assert list(store.kept()) == []


LARGE = 50 << 20
FLAT = """
import json, os, resource, sys, tempfile, django_tasks
from django.conf import settings
settings.configure()
from django.core.files import File
from wenming.files.content import chunks_of, copied
from wenming.files.disk import DiskStorage
from wenming.files.s3 import S3Storage
kind, options, size, name = sys.argv[1], json.loads(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
store = {"disk": DiskStorage, "s3": S3Storage}[kind](**options)
store.exists(name)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with tempfile.TemporaryFile() as large:
    large.truncate(size)
    store.save(name, File(large))
with store.open(name) as file:
    sha256 = copied(chunks_of(file), None)
assert name.endswith(sha256)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("kind", ["disk", "s3"])
def test_a_large_file_takes_little_memory(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    options = {"location": str(tmp_path)} if kind == "disk" else request.getfixturevalue("server").options
    given = [kind, json.dumps(options), str(LARGE), named(bytes(LARGE))]
    done = subprocess.run([sys.executable, "-c", FLAT, *given], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 25_000  # kilobytes more than before
