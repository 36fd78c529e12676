"""Backing up a county and putting it back, beside the database's own text dump; whether memory grows with the rows."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from bench.measuring import Cost, Result, cost_of

_WENMING = (sys.executable, "-m", "wenming")
_FILL = """
import sys
import django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places.models import Area
from wenming.plans.models import Measure, Plan, PlanVersion, Term
count = int(sys.argv[1]) // 2
by, area = User.objects.create_user(username="one", full_name="一"), Area.objects.create(name="县", kind="county")
plan = Plan.objects.create(title="方案", area=area, created_by=by, created_at=now())
version = PlanVersion.objects.create(plan=plan, number=1, file_name="a", sha256="0" * 64, uploaded_by=by,
    uploaded_at=now(), handled_by=by)
text = "第{}项：各单位每季度组织一次志愿服务，县文明办牵头，{}月底前完成。"
measures = Measure.objects.bulk_create([Measure(version=version, position=at, title=f"第{at}项措施", start=at,
    end=at + 1, text=text.format(at, at % 12 + 1)) for at in range(count)])
Term.objects.bulk_create(Term(measure=one, kind="frequency", value={"count": 1, "per": "quarter"}, start=0, end=9)
    for one in measures)
"""
# The rows as text and back, by Python's own means: what a careful administrator would write without us.
_DUMP = """
import gzip, sqlite3, sys
with gzip.open(sys.argv[2], "wt", compresslevel=6) as file:
    file.writelines(f"{line}\\n" for line in sqlite3.connect(sys.argv[1]).iterdump())
sqlite3.connect(sys.argv[3]).executescript(gzip.open(sys.argv[2], "rt").read())
"""
ROWS, FEWER = 100_000, 10_000


def both_ways(rows: int = ROWS) -> Result:
    """Backup and restore together: they come in pairs."""
    with tempfile.TemporaryDirectory() as folder:
        place = _county(Path(folder) / "county", rows)
        ratios = tuple(_ours(place, Path(folder), turn) / _dumped(place, Path(folder), turn) for turn in range(3))
    return Result(f"Backing up and restoring {rows:,} rows", "iterdump of sqlite3, and back", ratios, None)


def memory() -> Result:
    """The most memory that a backup takes: ten times the rows are to take hardly more."""
    with tempfile.TemporaryDirectory() as folder:
        most = [_most(_county(Path(folder) / str(rows), rows), Path(folder) / f"{rows}.gz") for rows in (ROWS, FEWER)]
    return Result(f"Memory of backing up {ROWS:,} rows", f"{FEWER:,} rows", (most[0] / most[1],), 1.25)


def _county(folder: Path, rows: int) -> Path:
    for command in ((*_WENMING, "manage", "migrate", "-v0"), (sys.executable, "-c", _FILL, str(rows))):
        _run(command, folder)
    return folder


def _ours(place: Path, folder: Path, turn: int) -> float:
    file = folder / f"ours-{turn}.tar.gz"
    there = _run((*_WENMING, "backup", str(file)), place)
    back = _run((*_WENMING, "restore", str(file)), folder / f"ours-{turn}")
    return there.processor_seconds + back.processor_seconds


def _dumped(place: Path, folder: Path, turn: int) -> float:
    files = [str(folder / f"dump-{turn}{end}") for end in (".gz", ".sqlite3")]
    return cost_of((sys.executable, "-c", _DUMP, str(place / "wenming.sqlite3"), *files)).processor_seconds


def _most(place: Path, file: Path) -> int:
    return _run((*_WENMING, "backup", str(file)), place).most_bytes


def _run(command: tuple[str, ...], place: Path) -> Cost:
    with _at(place):
        return cost_of(command)


@contextmanager
def _at(place: Path) -> Iterator[None]:
    settings = {"WENMING_DATA": str(place), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    with patch.dict(os.environ, settings):
        os.environ.pop("WENMING_DATABASE_URL", None)
        yield
