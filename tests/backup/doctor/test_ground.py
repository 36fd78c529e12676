"""Folders, disks, clocks and stores that are wrong."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.accounts.making import NOON
from tests.audit.making import tell
from wenming.backup.doctor import ground
from wenming.backup.doctor.verdicts import Grade


def test_a_folder_that_others_see(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    tmp_path.chmod(0o755)
    assert (ground.data_folder(NOON).grade, "chmod 700" in ground.data_folder(NOON).text) == (Grade.MEND, True)
    tmp_path.chmod(0o700)
    assert ground.data_folder(NOON).grade == Grade.OK


def test_a_folder_that_cannot_be_written(settings: Settings) -> None:
    settings.DATA = Path("/proc/self")  # also root writes nothing there
    assert (ground.data_folder(NOON).grade, "写不进" in ground.data_folder(NOON).text) == (Grade.MEND, True)


def test_a_full_disk(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = Path("/proc")  # a file system without room
    assert (ground.disk(NOON).grade, "请清理" in ground.disk(NOON).text) == (Grade.MEND, True)


def test_a_disk_with_room(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(ground, "LEAST_FREE", 1)
    assert ground.disk(NOON).grade == Grade.OK


def test_pages_without_style(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    assert (ground.static_files(NOON).grade, "collectstatic" in ground.static_files(NOON).text) == (Grade.MEND, True)
    (tmp_path / "app.css").touch()
    assert ground.static_files(NOON).grade == Grade.OK
    settings.HERE = tmp_path
    assert (ground.static_files(NOON).grade, "make dist" in ground.static_files(NOON).text) == (Grade.MEND, True)


def test_without_the_other_program_some_formats_are_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (ground.old_formats(NOON).grade, ".wps" in ground.old_formats(NOON).text) == (Grade.NOTE, True)
    (tmp_path / "soffice").touch(mode=0o755)
    assert ground.old_formats(NOON).grade == Grade.OK


@pytest.mark.django_db
def test_a_clock_behind_the_log(settings: Settings) -> None:
    assert ground.clock(NOON).grade == Grade.OK
    tell("县", at=NOON + timedelta(hours=1))
    assert (ground.clock(NOON).grade, "timedatectl" in ground.clock(NOON).text) == (Grade.MEND, True)
    assert ground.clock(NOON + timedelta(hours=2)).grade == Grade.OK
    settings.TIME_ZONE = "UTC"
    assert "Asia/Shanghai" in ground.clock(NOON + timedelta(hours=2)).text


def test_a_store_that_takes_nothing(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    assert ground.storage(NOON).grade == Grade.OK
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    settings.MEDIA_ROOT = tmp_path / "file"
    (tmp_path / "file").write_text("in the way")
    assert (ground.storage(NOON).grade, "用不了" in ground.storage(NOON).text) == (Grade.MEND, True)
