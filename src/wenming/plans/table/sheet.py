"""The table as the rows of an Excel workbook."""

from collections.abc import Iterable

from django.utils.translation import get_language

from wenming.plans.models import Duty
from wenming.plans.table.rows import Row
from wenming.reading import rows as sheet
from wenming.reading.workbook import workbook


def excel(rows: Iterable[Row], *, title: str) -> bytes:
    """The workbook of these rows, in the reader's language."""
    language = get_language() or "zh"
    return workbook([_row(row, language) for row in rows], (), title=title, language=language)


def _row(row: Row, language: str) -> sheet.Row:
    measure = row.measure
    return sheet.Row(
        number=row.number,
        chapter=" / ".join(row.path),
        measure=measure.title,
        lead=_names(row.leads),
        responsible=_names(row.responsible),
        cooperating=_names(row.cooperating),
        supervising=_names(row.supervising),
        frequency=sheet.in_one_cell(row.frequencies, language),
        target=sheet.in_one_cell(row.targets, language),
        due=sheet.in_one_cell(row.deadlines, language),
        coverage=sheet.in_one_cell(row.coverages, language),
        text=measure.text.strip(),
    )


def _names(duties: Iterable[Duty]) -> str:
    return "、".join(dict.fromkeys(duty.name for duty in duties))
