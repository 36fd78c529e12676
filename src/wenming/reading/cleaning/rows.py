"""Rows of tables whose cells are parted by a sign (｜) or by blanks: tabs in their place, no character moves."""

import re
from collections.abc import Iterator, Sequence

from wenming.reading.cleaning.view import Span
from wenming.reading.structure.cells import is_empty_cell, may_name_units, whole_row
from wenming.reading.structure.tables import NUMBER_COLUMN, Columns, read_header, units_alone

_CELL_SIGN = re.compile("[|｜│┃￨]")
_CELL_SIGNS = 4  # as often as this a sign parts cells
# A line that a sign ends and none begins: the last cell of several, or a cell alone.
_SIGNED_LINE = re.compile(r"(?m)^[ \u3000]*[^\s|｜│┃￨][^\r\n]*?[|｜│┃￨][ \u3000]*(?=\r?$)")
_ALONE = 3  # as few cells alone as every third signed line mean that a converter broke rows between their cells
_HEADER = re.compile(
    r"(?m)^[ \t\u3000\xa0]*(?=[^\n]*(?:单\s?位|部\s?门|科\s?室|牵头))"
    r"(?:[^\s，。；：:]+[ \u3000]+){2,30}[^\s，。；：:]+[^\S\n]*$"
)
_GAPS = (re.compile("[ \u3000]{2,}"), re.compile("[ \u3000]+"))
_LINE = re.compile(r"[^\r\n]{2,600}")


def with_tabs(text: str) -> str:
    """The text with a tab where a sign or blanks part the cells of a table's rows."""
    if len(_CELL_SIGN.findall(text)) >= _CELL_SIGNS:
        text = _CELL_SIGN.sub("\t", _a_cell_a_line(text))
    gaps = list(_gaps(text))
    if not gaps:
        return text
    signs = list(text)
    for gap in gaps:
        signs[gap] = "\t"
    return "".join(signs)


def _a_cell_a_line(text: str) -> str:
    """The text with a line break between cells, where a converter broke rows at some of them (序号 | 任务 |⏎单位 |)."""
    lines = [found.span() for found in _SIGNED_LINE.finditer(text)]
    inner = [sign.start() for start, end in lines for sign in list(_CELL_SIGN.finditer(text, start, end))[:-1]]
    shared = sum(len(_CELL_SIGN.findall(text[start:end])) > 1 for start, end in lines)
    if not inner or (len(lines) - shared) * _ALONE < len(lines) or len(lines) - shared < _CELL_SIGNS:
        return text
    signs = list(text)
    for at in inner:
        signs[at] = "\n"
    return "".join(signs)


def _gaps(text: str) -> Iterator[int]:
    """Where blanks part the cells of a header that names units, and of the rows that follow it."""
    if not _HEADER.search(text):
        return
    columns: Columns | None = None
    for line in _LINE.finditer(text):
        header = _header(text, *line.span()) if _HEADER.match(text, *line.span()) else None
        if header:
            columns, cells = header
            yield from _between(cells)
        elif columns:
            yield from _between(_row(text, *line.span(), columns))


def _header(text: str, start: int, end: int) -> tuple[Columns, list[Span]] | None:
    for gap in _GAPS:
        cells = _spaced_names(text, _cells(text, start, end, gap))
        columns = read_header([text[slice(*cell)] for cell in cells])
        if columns and columns.roles:
            return columns, cells
    return None


def _row(text: str, start: int, end: int, columns: Columns) -> list[Span]:
    """The cells of a line, as many as the columns; none where it is no row."""
    for gap in _GAPS:
        cells = _with_whole_task(text, _cells(text, start, end, gap), columns)
        row = whole_row(text, cells, columns)
        if len(row) == columns.count and _fits(text, row, columns):
            return cells
    return []


def _spaced_names(text: str, cells: list[Span]) -> list[Span]:
    """The names of columns, each whole where its signs are set apart (序 号 工 作 任 务 责任单位)."""
    names: list[Span] = []
    is_open = False  # whether the last name is made of single signs
    for start, end in cells:
        is_single = end - start == 1
        if is_single and is_open and not NUMBER_COLUMN.fullmatch(text, *names[-1]):
            names[-1] = (names[-1][0], end)
        else:
            names.append((start, end))
        is_open = is_single
    return names


def _with_whole_task(text: str, cells: list[Span], columns: Columns) -> list[Span]:
    """The cells of a numbered row with blanks within what is to be done (1 评选“好人” 20 名 县文明办) as one.

    What names units right before the column of units belongs to that (1 评选好人 县文明办 各乡镇 6月底前).
    """
    more = len(cells) - columns.count
    if more <= 0 or columns.task is None or not text[slice(*cells[0])].strip(".．、").isdecimal():
        return cells
    at = columns.task
    last = at + more + 1  # the cell under the column behind the task's
    units = at + 1 in columns.roles and last < len(cells)
    first = last
    while units and first > at + 1 and units_alone(text, *cells[first - 1]):
        first -= 1
    if not units:
        return [*cells[:at], (cells[at][0], cells[last - 1][1]), *cells[last:]]
    return [*cells[:at], (cells[at][0], cells[first - 1][1]), (cells[first][0], cells[last][1]), *cells[last + 1 :]]


def _cells(text: str, start: int, end: int, gap: re.Pattern[str]) -> list[Span]:
    """The stretches of a line between gaps."""
    line = text[start:end]
    begin = start + len(line) - len(line.lstrip())
    end = max(begin, start + len(line.rstrip()))
    cells: list[Span] = []
    for found in gap.finditer(text, begin, end):
        cells.append((begin, found.start()))
        begin = found.end()
    return [*cells, (begin, end)]


def _between(cells: Sequence[Span]) -> Iterator[int]:
    return (stop for _, stop in cells[:-1])


def _fits(text: str, cells: Sequence[Span], columns: Columns) -> bool:
    """Whether the cells under names of units may name some, and one does."""
    held = [cells[at] for at in columns.roles]
    filled = [span for span in held if span[0] < span[1] and not is_empty_cell(text[slice(*span)])]
    return bool(filled) and all(may_name_units(text, *span) for span in filled)
