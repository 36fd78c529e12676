"""Databases that are away, of the wrong kind, or of another version."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.accounts.making import NOON
from tests.backup.conftest import NewPlace
from tests.backup.places import Place
from wenming.backup.doctor import database
from wenming.backup.doctor.verdicts import Grade


@pytest.mark.django_db(transaction=True)
def test_ours_is_well() -> None:
    looks = (database.reachable, database.mode, database.migrations)
    assert [look(NOON).grade for look in looks] == [Grade.OK] * 3


def test_one_that_does_not_answer(tmp_path: Path) -> None:
    done = Place(tmp_path, "postgresql://nobody@127.0.0.1:1/none?connect_timeout=2").wenming("doctor")
    assert (done.returncode, "[要修] 数据库：连不上数据库" in done.stdout) == (1, True)
    assert "Traceback" not in done.stderr


def test_one_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "wenming.sqlite3").write_bytes(b"no database" * 1000)
    assert "[要修] 数据库：" in Place(tmp_path).wenming("doctor").stdout


@pytest.mark.django_db
def test_migrations_of_tomorrow() -> None:
    MigrationRecorder(connection).record_applied("plans", "9999_tomorrow")
    verdict = database.migrations(NOON)
    assert (verdict.grade, "plans.9999_tomorrow" in verdict.text) == (Grade.MEND, True)


@pytest.mark.django_db
def test_migrations_that_were_not_run() -> None:
    (last,) = MigrationLoader(connection).graph.leaf_nodes("audit")
    MigrationRecorder(connection).record_unapplied(*last)
    verdict = database.migrations(NOON)
    assert (verdict.grade, "wenming manage migrate" in verdict.text) == (Grade.MEND, True)


MODE = """
import django
django.setup()
from django.conf import settings
from django.utils.timezone import now
settings.DATABASES["default"]["OPTIONS"].pop("init_command", None)
from wenming.backup.doctor.database import mode
print(mode(now()).grade, mode(now()).text)
"""


def test_sqlite_without_its_journal(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "wenming.sqlite3").execute("CREATE TABLE x (y)").connection.close()
    said = Place(tmp_path).script(MODE)
    assert (said.startswith("mend"), "WAL" in said) == (True, True)


def test_postgresql_that_cannot_hold_chinese(new_place: NewPlace) -> None:
    place = new_place("postgresql")
    name = place.database.split("@/")[1].split("?")[0]
    place.script(
        "import django; django.setup(); from django.db import connection as c; c.ensure_connection(); "
        f"c.cursor().execute(\"CREATE DATABASE latin_{name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0\")"
    )
    said = Place(place.folder, place.database.replace(f"/{name}?", f"/latin_{name}?")).script(MODE)
    assert (said.startswith("mend"), "UTF8" in said) == (True, True)
