"""A report as a Word file in the official look: the same paper makes the same bytes."""

from datetime import UTC, date, datetime, time

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import _Cell

from wenming.files.official import CELL, HEAD, LEVELS, NOTE, TITLE, TYPE_AREA, as_bytes, dress, keep_rows
from wenming.papers.reports.paper import Cell, Paper, Section, Table

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WIDE = 10  # characters: a day and the name of a unit stand in the middle


def write(paper: Paper, *, made_on: date) -> bytes:
    """The paper as .docx."""
    document = docx.Document()
    dress(document)
    _properties(document, paper, made_on)
    document.add_paragraph(paper.title, TITLE)
    for line in (paper.whose, paper.days, paper.as_of):
        document.add_paragraph(line, NOTE)
    document.add_paragraph(style=NOTE)
    for section in paper.sections:
        _section(document, section)
    return as_bytes(document)


def _properties(document: Document, paper: Paper, made_on: date) -> None:
    """What Word says of the file; the moment is that of the day, not of the clock."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = f"{paper.title} {paper.days}", paper.whose, paper.whose
    about.comments, about.revision, about.language = paper.as_of, 1, "zh-CN"
    about.created = about.modified = datetime.combine(made_on, time(9), UTC)


def _section(document: Document, section: Section) -> None:
    document.add_paragraph(section.heading, LEVELS[0]).paragraph_format.keep_with_next = True
    for sentence in section.sentences:
        document.add_paragraph(sentence)
    if section.table:
        _table(document, section.table)


def _table(document: Document, table: Table) -> None:
    made = document.add_table(len(table.rows) + 1, len(table.head), "Table Grid")
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    whole = sum(table.widths)
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Mm(TYPE_AREA * share / whole)
    flush = [_is_flush(table, at) for at in range(len(table.head))]
    for row, cells in zip(made.rows, (table.head, *table.rows), strict=True):
        for at, (place, cell) in enumerate(zip(row.cells, cells, strict=True)):
            place.width = made.columns[at].width
            _fill(place, cell, is_head=cells is table.head, is_flush=flush[at])
    keep_rows(made)


def _is_flush(table: Table, at: int) -> bool:
    """Whether a column is flush left: where one of its words is long, all are."""
    return any(not row[at].is_number and len(row[at].words) > _WIDE for row in table.rows)


def _fill(place: _Cell, cell: Cell, *, is_head: bool, is_flush: bool) -> None:
    place.text, place.vertical_alignment = cell.words, WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = place.paragraphs[0]
    paragraph.style = HEAD if is_head else CELL
    if is_flush and not is_head:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
