"""The page that tells developers how the reader works says what is so."""

import re
from pathlib import Path

import pytest

from wenming.reading.command import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reading.md").read_text(encoding="utf-8")


def test_its_example_is_read_as_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, report = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)[:2]
    (tmp_path / "plan.txt").write_text(document, encoding="utf-8")
    assert main(["read", str(tmp_path / "plan.txt")]) == 0
    assert capsys.readouterr().out.startswith(report)


def test_every_module_it_names_is_there() -> None:
    named = re.findall(r"`(reading/[\w/]+(?:\.py)?)/?`", PAGE)
    assert named
    assert [name for name in named if not (ROOT / "src/wenming" / name).exists()] == []


def test_every_module_that_reads_text_is_named() -> None:
    reading = ROOT / "src/wenming/reading"
    modules = [path for folder in (".", "cleaning", "structure", "duties") for path in (reading / folder).glob("*.py")]
    other = {"__init__.py", "command.py", "iso_dates.py", "lines.py", "numerals.py", "reading_json.py", "saving.py"}
    named = {path.relative_to(reading.parent) for path in modules if path.name not in other}
    assert [str(path) for path in named if f"`{path}`" not in PAGE] == []
