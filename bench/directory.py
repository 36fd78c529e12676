"""The directory as a workbook: importing 10,000 units, beside another library merely reading the same file."""

import os
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

import xlsxwriter

from bench.measuring import Cost, Result, cost_of

UNITS = 10_000
_HEADS = ("全称", "简称", "类型", "辖区", "上级单位", "其他叫法")
_MIGRATE = (sys.executable, "-m", "wenming", "manage", "migrate", "-v0")
_IMPORT = """
import sys
import django
django.setup()
from pathlib import Path
from django.core.files.base import ContentFile
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places.excel import importing
from wenming.places.excel.tasks import apply_directory, compare_directory
from wenming.places.models import Area, Unit
from wenming.places.reach import Scope
Area.objects.create(name="白塔县", kind="county")
acting = {"by": User.objects.create_user(username="one", full_name="一"), "at": now()}
file, scope = ContentFile(Path(sys.argv[1]).read_bytes(), name="a.xlsx"), Scope(everywhere=True)
one = importing.hand_in(file=file, scope=scope, **acting)
compare_directory.call(one.job.pk)
importing.confirm(one=one, scope=scope, **acting)
one.refresh_from_db()
apply_directory.call(one.job.pk)
assert Unit.objects.count() == int(sys.argv[2]), (one.counts, one.job.code)
"""
_READ = """
import sys
from openpyxl import load_workbook
for row in load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True):
    pass
"""


def importing(units: int = UNITS, runs: int = 3) -> Result:
    """From the upload to the last row written: read twice, compared twice, written in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "directory.xlsx"
        write_units(path, units)
        ratios = tuple(
            _ours(Path(folder) / str(turn), path, units) / _theirs(path).processor_seconds for turn in range(runs)
        )
    return Result(f"Importing {units:,} units from Excel", "openpyxl reading the file", ratios, 6)


def write_units(path: Path, count: int) -> None:
    """A workbook with so many units, each with a parent and another name."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("单位")
        sheet.write_row(0, 0, _HEADS)
        for number in range(1, count + 1):
            above = f"白塔县第{number // 10}中心" if number >= 10 else ""
            cells = (f"白塔县第{number}中心", f"第{number}中心", "事业单位", "白塔县", above, f"{number}中心")
            sheet.write_row(number, 0, cells)


def _ours(place: Path, path: Path, units: int) -> float:
    _run(_MIGRATE, place)
    return _run((sys.executable, "-c", _IMPORT, str(path), str(units)), place).processor_seconds


def _theirs(path: Path) -> Cost:
    return cost_of((sys.executable, "-c", _READ, str(path)))


def _run(command: tuple[str, ...], place: Path) -> Cost:
    with patch.dict(os.environ, {"WENMING_DATA": str(place), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}):
        return cost_of(command)
