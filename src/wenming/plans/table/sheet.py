"""The table as an Excel workbook: the face that the page shows, what groups it as a column that Excel can filter."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import get_language, gettext

from wenming.plans.models import Duty
from wenming.plans.table.filters import VIEW_WORDS, View
from wenming.plans.table.owners import Line, lines_of
from wenming.plans.table.rows import Row, rows_of, with_rows, worded
from wenming.plans.table.schedule import Dated, dated, in_month, recurring
from wenming.plans.table.selection import Selection
from wenming.reading.rows import in_one_cell
from wenming.reading.workbook import COLUMNS, Cell, Sheet, write_workbook

Cells = dict[str, Cell]
_BY_UNIT = ("unit", "role", "number", "measure", "frequency", "target", "due", "coverage", "chapter", "remark", "text")
_OWNERS = ("lead", "responsible", "cooperating", "supervising")
_BY_DATE = ("month", "first_day", "last_day", "quoted_date", "number", "measure", *_OWNERS, "target", "chapter", "text")
_BY_FREQUENCY = ("rhythm", "frequency", "number", "measure", *_OWNERS, "target", "coverage", "chapter", "text")


def excel(selection: Selection, *, title: str) -> bytes:
    """The workbook of what the filters leave, in the face they ask for and the reader's language."""
    view = selection.filters.view
    columns, rows = _FACES[view](selection)
    sheet = Sheet(str(VIEW_WORDS[view]), columns, rows)
    return write_workbook([sheet], title=title, language=_language())


def _language() -> str:
    return get_language() or "zh"


def _by_measure(selection: Selection) -> tuple[tuple[str, ...], list[Cells]]:
    rows = [_cells(row) for row in rows_of(selection, selection.measures)]
    return _without_idle(COLUMNS, rows), rows


def _by_unit(selection: Selection) -> tuple[tuple[str, ...], list[Cells]]:
    pairs = with_rows(selection, lines_of(selection))
    return _BY_UNIT, [
        {**_cells(row), "unit": line.owner.name, "role": str(line.role_word), "remark": _remark(line)}
        for line, row in pairs
    ]


def _by_date(selection: Selection) -> tuple[tuple[str, ...], list[Cells]]:
    pairs = with_rows(selection, in_month(dated(selection), selection.filters.month))
    rows = [{**_cells(row), **_days(one)} for one, row in pairs]
    return _without_idle(_BY_DATE, rows), rows


def _by_frequency(selection: Selection) -> tuple[tuple[str, ...], list[Cells]]:
    pairs = worded(with_rows(selection, recurring(selection)))
    rows = [{**_cells(row), "rhythm": one.rhythm, "frequency": one.words} for one, row in pairs]
    return _without_idle(_BY_FREQUENCY, rows), rows


def _without_idle(columns: tuple[str, ...], rows: list[Cells]) -> tuple[str, ...]:
    """The columns without 督查单位 where nobody supervises."""
    is_supervised = any(row["supervising"] for row in rows)
    return tuple(column for column in columns if column != "supervising" or is_supervised)


_FACES: dict[View, Callable[[Selection], tuple[tuple[str, ...], list[Cells]]]] = {
    View.MEASURE: _by_measure,
    View.UNIT: _by_unit,
    View.DATE: _by_date,
    View.FREQUENCY: _by_frequency,
}


def _remark(line: Line) -> str:
    """Through which class the unit is told, or that the directory does not know the name."""
    if line.via:
        return gettext("通过“%(name)s”") % {"name": line.via}
    return "" if line.owner.unit else gettext("单位名录里没有")


def _days(one: Dated) -> Cells:
    is_known = one.days.due != date.max
    return {
        "month": one.month if is_known else None,
        "first_day": one.days.first,
        "last_day": one.days.last,
        "quoted_date": one.words,
    }


def _cells(row: Row) -> Cells:
    language = _language()
    return {
        "number": row.number,
        "chapter": " / ".join(row.path),
        "measure": row.measure.title,
        "lead": _names(row.leads),
        "responsible": _names(row.responsible),
        "cooperating": _names(row.cooperating),
        "supervising": _names(row.supervising),
        "frequency": in_one_cell(row.frequencies_as_written, language),
        "target": in_one_cell(row.targets_as_written, language),
        "due": in_one_cell(row.deadlines_as_written, language),
        "coverage": in_one_cell(row.coverages, language),
        "text": row.measure.text.strip().replace("\t", "  "),  # the cells of a row of a table
    }


def _names(duties: Iterable[Duty]) -> str:
    return "、".join(dict.fromkeys(duty.name for duty in duties))
