"""What the benchmark of the directory measures."""

from pathlib import Path

from bench import directory
from tests.places.excel.making import opened


def test_the_import_is_measured_against_the_rival() -> None:
    result = directory.importing(units=20, runs=1)
    assert "20 units" in result.what
    assert result.median > 0


def test_each_unit_has_a_row(tmp_path: Path) -> None:
    directory.write_units(tmp_path / "a.xlsx", 12)
    rows = list(opened((tmp_path / "a.xlsx").read_bytes()).worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 13
    assert rows[12][:2] == ("白塔县第12中心", "第12中心")
