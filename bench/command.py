"""The command line and its files: how soon it starts, how it writes Excel, how it bears hostile files."""

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment

from bench.hostile import write_hostile_files, write_slow_conversions
from bench.measuring import Result, cost_of, side_by_side
from bench.plans import make_plan
from wenming.reading.files import libreoffice
from wenming.reading.read import read_text
from wenming.reading.rows import Row, rows_of
from wenming.reading.words import COLUMN_WORDS
from wenming.reading.workbook import COLUMNS, workbook

SECONDS, BYTES = 2, 512 * 1024 * 1024  # what a hostile file may take
_WENMING = (sys.executable, "-m", "wenming")


def start() -> Result:
    """A short plan read from the command line, from nothing to the printed JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(make_plan(3000), encoding="utf-8")
        ours, rival = (*_WENMING, "read", str(path), "--json"), (sys.executable, "-c", "import jieba")
        cost_of(ours), cost_of(rival)
        ratios = tuple(cost_of(ours).processor_seconds / cost_of(rival).processor_seconds for _ in range(9))
    return Result("wenming read of a short plan", 'python -c "import jieba"', ratios, None)


def excel(measures: int = 3000, runs: int = 3) -> Result:
    """The responsibility table of so many measures."""
    rows = rows_of(read_text(make_plan(240 * measures), name="plan.txt", sha256=""))[:measures]
    ratios = side_by_side(lambda: workbook(rows, [], title="方案"), lambda: _by_openpyxl(rows), runs)
    return Result(f"Writing {len(rows):,} measures as Excel", "the same by openpyxl", ratios, 1)


def _by_openpyxl(rows: list[Row]) -> bytes:
    book, wrapped = Workbook(), Alignment(wrap_text=True, vertical="top")
    sheet = book.active
    assert sheet is not None
    sheet.append([COLUMN_WORDS[column][0] for column in COLUMNS])
    for row in rows:
        sheet.append([getattr(row, column) for column in COLUMNS])
    for line in sheet.iter_rows():
        for cell in line:
            cell.alignment = wrapped
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def hostile() -> Result:
    """The worst share of 2 s or 512 MB that a file which means harm takes when it is read from the command line."""
    return _worst("hostile files", write_hostile_files, limit=1)


def conversions() -> Result:
    """The same for files that only LibreOffice finds out: it is given 4 s, twice what it needs for 1,000 pages."""
    if not libreoffice.is_installed():
        raise SystemExit("Without LibreOffice nothing is measured: apt-get install libreoffice-writer-nogui")
    return _worst("files that LibreOffice chokes on", write_slow_conversions, limit=2.5)


def _worst(named: str, write: Callable[[Path], list[Path]], *, limit: float) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        shares = {path.name: _share(path) for path in write(Path(folder))}
    worst = max(shares, key=lambda name: shares[name])
    return Result(f"{len(shares)} {named}, the worst: {worst}", "2 s and 512 MB", (shares[worst],), limit)


def _share(path: Path) -> float:
    cost = cost_of((*_WENMING, "read", str(path)))
    return max(cost.processor_seconds / SECONDS, cost.most_bytes / BYTES)
