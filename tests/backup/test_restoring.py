"""What comes back is what was there: every row, every file, on either kind of database and across."""

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.backup.archives import Change, rewritten
from tests.backup.conftest import NewPlace
from tests.backup.places import Place
from wenming.backup.checking import check


def as_before(place: Place, events: int) -> dict[str, Any]:
    """Everything but the events after number ``events``, and the end of the log that they moved."""
    found = place.everything()
    log = found["rows"]["audit.event"]
    found["rows"]["audit.event"] = {number: event for number, event in log.items() if int(number) <= events}
    del found["rows"]["audit.tip"]
    return found


def restored(path: Path, place: Place) -> Place:
    done = place.wenming("restore", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "日志完整" in done.stdout
    return place


NEXT_NUMBER = """
import django
django.setup()
from wenming.places.models import Area
print(Area.objects.create(name="下一个", kind="town").pk)
"""
TOUCH = "import django; django.setup(); from wenming.audit.models import Event; Event.objects.update(verb='x')"


def test_everything_is_there_again_on_either_database_and_back(
    county: Place, backup: Path, new_place: NewPlace, tmp_path: Path
) -> None:
    manifest, second = check(backup), tmp_path / "second.tar.gz"
    events = manifest.head.number
    before = as_before(county, events)
    assert (len(before["rows"]) > 30, len(before["files"])) == (True, 2)
    areas = next(one for one in manifest.tables if one.label == "places.area")
    assert areas.last_number == areas.rows + 1  # one was removed
    there = restored(backup, new_place("postgresql"))
    assert there.wenming("backup", second).returncode == 0
    places = [there, restored(second, new_place("postgresql")), restored(second, new_place("sqlite"))]
    for place in [*places, restored(backup, new_place("sqlite"))]:
        assert as_before(place, events) == before
        assert int(place.script(NEXT_NUMBER)) == areas.last_number + 1  # and its number is given to no other
        assert "the log only grows" in place.start("-c", TOUCH).communicate(timeout=600)[1]


def test_the_log_tells_that_it_was_restored(backup: Path, new_place: NewPlace) -> None:
    place, manifest = restored(backup, new_place("sqlite")), check(backup)
    log = place.everything()["rows"]["audit.event"]
    assert max(map(int, log)) == manifest.head.number + 1
    last = log[str(manifest.head.number + 1)]
    assert (last["verb"], last["after"]["head"]) == ("backup.restore", manifest.head.number)
    assert place.wenming("audit", "verify").returncode == 0


def test_a_place_that_is_not_empty_is_left_alone(backup: Path, new_place: NewPlace) -> None:
    place = restored(backup, new_place("sqlite"))
    before = place.everything()
    done = place.wenming("restore", backup)
    assert done.returncode == 1
    assert "不是空的" in done.stderr
    assert place.everything() == before


def test_nor_are_files_of_others_touched(backup: Path, new_place: NewPlace) -> None:
    place = new_place("sqlite")
    kept = place.folder / "files/plans/other.docx"
    kept.parent.mkdir(parents=True)
    kept.write_text("x")
    done = place.wenming("restore", backup)
    assert (done.returncode, "files" in done.stderr or "other.docx" in done.stderr) == (1, True)
    assert kept.read_text() == "x"


def migrations_of_tomorrow(manifest: dict[str, Any]) -> None:
    manifest["migrations"].append(["plans", "9999_tomorrow"])


def no_column(manifest: dict[str, Any]) -> None:
    manifest["tables"][0]["columns"].append("tomorrow")


@pytest.mark.parametrize("change", [migrations_of_tomorrow, no_column])
def test_a_newer_backup_is_refused(backup: Path, new_place: NewPlace, tmp_path: Path, change: Change) -> None:
    path = rewritten(backup, tmp_path / "newer.tar.gz", manifest=change)
    place = new_place("sqlite")
    done = place.wenming("restore", path)
    assert done.returncode == 1
    assert "另一版本" in done.stderr
    assert_empty(place)


def assert_empty(place: Place) -> None:
    tables = (
        "import django; django.setup(); from django.db import connection; print(connection.introspection.table_names())"
    )
    assert place.script(tables).strip() == "[]"
    assert [path for path in (place.folder / "files").rglob("*") if path.is_file()] == []


def twice(line: bytes) -> bytes:
    return line + line


def of_nobody(line: bytes) -> bytes:
    """A duty's or a term's last key leads nowhere."""
    row = json.loads(line)
    row[-1] = 4_000_000_000
    return json.dumps(row).encode() + b"\n"


@pytest.mark.parametrize(("kind", "change"), [("sqlite", of_nobody), ("postgresql", twice)])
def test_when_it_fails_half_way_the_place_is_empty_again(
    backup: Path, new_place: NewPlace, tmp_path: Path, kind: str, change: Callable[[bytes], bytes]
) -> None:
    path = rewritten(backup, tmp_path / "bad.tar.gz", rows={"plans.term": change})
    columns = next(one.columns for one in check(path).tables if one.label == "plans.term")
    assert columns[-1] == "measure_id"
    place = new_place(kind)
    done = place.wenming("restore", path)
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: 没有恢复")
    assert "Traceback" not in done.stderr
    assert_empty(place)
    restored(backup, place)


KILLED = """
import os, signal, sys
import django
django.setup()
from wenming.backup import restoring
put = restoring._put_members
def put_and_die(*given):
    put(*given)
    os.kill(os.getpid(), signal.SIGKILL)
restoring._put_members = put_and_die
from django.core.management import call_command
call_command("restore", sys.argv[1])
"""


SOMETHING = """
import django
django.setup()
from django.utils.timezone import now
from wenming.accounts.personal.notice import keep_notice
keep_notice(now())
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_one_that_was_killed_is_begun_again(backup: Path, new_place: NewPlace, kind: str) -> None:
    place = new_place(kind)
    running = place.start("-c", KILLED, backup)
    running.communicate(timeout=600)
    assert running.returncode == -signal.SIGKILL
    assert any(path.is_file() for path in (place.folder / "files").rglob("*"))
    assert "上一次恢复中途断了" in place.wenming("doctor").stdout
    assert place.everything()["rows"]["accounts.user"] == {}
    restored(backup, place)
    assert "上一次恢复中途断了" not in place.wenming("doctor").stdout


FULL = """
import sys
import django
django.setup()
from django.core.management import CommandError, call_command
from django.db import OperationalError
from wenming.backup import restoring
def full(*_given):
    raise OperationalError("database or disk is full")
restoring._put_members = restoring._drop_tables = full
try:
    call_command("restore", sys.argv[1])
except CommandError as error:
    print(error)
"""


def test_what_could_not_even_be_taken_back_is_said_and_begun_again(backup: Path, new_place: NewPlace) -> None:
    place = new_place("sqlite")
    out, _err = place.start("-c", FULL, backup).communicate(timeout=600)
    assert "也没能清掉：database or disk is full" in out
    restored(backup, place)


def test_what_somebody_did_after_one_was_killed_stays(backup: Path, new_place: NewPlace) -> None:
    place = new_place("sqlite")
    place.start("-c", KILLED, backup).communicate(timeout=600)
    place.script(SOMETHING)
    before = place.everything()
    done = place.wenming("restore", backup)
    assert (done.returncode, "不是空的" in done.stderr) == (1, True)
    assert place.everything() == before


def test_after_one_was_killed_documents_of_others_stay(backup: Path, new_place: NewPlace) -> None:
    place = new_place("sqlite")
    place.start("-c", KILLED, backup).communicate(timeout=600)
    other = place.folder / "files/plans/other.docx"
    other.write_text("x")
    done = place.wenming("restore", backup)
    assert (done.returncode, "other.docx" in done.stderr) == (1, True)
    assert other.read_text() == "x"


NO_DAY = "tomorrow, perhaps"


@pytest.mark.parametrize("value", [NO_DAY, [], {}, "[" * 20_000 + "]" * 20_000], ids=["words", "list", "dict", "deep"])
def test_rows_written_by_hand_are_refused_in_a_sentence(
    backup: Path, new_place: NewPlace, tmp_path: Path, value: object
) -> None:
    at = next(one.columns for one in check(backup).tables if one.label == "accounts.user").index("date_joined")

    def change(line: bytes) -> bytes:
        row = json.loads(line)
        row[at] = "HERE"
        told = value if isinstance(value, str) and value.startswith("[") else json.dumps(value)
        return json.dumps(row).replace('"HERE"', told).encode() + b"\n"

    place = new_place("sqlite")
    done = place.wenming("restore", rewritten(backup, tmp_path / "bad.tar.gz", rows={"accounts.user": change}))
    assert (done.returncode, "Traceback" in done.stderr, "没有恢复" in done.stderr) == (1, False, True)
    assert_empty(place)


def test_the_key_comes_along_only_where_it_was_asked_for(county: Place, new_place: NewPlace, tmp_path: Path) -> None:
    path = tmp_path / "with.tar.gz"
    assert county.wenming("backup", path, "--with-secret").returncode == 0
    place = restored(path, new_place("sqlite"))
    key = place.folder / "secret-key"
    assert key.read_text() == (county.folder / "secret-key").read_text()
    assert key.stat().st_mode & 0o777 == 0o600
