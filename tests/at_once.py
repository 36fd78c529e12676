"""Processes of their own at the same moment, on the database that is asked for."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection

ROOT = Path(__file__).parents[1]


@pytest.fixture
def environment(transactional_db: None, tmp_path: Path) -> dict[str, str]:
    """Where the processes find their database: a file of their own, or that of the tests' PostgreSQL server.

    Afterwards that one is empty again.
    """
    del transactional_db
    settled = {**os.environ, "WENMING_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    if connection.vendor == "postgresql":
        there = connection.settings_dict
        host = urlencode({"host": there["HOST"]})
        settled["WENMING_DATABASE_URL"] = f"postgresql://{there['USER']}@/{there['NAME']}?{host}"
    else:
        copy_tables(tmp_path / "wenming.sqlite3")
    return settled


def copy_tables(path: Path) -> None:
    """The tests' own tables, empty, as a file: to migrate it again would take as long as many a test."""
    with closing(sqlite3.connect(path)) as file:
        connection.ensure_connection()
        connection.connection.backup(file)


def run(environment: dict[str, str], script: str, *arguments: object) -> "subprocess.Popen[str]":
    """A process that does what the script says."""
    command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def said(running: "subprocess.Popen[str]") -> list[int]:
    """The numbers that it printed, when it has ended well."""
    out, err = running.communicate(timeout=600)
    assert running.returncode == 0, err
    return [int(word) for word in out.split()]
