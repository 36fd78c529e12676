"""Writes the sample plan as an office would send it: a Word file that is the same, byte for byte, every time."""

from datetime import UTC, datetime, time
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import Table as WordTable

from wenming.files.official import (
    CELL,
    HEAD,
    LABEL,
    LEVELS,
    NOTE,
    TITLE,
    TYPE_AREA,
    as_bytes,
    dress,
    indent,
    keep_rows,
)
from wenming.sample.draft import ABOVE, ITEM, LEFT, Attachment, Block, Draft, Heading, Paragraph, Table
from wenming.sample.source import load_plan

_LINE_CHARACTERS = 28
_CHARACTER, _PADDING = 3.75, 4.5  # mm, of a cell's type and margins
_SHORT, _WIDE = 6, 12  # characters: a column up to the one keeps one line, a cell beyond the other is flush left


def write_plan(path: Path, version: int = 1) -> None:
    """Writes the sample plan in ``version`` to ``path`` as .docx; ``ValueError`` for an unknown version."""
    draft = load_plan(version)
    document = docx.Document()
    dress(document)
    _properties(document, draft)
    document.add_paragraph(draft.title, TITLE)
    if draft.note:
        document.add_paragraph(draft.note, NOTE)
    document.add_paragraph(style=NOTE)
    _blocks(document, draft.body)
    _closing(document, draft)
    for at, attachment in enumerate(draft.attachments, 1):
        _attachment(document, attachment, f"附件{at}" if len(draft.attachments) > 1 else "附件")
    path.write_bytes(as_bytes(document))


def _properties(document: Document, draft: Draft) -> None:
    moment = datetime.combine(draft.issued_on, time(9), UTC)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = draft.title, draft.issued_by, draft.issued_by
    about.identifier, about.comments, about.revision, about.language = draft.number, draft.note, 1, "zh-CN"
    about.created = about.modified = moment


def _blocks(document: Document, blocks: tuple[Block, ...]) -> None:
    """An item's heading and its first paragraph are one paragraph, as offices write them."""
    open_item = None
    for block in blocks:
        match block:
            case Heading(level=level, text=text):
                paragraph = document.add_paragraph(style=LEVELS[level - 1])
                paragraph.add_run(f"{text}。" if level == ITEM else text).bold = level == ITEM
                open_item = paragraph if level == ITEM else None
            case Paragraph(text=text) if open_item is not None:
                open_item.add_run(text).bold = False
                open_item = None
            case Paragraph(text=text):
                document.add_paragraph(text)
            case Table():
                _table(document, block)


def _closing(document: Document, draft: Draft) -> None:
    """附件说明, then the organ's name and the date without a seal (GB/T 9704 7.3.4, 7.3.5.2)."""
    document.add_paragraph()
    titles = [attachment.title for attachment in draft.attachments]
    numbers = [f"{at}." for at in range(1, len(titles) + 1)] if len(titles) > 1 else [""]
    for at, (number, title) in enumerate(zip(numbers, titles, strict=False)):
        line = document.add_paragraph(f"{number}{title}" if at else f"附件：{number}{title}")
        indent(line, first=500 if at else 200)
    document.add_paragraph()
    name = document.add_paragraph(draft.issued_by)
    name.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    indent(name, right=200)
    day = draft.issued_on
    date = document.add_paragraph(f"{day.year}年{day.month}月{day.day}日")
    indent(date, left=100 * (_LINE_CHARACTERS - len(draft.issued_by)))


def _attachment(document: Document, attachment: Attachment, label: str) -> None:
    document.add_paragraph(label, LABEL).paragraph_format.page_break_before = True
    document.add_paragraph(style=LABEL)
    document.add_paragraph(attachment.title, TITLE)
    document.add_paragraph(style=LABEL)
    _blocks(document, attachment.blocks)


def _table(document: Document, table: Table) -> None:
    made = document.add_table(len(table.rows), len(table.rows[0]), "Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, _widths(table), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = column.width
    for at, row in enumerate(table.rows):
        for column_at, text in enumerate(row):
            _cell(made, table, at, column_at, text)
    keep_rows(made)


def _cell(made: WordTable, table: Table, row: int, column: int, text: str) -> None:
    if text in (ABOVE, LEFT):
        return
    bottom = row
    while bottom + 1 < len(table.rows) and table.rows[bottom + 1][column] == ABOVE:
        bottom += 1
    right = column + _spans(table.rows[row], column) - 1
    cell = made.cell(row, column)
    if (bottom, right) != (row, column):
        cell = cell.merge(made.cell(bottom, right))
    cell.text, cell.vertical_alignment = text, WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL if row else HEAD
    if row and len(text) > _WIDE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _spans(row: tuple[str, ...], column: int) -> int:
    """How many columns the cell covers."""
    right = column + 1
    while right < len(row) and row[right] == LEFT:
        right += 1
    return right - column


def _widths(table: Table) -> list[float]:
    """The columns' widths in mm: short ones take what their longest cell needs, the others share the rest."""
    longest = [max(len(row[at]) for row in table.rows if _spans(row, at) == 1) for at in range(len(table.rows[0]))]
    fixed = {at: _CHARACTER * length + _PADDING for at, length in enumerate(longest) if length <= _SHORT}
    shares = {at: min(length, 2 * _WIDE) for at, length in enumerate(longest) if at not in fixed}
    rest = (TYPE_AREA - sum(fixed.values())) / max(sum(shares.values()), 1)
    return [fixed.get(at, 0) or shares[at] * rest for at in range(len(longest))]
