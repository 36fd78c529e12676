"""A county with its year in a database: verdicts worked out anew, all of them, and those that one record touches."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from bench.measuring import Result

FULL, SMALL, FILLED = "FULL", "SMALL", "FILLED"  # scales of wenming.sample.year.county
_TOUCHED = 100  # records after each of which verdicts are worked out


def make_database(place: Path, size: str = FULL) -> None:
    """An SQLite database in the folder with the county's year: for whoever measures lists and pages (WENMING_DATA)."""
    _run(place, "-m", "wenming", "manage", "migrate", "-v0")
    _run(place, "-m", "bench.year_inside", "load", size)


def collect_static(place: Path) -> None:
    """What pages load, gathered as a server needs it."""
    _run(place, "-m", "wenming", "manage", "collectstatic", "--noinput", "-v0")


def everything(size: str = FULL, runs: int = 5) -> Result:
    """All verdicts, loaded, judged and compared with the cells, beside a count of the records of each cell."""
    ratios = _ratios(size, "everything", runs)
    return Result("Working all verdicts of a county anew", "SQLite joining and counting its records", ratios, 15)


def one_record(size: str = FULL, runs: int = 5) -> Result:
    """Only what a record touches is worked out: a hundred records in turn, beside everything at once."""
    ratios = _ratios(size, "one_record", runs, _TOUCHED)
    return Result(f"The verdicts that {_TOUCHED} records touch, one by one", "all verdicts at once", ratios, 1)


def _ratios(size: str, work: str, *numbers: int) -> tuple[float, ...]:
    told = _run(Path(_ready(size).name), "-m", "bench.year_inside", work, *map(str, numbers))
    return tuple(map(float, told.split()))


@cache
def _ready(size: str) -> "tempfile.TemporaryDirectory[str]":
    """Made once, gone when the process ends."""
    folder = tempfile.TemporaryDirectory()
    make_database(Path(folder.name), size)
    return folder


def _run(place: Path, *arguments: str) -> str:
    """A process of its own: this one may have another database, or none."""
    settings = {"WENMING_DATA": str(place), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    command = (sys.executable, *arguments)
    return subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=True).stdout
