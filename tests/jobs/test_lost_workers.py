"""Real workers in processes of their own: one is killed, one sleeps too long, one is told to stop what it does."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from tests import at_once

environment = at_once.environment

SET_UP = """
import sys, django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.utils.timezone import now
from wenming.jobs import actions
from wenming.jobs.models import Round
from wenming.jobs.clock import registry
from tests.jobs.slow import walk
for name in registry():
    Round.objects.create(name=name, period="9999")  # nothing by the clock meanwhile
job = actions.start(kind="walk", total=100, about={"folder": sys.argv[1]}, by=None, at=now())
actions.run(walk, job)
print(job.pk)
"""
STATE = """
import sys, django; django.setup()
from wenming.jobs.models import Job, JobState
from django_tasks_db.models import DBTaskResult
job = Job.objects.get(pk=sys.argv[1])
at_work = DBTaskResult.objects.filter(status__in=["RUNNING", "READY"]).count()
print(list(JobState).index(JobState(job.state)), job.delivery, int(job.about.get("by", 0)), at_work)
"""
CANCEL = """
import sys, django; django.setup()
from wenming.jobs.models import Job
Job.objects.filter(pk=sys.argv[1]).update(cancel_asked=True)
"""
DONE, CANCELLED = 2, 4


@pytest.fixture
def quick(environment: dict[str, str]) -> dict[str, str]:
    """Workers that are soon taken for dead."""
    return environment | {"DJANGO_SETTINGS_MODULE": "tests.jobs.quick_settings"}


@contextmanager
def worker(environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker at work."""
    command = [sys.executable, "-m", "wenming", "manage", "worker", "--interval", "0.1", "--no-startup-delay"]
    running = subprocess.Popen(command, env=environment, cwd=at_once.ROOT, stderr=subprocess.PIPE)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def job_of(environment: dict[str, str], folder: Path) -> int:
    """A job in the queue."""
    return at_once.said(at_once.run(environment, SET_UP, folder))[0]


def wait(until: Callable[[], bool], *, seconds: float = 180) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def began(folder: Path, running: "subprocess.Popen[bytes]") -> Callable[[], bool]:
    """Whether that worker has begun the job."""
    return (folder / f"began-{running.pid}").exists


def put_to_sleep(running: "subprocess.Popen[bytes]", environment: dict[str, str]) -> None:
    """Stop the process where it holds no lock, else nobody could go on while it sleeps."""
    os.kill(running.pid, signal.SIGSTOP)
    time.sleep(0.3)  # what it had sent to the database by then is done
    while is_locked(environment):
        os.kill(running.pid, signal.SIGCONT)
        time.sleep(0.03)
        os.kill(running.pid, signal.SIGSTOP)
        time.sleep(0.3)


def is_locked(environment: dict[str, str]) -> bool:
    """Whether somebody is in the midst of writing what a worker writes."""
    try:
        if connection.vendor == "postgresql":
            return is_anyone_in_a_transaction()
        with closing(sqlite3.connect(Path(environment["WENMING_DATA"]) / "wenming.sqlite3", timeout=0)) as file:
            file.execute("BEGIN IMMEDIATE")
    except (OperationalError, sqlite3.OperationalError):
        return True
    return False


def is_anyone_in_a_transaction() -> bool:
    """Whether another connection to this PostgreSQL database has begun something and not ended it."""
    others = "datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM pg_stat_activity WHERE {others}")
        return bool(cursor.fetchone()[0])


def state(environment: dict[str, str], job: int) -> list[int]:
    """How the job stands, how often it was given out, who did it, how many tasks are open."""
    return at_once.said(at_once.run(environment, STATE, job))


def test_the_job_of_a_killed_worker_is_taken_up_by_another(quick: dict[str, str], tmp_path: Path) -> None:
    job = job_of(quick, tmp_path)
    with worker(quick) as first:
        wait(began(tmp_path, first))
        first.kill()
    with worker(quick) as second:
        wait(began(tmp_path, second))
        (tmp_path / "enough").touch()
        wait(lambda: state(quick, job) == [DONE, 2, second.pid, 0])


def test_a_worker_that_slept_too_long_writes_nothing_late(quick: dict[str, str], tmp_path: Path) -> None:
    job = job_of(quick, tmp_path)
    with worker(quick) as sleeper:
        wait(began(tmp_path, sleeper))
        put_to_sleep(sleeper, quick)
        with worker(quick) as other:
            wait(began(tmp_path, other))
            os.kill(sleeper.pid, signal.SIGCONT)
            time.sleep(0.5)  # while both are at work, the sleeper finds that the job is not its own any more
            (tmp_path / "enough").touch()
            wait(lambda: state(quick, job) == [DONE, 2, other.pid, 0])
        sleeper.terminate()
        assert b"given to another worker" in sleeper.communicate(timeout=200)[1]


def test_cancelling_is_seen_between_two_steps(quick: dict[str, str], tmp_path: Path) -> None:
    job = job_of(quick, tmp_path)
    with worker(quick) as one:
        wait(began(tmp_path, one))
        at_once.said(at_once.run(quick, CANCEL, job))
        wait(lambda: state(quick, job) == [CANCELLED, 1, 0, 0])
