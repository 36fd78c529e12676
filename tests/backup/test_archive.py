"""The file of a backup has its name only when it is whole."""

import fcntl
import os
import stat
from io import BytesIO
from pathlib import Path

import pytest

from wenming.backup import archive
from wenming.backup.archive import Written, finding_damage, measured, members, new_file, remove_leftovers, writing


def test_members_come_back_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    with new_file(path) as file, writing(file) as writer:
        writer.add("one", BytesIO(b"1" * 100_000), 100_000)
        written = writer.add_lines("two", iter([b"a\n", b"b\n"]), tmp_path)
    assert written.lines == 2
    assert [(one.name, len(one.source.read())) for one in members(path)] == [("one", 100_000), ("two", 4)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_it_has_no_name_before_it_is_whole_and_leaves_nothing_when_it_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    with pytest.raises(RuntimeError), new_file(path) as file:
        file.write(b"x")
        assert not path.exists()
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_is_shorter_than_it_said_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unexpected end"), new_file(tmp_path / "a") as file, writing(file) as writer:
        writer.add("one", BytesIO(b"1"), 100)
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_killed_backups_go_and_those_at_work_stay(tmp_path: Path) -> None:
    dead, fresh, busy = (tmp_path / f".wenming-{name}.part" for name in ("dead", "fresh", "busy"))
    for path in (dead, fresh, busy):
        path.write_bytes(b"x")
    for path in (dead, busy):
        os.utime(path, (0, 0))
    with busy.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert remove_leftovers(tmp_path) == 1
    assert sorted(tmp_path.iterdir()) == [busy, fresh]


def test_what_is_read_is_measured() -> None:
    data = b"a\nb\n"
    assert measured(BytesIO(data)) == Written(4, "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2", 2)


def test_errors_of_the_readers_are_damage() -> None:
    with pytest.raises(archive.Damaged), finding_damage():
        raise EOFError
