"""A framework's table as a workbook: sheets of text out of a file, and a file out of a framework."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.core import signing
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wenming.reading.files.cells import CellSheet, open_cells
from wenming.reading.workbook import Cell, Sheet, write_workbook
from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.sheets.columns import Means
from wenming.rules.frameworks.sheets.grid import MOST_COLUMNS, Grid, Row
from wenming.rules.frameworks.sheets.writing import Cells, about_of, table_of

MOST_SEALED = 1_500_000  # characters; a form without files may bring no more than 2 MB
_SALT = "wenming.frameworks.sheets"
_HOURS = 12  # how long what was handed in may be looked at and brought in
_NUMBERS = (Means.POINTS, Means.MAX_WORDS)


class TooLarge(ValueError):
    """There is more in the workbook than one can look at on a page."""


def grids_of(data: bytes, name: str) -> list[Grid]:
    """The sheets of a workbook that hold anything; raises UnreadableDocument."""
    return [_grid(sheet) for sheet in open_cells(data, name=name) if sheet.lines]


def _grid(sheet: CellSheet) -> Grid:
    rows = (Row(line.number, _trimmed(line.cells)) for line in sheet.lines)
    return Grid(sheet.name, tuple(row for row in rows if row.cells), sheet.merged)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells at the end, and without what lies beyond any table."""
    kept = list(cells[:MOST_COLUMNS])
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def sealed(grids: Sequence[Grid], name: str) -> str:
    """The sheets as a page may carry them until somebody confirms; raises TooLarge."""
    said = [[one.name, [[row.number, *row.cells] for row in one.rows], one.merged] for one in grids]
    text = signing.dumps([name, said], salt=_SALT, compress=True)
    if len(text) > MOST_SEALED:
        raise TooLarge(_("表太大：请删掉用不着的工作表，或者分成几份导入。"))
    return text


def opened(text: str) -> tuple[list[Grid], str]:
    """The sheets that came back, and the file's name; raises BadSignature."""
    name, said = signing.loads(text, salt=_SALT, max_age=_HOURS * 3600)
    return [_back(one) for one in said], name


def _back(said: list[Any]) -> Grid:
    name, rows, merged = said
    return Grid(name, tuple(Row(row[0], tuple(row[1:])) for row in rows), tuple(tuple(one) for one in merged))


def workbook(framework: Framework) -> bytes:
    """The framework's table, and on a second sheet what holds of the whole."""
    language = get_language() or "zh"
    is_english = language.startswith("en")
    heads, rows = table_of(framework, is_english=is_english)
    columns = [head.name for head in heads]
    cells = [_cells(row, columns) for row in rows]
    table = Sheet(_("测评体系"), columns, cells, {head.name: head.words for head in heads})
    about, *said = about_of(framework, is_english=is_english)
    whole = Sheet(_("体系说明"), ("key", "said"), [{"key": key, "said": text} for key, text in said])
    return write_workbook(
        [table, Sheet(whole.name, whole.columns, whole.rows, {"key": about[0], "said": about[1]})],
        title=framework.root.title,
        language=language,
    )


def _cells(row: Cells, columns: Sequence[str]) -> Mapping[str, Cell]:
    return {column: _cell(column, row.get(column, "")) for column in columns}


def _cell(column: str, text: str) -> Cell:
    """Points as a number that Excel can add up, where it bears them exactly."""
    if column not in _NUMBERS or not text:
        return text
    number = float(text)
    return number if Fraction(f"{number:.15g}") == Fraction(text) else text
