"""Background work, backups and the log that stand still."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from tests.accounts.making import NOON, make_person
from tests.audit.making import tell
from wenming.audit import triggers
from wenming.audit.actions import fix_heads
from wenming.audit.models import Event
from wenming.audit.recording import action, record
from wenming.backup.doctor import work
from wenming.backup.doctor.verdicts import Grade
from wenming.jobs import actions as jobs
from wenming.jobs import workers

pytestmark = pytest.mark.django_db


def test_nobody_at_work() -> None:
    assert (work.workers(NOON).grade, "systemctl" in work.workers(NOON).text) == (Grade.MEND, True)
    workers.beat("one", at=NOON)
    assert work.workers(NOON).grade == Grade.OK
    assert work.workers(NOON + timedelta(minutes=5)).grade == Grade.MEND


def test_a_job_that_waits_too_long() -> None:
    jobs.start(kind="read_plan", total=1, about={}, by=make_person(), at=NOON)
    assert work.waiting_jobs(NOON).grade == Grade.OK
    later = work.waiting_jobs(NOON + timedelta(minutes=11))
    assert (later.grade, "1 件" in later.text) == (Grade.MEND, True)


@action
def backed_up(file: Path) -> None:
    record("backup.make", None, by=None, at=NOON, after={"file": str(file)})


def test_no_backup_and_an_old_one(tmp_path: Path) -> None:
    assert (work.last_backup(NOON).grade, "wenming backup" in work.last_backup(NOON).text) == (Grade.MEND, True)
    backed_up(tmp_path / "carried-away.tar.gz")
    assert work.last_backup(NOON).grade == Grade.OK
    old = work.last_backup(NOON + timedelta(days=4))
    assert (old.grade, "4 天前" in old.text) == (Grade.MEND, True)


def test_a_backup_beside_the_data_is_noted(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.tar.gz"
    path.touch()
    settings.DATA = tmp_path
    backed_up(path)
    assert work.last_backup(NOON).grade == Grade.NOTE


def test_a_log_that_could_be_changed() -> None:
    triggers.make(connection)
    assert work.log_guard(NOON).grade == Grade.OK
    triggers.remove(connection)
    assert work.log_guard(NOON).grade == Grade.MEND


@pytest.mark.parametrize("change", [{"verb": "x"}, {"previous": "sha256:0"}], ids=["content", "order"])
def test_an_event_that_was_changed(change: dict[str, str]) -> None:
    tell("一", "二", "三")
    assert work.log_tail(NOON).grade == Grade.OK
    Event.objects.filter(number=2).update(**change)
    assert (work.log_tail(NOON).grade, "第 2 条" in work.log_tail(NOON).text) == (Grade.MEND, True)


def test_an_event_that_was_removed() -> None:
    tell("一", "二", "三")
    Event.objects.filter(number=2).delete()
    assert "第 3 条" in work.log_tail(NOON).text


def test_heads_that_nobody_fixes() -> None:
    assert work.log_head(NOON).grade == Grade.OK
    tell("一", at=NOON)
    assert work.log_head(NOON).grade == Grade.OK
    later = NOON + timedelta(days=6)
    assert work.log_head(later).grade == Grade.MEND
    fix_heads(at=later)
    assert work.log_head(later).grade == Grade.OK
