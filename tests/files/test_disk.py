"""The store on a disk: what the contract of all stores does not say."""

import hashlib
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile

from wenming.files.content import Damaged
from wenming.files.disk import PARTS, DiskStorage
from wenming.files.naming import content_name

CONTENT = "创建文明城市工作方案".encode()
NAME = content_name("plans", hashlib.sha256(CONTENT).hexdigest())


@pytest.fixture
def store(tmp_path: Path) -> DiskStorage:
    return DiskStorage(location=tmp_path / "files")


def keep(store: DiskStorage, content: bytes = CONTENT) -> Path:
    name = content_name("plans", hashlib.sha256(content).hexdigest())
    return Path(store.path(store.save(name, ContentFile(content))))


def test_nobody_else_can_read_it(store: DiskStorage) -> None:
    before = os.umask(0)
    try:
        path = keep(store)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", [f"../{'ab' * 32}", f"/etc/{'ab' * 32}"])
def test_no_name_leads_out_of_the_store(store: DiskStorage, name: str) -> None:
    with pytest.raises(SuspiciousFileOperation):
        store.save(name, ContentFile(b"a"))


def test_what_is_damaged_is_not_read_and_the_log_says_so(store: DiskStorage, caplog: pytest.LogCaptureFixture) -> None:
    keep(store).write_bytes(b"another plan")
    with pytest.raises(Damaged):
        store.open(NAME)
    assert [NAME in record.getMessage() for record in caplog.records] == [True]


def test_keeping_it_again_mends_it(store: DiskStorage) -> None:
    path = keep(store)
    path.write_bytes(CONTENT[:5])
    keep(store)
    assert path.read_bytes() == CONTENT


def test_what_is_whole_is_not_written_again(store: DiskStorage) -> None:
    path = keep(store)
    os.utime(path, (0, 0))
    inode = path.stat().st_ino
    keep(store)
    assert path.stat().st_ino == inode
    assert path.stat().st_mtime > 0


SLOW_WRITER = """
import hashlib, sys, time, django_tasks
from django.conf import settings
settings.configure()
from django.core.files.base import ContentFile
from wenming.files.disk import DiskStorage

class Slow(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"half of it"
        print("half", flush=True)
        time.sleep(60)

sha256 = hashlib.sha256(b"half of it and the rest").hexdigest()
DiskStorage(location=sys.argv[1]).save("plans/aa/" + sha256, Slow(b""))
"""


def test_a_writer_that_is_killed_leaves_nothing_under_the_name(store: DiskStorage, tmp_path: Path) -> None:
    given = [sys.executable, "-c", SLOW_WRITER, str(tmp_path / "files")]
    with subprocess.Popen(given, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"half\n"
        writer.send_signal(signal.SIGKILL)
    assert list(store.kept()) == []
    parts = list((tmp_path / "files" / PARTS).iterdir())
    assert [part.read_bytes() for part in parts] in ([b""], [b"half of it"])
    now = datetime.now(UTC)
    assert store.drop_parts(now - timedelta(hours=1)) == 0
    assert store.drop_parts(now + timedelta(hours=1)) == 1
    assert list((tmp_path / "files" / PARTS).iterdir()) == []


FULL_DISK = """
import hashlib, signal, resource, sys, django_tasks  # which lets Django's File have a type inside
from django.conf import settings
settings.configure()
from django.core.files.base import ContentFile
from wenming.files.disk import DiskStorage
from wenming.web.faults import fault_of

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
content = b"x" * 60_000
try:
    DiskStorage(location=sys.argv[1]).save("plans/aa/" + hashlib.sha256(content).hexdigest(), ContentFile(content))
except OSError as error:
    print(fault_of(error))
"""


def test_a_disk_without_room_leaves_nothing(store: DiskStorage, tmp_path: Path) -> None:
    given = [sys.executable, "-c", FULL_DISK, str(tmp_path / "files")]
    done = subprocess.run(given, capture_output=True, text=True, check=True)
    assert done.stdout == "full\n"
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []
