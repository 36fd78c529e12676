"""What the benchmarks of a county's year measure, on a county of a hundredth."""

import sqlite3
from pathlib import Path

from bench import year


def test_everything_is_measured_against_counting() -> None:
    result = year.everything(size=year.SMALL, runs=1)
    assert result.limit == 15
    assert result.median > 0


def test_one_record_is_measured_against_everything() -> None:
    result = year.one_record(size=year.SMALL, runs=1)
    assert result.limit == 1
    assert result.median > 0


def test_others_get_a_database_that_is_ready(tmp_path: Path) -> None:
    year.make_database(tmp_path, size=year.SMALL)
    with sqlite3.connect(tmp_path / "wenming.sqlite3") as database:
        counts = [database.execute(f"select count(*) from work_{name}").fetchone()[0] for name in ("record", "cell")]
    assert counts[0] == 600
    assert counts[1] > 100
